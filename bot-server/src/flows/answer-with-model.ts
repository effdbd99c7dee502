import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { Answer, Citation } from '@phuong-so/shared/domain/answer';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import { evidenceOf, evidenceOfCitation } from '../answering/evidence-of.ts';
import { wardLabel } from '../answering/wording.ts';
import { essentialsOf } from '../composing/essentials.ts';
import type { CheckedSentence } from '../composing/evidence.ts';
import { fillPrompt } from '../composing/fill-prompt.ts';
import { maskQuestion } from '../composing/mask-question.ts';
import { Teller } from '../composing/teller.ts';
import { Verifier } from '../composing/verify-composition.ts';
import { ModelFailure, type ModelMessage } from '../ports/language-model.ts';
import { type AnswerDeps, answerByRules, type PlanReading, type RuledAnswer } from './answer-question.ts';
import { converseWithModel } from './with-model/converse-with-model.ts';
import type { AskOptions, KeptReason, ModelDeps } from './with-model/deps.ts';
import { everydayWords } from './with-model/everyday-words.ts';
import { EvidenceBook, evidenceLines } from './with-model/evidence-book.ts';
import { Ledger } from './with-model/ledger.ts';
import { puzzleOf, rewriteAndAsk } from './with-model/rewrite-question.ts';

/** Contract, "An answer": characters of an answer's text. */
const ROOM = 1_200 - AI_NOTICE.length - 2;
/** A longer list is told as the list that it is. */
const MOST_ITEMS = 3;
/** What is shown beside the sources of the rules' answer from the start. */
const MOST_SHOWN = 5;

/**
 * The answer of the rules, and where a model may help, better words for the same sources; or, where the rules cannot place a
 * question, their answer to what the model makes of it. The rules' answer is made first and stands at every fault, limit and
 * doubt. Without a model it is byte for byte that of the rules. Never throws for what a person types or a model says.
 */
export async function answerWithModel(
  deps: AnswerDeps,
  model: ModelDeps | null,
  request: AskRequest,
  options: AskOptions = {},
): Promise<Answer> {
  options.hear?.({ kind: 'step', step: 'searching' });
  const ruled = await answerByRules(deps, request);
  if (model === null || !mayBeHelped(ruled, options)) return ruled.answer;
  const help = mayBeWorded(ruled) ? worder(ruled) : await rewriter(deps, request, ruled);
  if (help === null) return ruled.answer;
  const started = deps.clock.ticks();
  const ledger = new Ledger(model, ruled.plan.facts.profile.key, deps.clock);
  const made = await help.work(deps, model, request, ledger, options).catch((error: unknown): KeptReason => {
    if (error instanceof ModelFailure) return error.kind;
    throw error;
  });
  const modelMs = deps.clock.ticks() - started;
  const isKept = typeof made === 'string';
  const record = ledger.close(isKept ? 'kept' : help.became, isKept ? made : null, modelMs);
  model.record(record);
  options.record?.(record);
  if (isKept) return ruled.answer;
  return { ...made, tookMs: Math.round((ruled.answer.tookMs + modelMs) * 10) / 10 };
}

/** One way in which a model may help: with better words for an answer, or with other words for the question. */
interface Help {
  readonly became: 'worded' | 'rewritten';
  readonly work: (
    deps: AnswerDeps,
    model: ModelDeps,
    request: AskRequest,
    ledger: Ledger,
    options: AskOptions,
  ) => Promise<Answer | KeptReason>;
}

type PlanAnswer = RuledAnswer & { plan: PlanReading };

function worder(ruled: PlanAnswer): Help {
  return {
    became: 'worded',
    async work(deps, model, request, ledger, options) {
      const told = await word(deps, model, request, ruled, ledger, options);
      return typeof told === 'string' ? told : worded(ruled.answer, told);
    },
  };
}

/** null: the question is neither one that follows another nor a rambling one. */
async function rewriter(asked: AnswerDeps, typed: AskRequest, ruled: PlanAnswer): Promise<Help | null> {
  const puzzle = await puzzleOf(asked, typed, ruled);
  if (puzzle === null) return null;
  return {
    became: 'rewritten',
    async work(deps, model, request, ledger, { hear, signal }) {
      hear?.({ kind: 'step', step: 'reading' });
      const limit = withinLimit(model, signal);
      try {
        return await rewriteAndAsk(deps, model, request, puzzle, ledger, limit);
      } catch (error) {
        if (error instanceof ModelFailure && !signal?.aborted) ledger.failed();
        throw error;
      }
    },
  };
}

function withinLimit({ limits }: ModelDeps, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(limits.waitMs);
  return signal ? AbortSignal.any([limit, signal]) : limit;
}

/** What one ward's plan was asked about, where that ward or whoever judges a model lets it help. */
function mayBeHelped(ruled: RuledAnswer, { model: wish = 'switched' }: AskOptions): ruled is PlanAnswer {
  if (ruled.plan === null || wish === 'never') return false;
  return wish === 'always' || ruled.plan.facts.profile.languageModel === true;
}

/** Plans only, and neither refusals nor warnings, procedures, long lists, several wards or questions back. */
function mayBeWorded({ answer }: PlanAnswer): boolean {
  return (
    answer.outcome === 'answered' &&
    answer.items.length <= MOST_ITEMS &&
    answer.citations.length > 0 &&
    answer.citations.every(({ source }) => source === 'plan')
  );
}

async function word(
  deps: AnswerDeps,
  model: ModelDeps,
  request: AskRequest,
  { answer, plan }: PlanAnswer,
  ledger: Ledger,
  { hear, signal }: AskOptions,
): Promise<readonly CheckedSentence[] | KeptReason> {
  const { facts, units } = plan;
  const book = new EvidenceBook();
  const read = answer.citations.flatMap((citation) => evidenceOfCitation(facts, citation) ?? []);
  const isWhole = read.length === answer.citations.length;
  const essentials = isWhole ? essentialsOf(answer, book.add(read), units) : null;
  if (essentials === null) return 'own_words';
  const refusal = ledger.refusal();
  if (refusal !== null) return refusal;

  book.add(plan.ranked.slice(0, MOST_SHOWN).flatMap(({ snippet }) => evidenceOf(facts, snippet) ?? []));
  hear?.({ kind: 'step', step: 'reading' });
  const names = [wardLabel(facts)];
  const everyday = (sentence: string) => everydayWords(deps.language, sentence);
  const settings = { units, names, room: ROOM, question: request.question, everyday };
  const verifier = new Verifier({ evidence: () => book.entries, ...settings });
  const teller = new Teller(essentials, units, ({ text, evidence }) =>
    hear?.({ kind: 'sentence', text, citation: evidence.citation }),
  );
  const heard = new Set<string>();
  const check = (sentence: Parameters<Verifier['check']>[0]) => {
    if (heard.size === 0) hear?.({ kind: 'step', step: 'writing' });
    const key = JSON.stringify(sentence);
    if (heard.has(key)) return;
    heard.add(key);
    if (verifier.check(sentence)) teller.hear(verifier.said);
  };
  try {
    const composition = await converseWithModel({
      ...{ deps: model, place: { deps, plan, request }, book },
      signal: withinLimit(model, signal),
      messages: opening(deps, model, request, answer, plan, book),
      spent: (usage) => ledger.spend(usage),
      hear: check,
    });
    ledger.worked();
    if (composition.completeness !== 'none') for (const sentence of composition.sentences) check(sentence);
    else if (!teller.isOpen) return 'none';
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    if (!signal?.aborted) ledger.failed();
    // What has been told stays told: it leaves nothing out, whatever would have come.
    if (!teller.isOpen) throw error;
  } finally {
    ledger.checked(verifier);
  }
  return teller.isOpen ? verifier.said : 'incomplete';
}

function opening(
  deps: AnswerDeps,
  { prompts: { byName } }: ModelDeps,
  request: AskRequest,
  answer: Answer,
  { facts }: PlanReading,
  book: EvidenceBook,
): ModelMessage[] {
  const wards = deps.index.wards().flatMap(({ name }) => name ?? []);
  const system = fillPrompt(byName['answer-system'], { ward: wardLabel(facts), role: ROLE_WORDS[request.role] });
  const question = fillPrompt(byName['answer-question'], {
    question: maskQuestion(request.question, wards),
    quoted: answer.text,
    evidence: evidenceLines(book.entries),
  });
  return [
    { role: 'system', text: system },
    { role: 'user', text: question },
  ];
}

const ROLE_WORDS = { resident: 'người dân', leader: 'tổ trưởng tổ dân phố', official: 'cán bộ' } as const;

function worded(answer: Answer, said: readonly CheckedSentence[]): Answer {
  const citations = said.map(({ evidence }) => evidence.citation);
  return {
    ...answer,
    text: [...said.map(({ text }) => text), AI_NOTICE].join('\n'),
    citations: citations.filter((one, at) => citations.findIndex((other) => isSame(one, other)) === at),
    generated: true,
  };
}

/** Of the same words in the same place; a row and its deadline are quoted alike and named by different places. */
function isSame(one: Citation, other: Citation): boolean {
  return one.quote === other.quote && one.section === other.section;
}
