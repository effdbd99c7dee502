import type { Answer } from '@phuong-so/shared/domain/answer';
import type { Service } from '../../app/compose.ts';
import type { ModelRecord } from '../../flows/with-model/deps.ts';
import { groundedSentences } from './groundedness.ts';
import { type EvalQuestion, type GoldSource, isFromFiles, type Score, scoreAnswer } from './score.ts';

/** How one question was answered, by the rules alone or with a model. */
export interface Judged {
  readonly score: Score;
  readonly outcome: Answer['outcome'];
  readonly characters: number;
  readonly ms: number;
  /** No plan answers the question, and it was answered from one. */
  readonly claims: boolean;
}

/** The same question both ways, and what became of it at the model. */
export interface Compared {
  readonly question: EvalQuestion;
  readonly rules: Judged;
  readonly model: Judged;
  /** null = the model was not asked: a refusal, a list, several wards … */
  readonly record: ModelRecord | null;
  readonly sentences: number;
  /** Sentences with something that no cited fact says, with what that is. */
  readonly ungrounded: readonly string[];
}

interface Scale {
  readonly sources: readonly GoldSource[];
  readonly wardsOf: (question: EvalQuestion) => readonly string[];
}

/**
 * Asks every question twice, by the rules and with the configured model, whatever ward.yaml says, and scores both alike.
 * What the model says is held against the plan once more, sentence by sentence, by rules of the scorer's own.
 */
export async function judgeModel(
  service: Service,
  questions: readonly EvalQuestion[],
  scale: Scale,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  const [first] = questions;
  // The first question of all reads the index.
  if (first) await ask(service, first, 'never');
  for (const question of questions) {
    const ruled = await ask(service, question, 'never');
    const worded = await ask(service, question, 'always');
    const sentences = groundedSentences(worded.answer, service.index.current(), service.language.units);
    compared.push({
      question,
      rules: judged(service, question, ruled, scale),
      model: judged(service, question, worded, scale),
      record: worded.record,
      sentences: sentences.length,
      ungrounded: sentences.flatMap(({ text, strange }) =>
        strange.length === 0 ? [] : [`${strange.join(', ')}: ${text}`],
      ),
    });
  }
  return compared;
}

interface Asked {
  readonly answer: Answer;
  readonly record: ModelRecord | null;
  readonly ms: number;
}

async function ask(
  service: Service,
  { ward, role, unit, question }: EvalQuestion,
  model: 'never' | 'always',
): Promise<Asked> {
  const records: ModelRecord[] = [];
  const started = service.clock.ticks();
  const answer = await service.answer(
    { ward, role, unit, question, conversationId: null },
    { model, record: (record) => records.push(record) },
  );
  return { answer, record: records[0] ?? null, ms: service.clock.ticks() - started };
}

function judged(
  { library }: Service,
  question: EvalQuestion,
  { answer, ms }: Asked,
  { sources, wardsOf }: Scale,
): Judged {
  const isAnswered = answer.outcome === 'answered' || answer.outcome === 'partial';
  return {
    score: scoreAnswer(question, answer, sources, wardsOf(question), library.current().source),
    outcome: answer.outcome,
    characters: answer.text.length,
    ms,
    claims: !question.answerable && isAnswered && !isFromFiles(answer),
  };
}
