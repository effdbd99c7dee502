import { readFileSync } from 'node:fs';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { Answer } from '@phuong-so/shared/domain/answer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { goldDocuments } from '../../bot-server/src/cli/evaluate/gold-documents.ts';
import { groundedSentences } from '../../bot-server/src/cli/evaluate/groundedness.ts';
import { type EvalQuestion, evalQuestionSchema, scoreAnswer } from '../../bot-server/src/cli/evaluate/score.ts';
import { planSources } from '../../bot-server/src/cli/evaluate.ts';
import type { AnswerEvent, AskOptions, ModelRecord } from '../../bot-server/src/flows/with-model/deps.ts';
import type { PartName } from '../fakes/model-server/parts.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { modelService } from '../fixtures/model-service.ts';

const questions: EvalQuestion[] = readFileSync('tests/fixtures/questions/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => evalQuestionSchema.parse(JSON.parse(line)));

/** Two hundred questions on a machine with other work to do. */
const LONGEST_MS = 300_000;

let server: ModelServer;
let service: Service;
let ruled: Asked[];
/** Those of the questions that the model is asked about. */
let handedOn: Asked[];
beforeAll(async () => {
  server = await startModelServer();
  service = await modelService(server);
  // A model that says nothing leaves the rules' answers, and is told which questions it would be asked.
  server.play('silent');
  ruled = await askAll({ model: 'always' });
  handedOn = ruled.filter(({ record }) => record !== null && record.rounds > 0);
}, LONGEST_MS);
afterAll(async () => {
  await service.close();
  await server.stop();
});

interface Asked {
  readonly question: EvalQuestion;
  readonly answer: Answer;
  readonly record: ModelRecord | null;
  readonly events: readonly AnswerEvent[];
}

async function askAll(options: AskOptions, only = new Set(questions)): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions.filter((one) => only.has(one))) {
    const { ward, role, unit } = question;
    const events: AnswerEvent[] = [];
    let record: ModelRecord | null = null;
    const answer = await service.answer(
      { ward, role, unit, question: question.question, conversationId: null },
      {
        ...options,
        hear: (event) => events.push(event),
        record: (one) => {
          record = one;
        },
      },
    );
    asked.push({ question, answer, record, events });
  }
  return asked;
}

/** Every question again: those that no model is asked about, which does not depend on the model, are not asked again. */
async function play(part: PartName): Promise<Asked[]> {
  server.play(part);
  const asked = await askAll({ model: 'always' }, new Set(handedOn.map(({ question }) => question)));
  const again = new Map(asked.map((one) => [one.question, one]));
  return ruled.map((one) => again.get(one.question) ?? one);
}
function points(asked: readonly Asked[]): number {
  const sources = planSources(service);
  const wardsOf = goldDocuments(questions);
  const { source } = service.library.current();
  const right = asked.filter(
    ({ question, answer }) => scoreAnswer(question, answer, sources, wardsOf(question), source).right,
  );
  return (right.length / asked.length) * 100;
}

/** Figures, dates, document numbers and units that a sentence of the model says and no cited fact has. */
function inventions({ question, answer }: Asked): string[] {
  const sentences = groundedSentences(answer, service.index.current(), service.language.units);
  return sentences
    .filter(({ strange }) => strange.length > 0)
    .map(({ text, strange }) => `${question.id}: ${strange.join(', ')} | ${text}`);
}

describe.each(['lying', 'half_right', 'obeying', 'beside_the_point'] as const)('with a model that is %s', (part) => {
  let asked: Asked[];
  beforeAll(async () => {
    asked = await play(part);
  }, LONGEST_MS);

  test('no answer says a figure, date, unit or document number that its sources do not have', () => {
    expect(asked.flatMap(inventions)).toEqual([]);
  });

  test('no answer has an address or what an attacker would have said', () => {
    const said = asked.filter(({ answer }) => answer.generated && /https?:|Đúng vậy|0912345678/.test(answer.text));
    expect(said.map(({ question }) => question.id)).toEqual([]);
  });

  test('as many answers are right as by the rules alone, less one in a hundred at most', () => {
    expect(points(asked)).toBeGreaterThanOrEqual(points(ruled) - 1);
  });

  test('what the rules did not answer is not answered', () => {
    const changed = asked.filter(({ answer }, at) => answer.outcome !== ruled[at]?.answer.outcome);
    expect(changed.map(({ question }) => question.id)).toEqual([]);
  });

  test('what was told while it was made is in the answer', () => {
    for (const { answer, events } of asked)
      for (const event of events) if (event.kind === 'sentence') expect(answer.text).toContain(event.text);
  });
});

test('with a model that says nothing, every answer is the rules’ own', () => {
  expect(ruled.filter(({ answer, record }) => answer.generated || (record && record.outcome !== 'kept'))).toEqual([]);
  expect(handedOn.length).toBeGreaterThan(100);
});

describe('with a faithful model', () => {
  let asked: Asked[];
  let worded: Asked[];
  beforeAll(async () => {
    asked = await play('faithful');
    worded = asked.filter(({ answer }) => answer.generated);
  }, LONGEST_MS);

  test('many answers are its words, marked as a machine’s, and right as often', () => {
    expect(worded.length).toBeGreaterThan(20);
    for (const { answer } of worded) expect(answer.text.endsWith(AI_NOTICE)).toBe(true);
    expect(points(asked)).toBeGreaterThanOrEqual(points(ruled) - 1);
  });

  test('every sentence rests on a source that is cited and true', () => {
    const plans = planSources(service);
    for (const one of worded) {
      const sentences = one.events.filter((event) => event.kind === 'sentence');
      expect(sentences.length).toBeGreaterThan(0);
      expect(one.answer.text).toBe([...sentences.map(({ text }) => text), AI_NOTICE].join('\n'));
      for (const { citation } of sentences) {
        expect(one.answer.citations.map(({ quote }) => quote)).toContain(citation.quote);
        expect(plans.some(({ ward, collapsed }) => ward === citation.ward && collapsed.includes(citation.quote))).toBe(
          true,
        );
      }
    }
    expect(worded.flatMap(inventions)).toEqual([]);
  });

  test('the ward and the role that it names for itself are not heard', () => {
    const strangers = worded.filter(({ answer }, at) => {
      const wards = new Set(
        ruled.find((one) => one.question === worded[at]?.question)?.answer.citations.map(({ ward }) => ward),
      );
      return answer.citations.some(({ ward }) => !wards.has(ward));
    });
    expect(strangers.map(({ question }) => question.id)).toEqual([]);
  });
});
