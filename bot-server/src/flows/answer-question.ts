import type { Answer } from '@phuong-so/shared/domain/answer';
import type { Topic } from '@phuong-so/shared/domain/conversation';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { FoundInLibrary } from '@phuong-so/shared/domain/library-finding';
import type { AskRequest, Stop, Understanding } from '@phuong-so/shared/domain/understanding';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { codesIn } from '../announcements/check-message.ts';
import { answerFromFacts } from '../answering/choose-answerer.ts';
import { combineWards } from '../answering/combine-wards.ts';
import { type Draft, draft } from '../answering/draft.ts';
import { finishAnswer } from '../answering/finish-answer.ts';
import { gatherEvidence } from '../answering/gather-evidence.ts';
import { answerFinding, withHelp } from '../answering/library/answer-finding.ts';
import type { Ranked } from '../answering/rank-snippets.ts';
import { askWhichWard, replyTo, unknownWard } from '../answering/replies.ts';
import { isSure } from '../answering/support.ts';
import { contactWords, wardLabel } from '../answering/wording.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationMemory } from '../ports/conversation-memory.ts';
import type { Ids } from '../ports/ids.ts';
import type { Library } from '../ports/library.ts';
import type { PlanIndex, WardCard } from '../ports/plan-index.ts';
import type { WardFacts } from '../ports/ward-facts.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';
import { replyToReport } from '../scam-check/reply-to-report.ts';
import { type CleanQuestion, cleanQuestion } from '../understanding/clean-question.ts';
import { CueReading } from '../understanding/cue-reading.ts';
import { findYears } from '../understanding/find-places.ts';
import { followUp } from '../understanding/follow-up.ts';
import { asksForSteps, findStop } from '../understanding/guard.ts';
import { isForLibrary, planSigns, saysWard } from '../understanding/library/asks-plan.ts';
import { findInLibrary } from '../understanding/library/find-in-library.ts';
import { resolveWards } from '../understanding/resolve-wards.ts';
import { understand } from '../understanding/understand.ts';
import { unitsWithin } from '../understanding/units-within.ts';
import { stopOf } from './stop-of.ts';

export type { AskRequest } from '@phuong-so/shared/domain/understanding';

export interface AnswerDeps {
  readonly index: PlanIndex;
  readonly library: Library;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly memory: ConversationMemory;
  readonly language: LanguageData;
  readonly scamSigns: ScamSigns;
  /** What a question means in the index's own numbers; absent or null: it is looked for by words. */
  readonly meaning?: (index: PlanIndex, ward: string, question: string) => Promise<Float32Array | null>;
}

/**
 * Answers one question from the plans, the public services and the courses: clean → guard → whose ward → which procedure
 * or course → or what of the plan → words → check. Any step may stop with an answer of its own. Never throws for what a
 * person types.
 */
export async function answerQuestion(deps: AnswerDeps, request: AskRequest): Promise<Answer> {
  return (await answerByRules(deps, request)).answer;
}

/** The same, with what a model may look at to find better words. */
export async function answerByRules(deps: AnswerDeps, request: AskRequest): Promise<RuledAnswer> {
  const started = deps.clock.ticks();
  const { draft, wards, plan } = await draftAnswer(deps, request);
  const tookMs = Math.round((deps.clock.ticks() - started) * 10) / 10;
  const stamp = { id: deps.ids.next(), asOf: deps.clock.today(), tookMs };
  return { answer: finishAnswer(draft, wards, deps.library, stamp), plan: plan ?? null };
}

export interface RuledAnswer {
  readonly answer: Answer;
  /** null: the answer is no plan's (a refusal, a warning, a procedure …), or several wards' plans'. */
  readonly plan: PlanReading | null;
}

/** How a question about one ward's plan was read, and what was found. */
export interface PlanReading {
  readonly facts: WardFacts;
  readonly units: UnitDirectory;
  /** Best first. */
  readonly ranked: readonly Ranked[];
}

interface Drafted {
  readonly draft: Draft;
  readonly wards: readonly WardFacts[];
  readonly plan?: PlanReading | null;
}

async function draftAnswer(deps: AnswerDeps, request: AskRequest): Promise<Drafted> {
  const question = cleanQuestion(request.question, deps.language);
  const cues = new CueReading(question, deps.language);
  const own = request.ward === null ? null : deps.index.ward(request.ward);
  const stop = stopOf(request.question, question, cues, deps.scamSigns);
  // A pasted message names procedures that nobody asks for; whoever tells of one may be helped with what to do.
  if (stop === 'scam' && findStop(question, cues) !== 'scam') return alone(warnOfScam(deps, request.question));
  const stopped = stop ? alone(replyToStop(deps, request.question, stop, own)) : null;
  if (stopped && stop && !GIVES_WAY.has(stop) && !WARNS.has(stop)) return stopped;

  const cards = deps.index.wards();
  const wards = resolveWards(own ? own.profile.key : null, question, cues, cards);
  const facts = wards.kind === 'known' ? wards.asked.flatMap((key) => deps.index.ward(key) ?? []) : [];
  const topic =
    request.conversationId && facts[0] ? await deps.memory.load(request.conversationId, facts[0].profile.key) : null;
  const signs = planSigns(cues, findYears(question));
  const isPlans = signs === 'surely' && stopped === null;
  const found =
    wards.kind === 'unknown' || facts.length > 1 ? null : inLibrary(deps, question, cues, { facts, topic, isPlans });
  if (stopped && stop && WARNS.has(stop))
    return found && found.strength >= OVER_A_STOP ? helped(stopped, found.draft, facts) : stopped;
  const namesWard = saysWard(question) || (wards.kind === 'known' && wards.mentions.length > 0);
  const whose = { signs, namesWard, asksProcedure: stop === 'procedure' };
  if (stopped && stop !== 'procedure')
    return found && found.strength >= OVER_A_STOP && signs === 'no' ? told(deps, request, found, facts) : stopped;

  if (wards.kind === 'ask')
    return found && (signs === 'no' || isForLibrary(found, whose, undefined))
      ? told(deps, request, found, facts)
      : (stopped ?? alone(askWhichWard(wardNames(cards))));
  if (wards.kind === 'unknown') return stopped ?? alone(unknownWard(wards.name, wardNames(cards)));

  const [only] = facts;
  const meaning =
    facts.length === 1 && only ? await deps.meaning?.(deps.index, only.profile.key, request.question) : null;
  const drafts = facts.map((ward) => {
    const units = unitsWithin(ward, deps.language.units);
    const plain = understand(request, question, cues, wards, { ...deps.language, units });
    const understanding = followUp(plain, topic, cues, question);
    const ranked = gatherEvidence(deps.index, ward, understanding, meaning);
    const draft = answerFromFacts({
      understanding,
      facts: ward,
      units,
      ranked,
      role: request.role,
      ownUnit: request.unit,
      today: deps.clock.today(),
      question: question.text,
    });
    const plan = { facts: ward, units, ranked };
    return { ward: ward.profile.key, label: wardLabel(ward), draft, understanding, best: ranked[0], plan };
  });
  const isAnswered = drafts.some(({ draft }) => draft.outcome === 'answered' || draft.outcome === 'partial');
  if (found && isForLibrary(found, whose, planEvidence(drafts[0]))) return told(deps, request, found, facts);
  if (found && signs === 'no' && !isAnswered) return told(deps, request, found, facts);
  // A procedure is named as an example of what the plan itself speaks of, or else it is asked for.
  const isSaidInPlans =
    !asksForSteps(cues) && drafts.every(({ draft, best }) => isSure(best) && draft.outcome === 'answered');
  if (stopped && !isSaidInPlans) return stopped;
  await remember(deps, request, drafts);
  return { draft: combineWards(drafts), wards: facts, plan: drafts.length === 1 ? (drafts[0]?.plan ?? null) : null };
}

/** What the plan's own words, or a fact of it, say to the question. */
function planEvidence(drafted: { best: Ranked | undefined; understanding: Understanding } | undefined) {
  const { score, coverage } = drafted?.best ?? { score: 0, coverage: 0 };
  return { score, coverage, ofFact: drafted !== undefined && drafted.understanding.intent !== 'passage' };
}

function replyToStop(deps: AnswerDeps, typed: string, stop: Stop, own: WardFacts | null): Draft {
  if (stop === 'scam') return warnOfScam(deps, typed);
  return replyTo(stop, own ? wardLabel(own) : 'phường', own ? contactWords(own) : null);
}

function warnOfScam({ scamSigns }: AnswerDeps, pasted: string): Draft {
  const { outcome, text } = replyToReport(pasted, scamSigns, codesIn(pasted)[0] ?? null);
  return draft(outcome, text);
}

/** A reply about scope gives way to a procedure that the words name this strongly. */
const OVER_A_STOP = 2;
/** Replies that an answer about a procedure or a course may go before. */
const GIVES_WAY: ReadonlySet<Stop> = new Set(['procedure', 'out_of_scope', 'ward_contact', 'opinion', 'greeting']);
/** Warnings that come first whatever else could be said. */
const WARNS: ReadonlySet<Stop> = new Set(['scam', 'emergency']);

interface FoundDraft extends FoundInLibrary {
  readonly draft: Draft;
}

/** What services and courses say to the question; null when it is about none of them. */
function inLibrary(
  { library, language, clock }: AnswerDeps,
  question: CleanQuestion,
  cues: CueReading,
  {
    facts,
    topic,
    isPlans,
  }: {
    readonly facts: readonly WardFacts[];
    readonly topic: Topic | null;
    readonly isPlans: boolean;
  },
): FoundDraft | null {
  const ward = facts[0]?.profile.key ?? null;
  const asked = { library, language, ward: ward ?? '', question, cues, isPlans, lastService: topic?.serviceId ?? null };
  const found = findInLibrary(asked);
  if (!found) return null;
  return {
    ...found,
    draft: answerFinding({ library, ward, facts: facts[0] ?? null, today: clock.today() }, found.finding),
  };
}

/** An answer from services and courses, remembered for the next question. */
async function told(
  deps: AnswerDeps,
  request: AskRequest,
  { draft }: FoundDraft,
  facts: readonly WardFacts[],
): Promise<Drafted> {
  const ward = facts[0]?.profile.key;
  if (request.conversationId && ward && draft.outcome === 'answered')
    await deps.memory.save(request.conversationId, ward, { ...NO_TOPIC, ward, ...draft.topic });
  return { draft, wards: facts };
}

function helped({ draft: warning }: Drafted, help: Draft, facts: readonly WardFacts[]): Drafted {
  return { draft: withHelp(warning, help), wards: facts };
}

/** Wards as they are offered for choice; one without a name is told by its key. */
function wardNames(cards: readonly WardCard[]): string[] {
  return cards.map(({ name, key }) => name ?? `Phường chưa có tên trong kế hoạch (${key})`);
}

function alone(draft: Draft): Drafted {
  return { draft, wards: [] };
}

const NO_TOPIC = { intent: null, unitIds: [], taskIds: [], targetIds: [], year: null, documentId: null } as const;

async function remember(
  deps: AnswerDeps,
  request: AskRequest,
  drafts: readonly { ward: string; draft: Draft; understanding: Understanding }[],
): Promise<void> {
  const [first] = drafts;
  if (!request.conversationId || !first || first.draft.outcome !== 'answered') return;
  await deps.memory.save(request.conversationId, first.ward, {
    ...NO_TOPIC,
    ward: first.ward,
    intent: first.understanding.intent,
    year: first.understanding.years[0] ?? null,
    ...first.draft.topic,
  });
}
