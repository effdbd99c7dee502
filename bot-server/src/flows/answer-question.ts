import type { Answer } from '@phuong-so/shared/domain/answer';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { AskRequest, Understanding } from '@phuong-so/shared/domain/understanding';
import { codesIn } from '../announcements/check-message.ts';
import { answerFromFacts } from '../answering/choose-answerer.ts';
import { combineWards } from '../answering/combine-wards.ts';
import { type Draft, draft } from '../answering/draft.ts';
import { finishAnswer } from '../answering/finish-answer.ts';
import { gatherEvidence } from '../answering/gather-evidence.ts';
import { askWhichWard, replyTo, unknownWard } from '../answering/replies.ts';
import { isSure } from '../answering/support.ts';
import { contactWords, wardLabel } from '../answering/wording.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationMemory } from '../ports/conversation-memory.ts';
import type { Ids } from '../ports/ids.ts';
import type { PlanIndex, WardCard } from '../ports/plan-index.ts';
import type { WardFacts } from '../ports/ward-facts.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';
import { replyToReport } from '../scam-check/reply-to-report.ts';
import { cleanQuestion } from '../understanding/clean-question.ts';
import { CueReading } from '../understanding/cue-reading.ts';
import { followUp } from '../understanding/follow-up.ts';
import { asksForSteps } from '../understanding/guard.ts';
import { resolveWards } from '../understanding/resolve-wards.ts';
import { understand } from '../understanding/understand.ts';
import { unitsWithin } from '../understanding/units-within.ts';
import { stopOf } from './stop-of.ts';

export type { AskRequest } from '@phuong-so/shared/domain/understanding';

export interface AnswerDeps {
  readonly index: PlanIndex;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly memory: ConversationMemory;
  readonly language: LanguageData;
  readonly scamSigns: ScamSigns;
}

/**
 * Answers one question from the plans: clean → guard → whose plan → what is asked → facts → words → check.
 * Any step may stop with an answer of its own. Never throws for what a person types.
 */
export async function answerQuestion(deps: AnswerDeps, request: AskRequest): Promise<Answer> {
  const started = deps.clock.ticks();
  const { draft, wards } = await draftAnswer(deps, request);
  const tookMs = Math.round((deps.clock.ticks() - started) * 10) / 10;
  return finishAnswer(draft, wards, { id: deps.ids.next(), asOf: deps.clock.today(), tookMs });
}

interface Drafted {
  readonly draft: Draft;
  readonly wards: readonly WardFacts[];
}

async function draftAnswer(deps: AnswerDeps, request: AskRequest): Promise<Drafted> {
  const question = cleanQuestion(request.question, deps.language);
  const cues = new CueReading(question, deps.language);
  const own = request.ward === null ? null : deps.index.ward(request.ward);
  const stop = stopOf(request.question, question, cues, deps.scamSigns);
  if (stop === 'scam') return alone(warnOfScam(deps, request.question));
  const stopped = stop ? alone(replyTo(stop, own ? wardLabel(own) : 'phường', own ? contactWords(own) : null)) : null;
  if (stopped && (stop !== 'procedure' || asksForSteps(cues))) return stopped;

  const cards = deps.index.wards();
  const wards = resolveWards(own ? own.profile.key : null, question, cues, cards);
  if (wards.kind !== 'known' && stopped) return stopped;
  if (wards.kind === 'ask') return alone(askWhichWard(wardNames(cards)));
  if (wards.kind === 'unknown') return alone(unknownWard(wards.name, wardNames(cards)));

  const facts = wards.asked.flatMap((key) => deps.index.ward(key) ?? []);
  const topic =
    request.conversationId && facts[0] ? await deps.memory.load(request.conversationId, facts[0].profile.key) : null;
  const drafts = facts.map((ward) => {
    const units = unitsWithin(ward, deps.language.units);
    const plain = understand(request, question, cues, wards, { ...deps.language, units });
    const understanding = followUp(plain, topic, cues, question);
    const ranked = gatherEvidence(deps.index, ward, understanding);
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
    return { ward: ward.profile.key, label: wardLabel(ward), draft, understanding, isSure: isSure(ranked[0]) };
  });
  // A procedure is named as an example of what the plan itself speaks of, or else it is asked for.
  if (stopped && !drafts.every(({ draft, isSure }) => isSure && draft.outcome === 'answered')) return stopped;
  await remember(deps, request, drafts);
  return { draft: combineWards(drafts), wards: facts };
}

function warnOfScam({ scamSigns }: AnswerDeps, pasted: string): Draft {
  const { outcome, text } = replyToReport(pasted, scamSigns, codesIn(pasted)[0] ?? null);
  return draft(outcome, text);
}

/** Wards as they are offered for choice; one without a name is told by its key. */
function wardNames(cards: readonly WardCard[]): string[] {
  return cards.map(({ name, key }) => name ?? `Phường chưa có tên trong kế hoạch (${key})`);
}

function alone(draft: Draft): Drafted {
  return { draft, wards: [] };
}

async function remember(
  deps: AnswerDeps,
  request: AskRequest,
  drafts: readonly { ward: string; draft: Draft; understanding: Understanding }[],
): Promise<void> {
  const [first] = drafts;
  if (!request.conversationId || !first || first.draft.outcome !== 'answered') return;
  await deps.memory.save(request.conversationId, first.ward, {
    ward: first.ward,
    intent: first.understanding.intent,
    unitIds: [],
    taskIds: [],
    targetIds: [],
    year: first.understanding.years[0] ?? null,
    documentId: null,
    ...first.draft.topic,
  });
}
