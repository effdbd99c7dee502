import type { Answer } from '@phuong-so/shared/domain/answer';
import type { Topic } from '@phuong-so/shared/domain/conversation';
import type { AskRequest, Understanding } from '@phuong-so/shared/domain/understanding';
import { padded } from '@phuong-so/shared/text/tokens';
import * as z from 'zod';
import { evidenceOf } from '../../answering/evidence-of.ts';
import { wardLabel } from '../../answering/wording.ts';
import { rewritingFault } from '../../composing/check-rewriting.ts';
import { fillPrompt } from '../../composing/fill-prompt.ts';
import { maskQuestion } from '../../composing/mask-question.ts';
import { isOrder } from '../../composing/orders.ts';
import { readJson } from '../../composing/read-composition.ts';
import { ModelFailure } from '../../ports/language-model.ts';
import { cleanQuestion } from '../../understanding/clean-question.ts';
import { CueReading } from '../../understanding/cue-reading.ts';
import { understand } from '../../understanding/understand.ts';
import { type AnswerDeps, answerByRules, type PlanReading, type RuledAnswer } from '../answer-question.ts';
import type { KeptReason, ModelDeps } from './deps.ts';
import type { Ledger } from './ledger.ts';

/** Words of a question that says more than it asks. */
const RAMBLING = 24;
/** Facts of the conversation that are shown. */
const MOST_SOURCES = 4;
/** Tokens of a rewritten question. */
const REPLY_TOKENS = 160;
/** Contract, "An answer": characters of a text, and of a list's. */
const ROOM = { short: 1_200, long: 2_000 } as const;

const SCHEMA = {
  name: 'rewritten_question',
  schema: {
    type: 'object',
    properties: { question: { type: 'string' } },
    required: ['question'],
    additionalProperties: false,
  },
} as const;
const reply = z.object({ question: z.string().trim().max(2_000) });

/** What a question that the rules could not place may be about. */
export interface Puzzle {
  readonly plan: PlanReading;
  readonly topic: Topic | null;
}

/** A question that may be put in other words: one that follows another, or a rambling one; null for every other. */
export async function puzzleOf(deps: AnswerDeps, request: AskRequest, ruled: RuledAnswer): Promise<Puzzle | null> {
  const { answer, plan } = ruled;
  if (plan === null || (answer.outcome !== 'not_found' && answer.outcome !== 'clarify')) return null;
  const ward = plan.facts.profile.key;
  const topic = request.conversationId === null ? null : await deps.memory.load(request.conversationId, ward);
  const isRambling = cleanQuestion(request.question, deps.language).tokens.length > RAMBLING;
  return isRambling || (topic !== null && sourcesOf(plan, topic).length > 0) ? { plan, topic } : null;
}

/**
 * Lets a model put the question in other words, checks that it added nothing and left out nothing that was asked, and has
 * the rules answer it: the answer is theirs, from the same plan, and says how the question was understood.
 * @throws ModelFailure
 */
export async function rewriteAndAsk(
  deps: AnswerDeps,
  model: ModelDeps,
  request: AskRequest,
  { plan, topic }: Puzzle,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<Answer | KeptReason> {
  const refusal = ledger.refusal();
  if (refusal !== null) return refusal;
  const { facts, units } = plan;
  const sources = topic === null ? [] : sourcesOf(plan, topic);
  const rewritten = await askModel(deps, model, request, plan, sources, ledger, signal);
  if (rewritten === '') return 'none';
  const typed = [request.question, cleanQuestion(request.question, deps.language).text];
  const own = facts.profile.key;
  const otherWards = deps.index.wards().flatMap(({ key, name }) => (key === own || name === null ? [] : [bare(name)]));
  const ground = { typed, sources, year: topic?.year ?? null, otherWards, units };
  if (rewritingFault(rewritten, ground) !== null) return 'strange_question';
  const before = read(deps, plan, request, request.question);
  if (!keepsWhatIsAsked(before, read(deps, plan, request, rewritten))) return 'strange_question';
  const { answer } = await answerByRules(deps, { ...request, question: rewritten });
  const isOfPlan = answer.citations.every(({ source, ward }) => source === 'plan' && ward === own);
  if (answer.outcome !== 'answered' || !isOfPlan || !speaksOf(answer, before)) return 'still_open';
  const text = `Tôi hiểu bạn hỏi: “${rewritten}” (AI viết gọn lại câu hỏi).\n${answer.text}`;
  const room = answer.text.length > ROOM.short || answer.items.length > 0 ? ROOM.long : ROOM.short;
  return text.length > room ? 'still_open' : { ...answer, text };
}

async function askModel(
  deps: AnswerDeps,
  { model, prompts: { byName } }: ModelDeps,
  request: AskRequest,
  { facts }: PlanReading,
  sources: readonly string[],
  ledger: Ledger,
  signal: AbortSignal,
): Promise<string> {
  const wards = deps.index.wards().flatMap(({ name }) => name ?? []);
  const system = fillPrompt(byName['rewrite-system'], { ward: wardLabel(facts) });
  const question = fillPrompt(byName['rewrite-question'], {
    question: maskQuestion(request.question, wards),
    sources: sources.join('\n'),
  });
  const messages = [
    { role: 'system', text: system },
    { role: 'user', text: question },
  ] as const;
  const turn = await model.complete({ messages, tools: [], schema: SCHEMA, most: REPLY_TOKENS }, signal);
  ledger.spend(turn.usage);
  const parsed = reply.safeParse(readJson(turn.text));
  if (!parsed.success) throw new ModelFailure(turn.cut ? 'cut_off' : 'malformed', 'no question');
  ledger.worked();
  return parsed.data.question;
}

/** What the conversation was about, in the plan's own words. */
function sourcesOf({ facts }: PlanReading, { taskIds, targetIds }: Topic): string[] {
  const meant = facts.snippets.filter(
    (snippet) =>
      (snippet.kind === 'task' && taskIds.includes(snippet.task.id)) ||
      (snippet.kind === 'target' && targetIds.includes(snippet.target.id)),
  );
  const shown = meant.flatMap((snippet) => evidenceOf(facts, snippet)?.text ?? []);
  return shown.filter((text) => !isOrder(text)).slice(0, MOST_SOURCES);
}

/** What was typed that people ask a ward about stands in the answer: what the conversation adds may not take its place. */
function speaksOf({ text, citations }: Answer, { topicWords }: Understanding): boolean {
  const shown = padded([text, ...citations.map(({ quote }) => quote)].join(' '));
  return topicWords.every(({ word, means }) => [word, ...means].some((one) => shown.includes(padded(one))));
}

function bare(name: string): string {
  return name.replace(/^(?:phường|xã) /iu, '');
}

function read(deps: AnswerDeps, { facts, units }: PlanReading, request: AskRequest, text: string): Understanding {
  const question = cleanQuestion(text, deps.language);
  const wards = { asked: [facts.profile.key], mentions: [], compare: false };
  return understand(request, question, new CueReading(question, deps.language), wards, { ...deps.language, units });
}

/** Everything that was asked for is still asked for: a shorter question may not be an easier one. */
function keepsWhatIsAsked(before: Understanding, after: Understanding): boolean {
  const wants = (one: Understanding) =>
    [...Object.entries(one.wants), ...Object.entries(one.focus)].flatMap(([name, is]) => (is === true ? [name] : []));
  const things = (one: Understanding) => [
    ...wants(one),
    ...one.years,
    ...one.unitIds,
    ...one.annexes,
    ...one.documentTypes,
    ...one.wants.amountOf,
    ...one.topicWords.map(({ word }) => word),
    ...(one.month === null ? [] : [`month ${JSON.stringify(one.month)}`]),
    ...(one.group === null ? [] : [`group ${JSON.stringify(one.group)}`]),
  ];
  const kept = new Set(things(after));
  return things(before).every((thing) => kept.has(thing));
}
