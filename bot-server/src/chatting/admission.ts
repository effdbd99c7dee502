import type { ChatThread } from '@phuong-so/shared/domain/chat';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { Act } from './plan-acts.ts';
import { type ChatSettings, TIMES } from './settings.ts';

const NAMES_PLAN = /\b(?:ke hoach|chi tieu|phu luc)\b/u;

/** `slow_down`: the person is told once that it goes too fast. */
export type Admission = 'answer' | 'silent' | 'slow_down';

/** Danger is answered whatever else holds. */
export function isEmergency(act: Act): boolean {
  return act.kind === 'ask' && act.stop === 'emergency';
}

/**
 * An official wrote a short while ago: the talk is theirs. Until it has been quiet for `staffQuietMinutes` the assistant
 * says nothing, not even to a question, because two voices under one name confuse; the person ends it with "menu" or
 * "gặp trợ lý".
 */
export function isWithStaff({ quietUntil }: ChatThread, act: Act): boolean {
  return quietUntil !== null && act.at < quietUntil;
}

/**
 * The person asked for an official and none has written yet. What they type now is meant for the official ("bao giờ sửa
 * cái cống?"), and an answer from the plan in between would be taken for the official's. So only a question that names
 * the plan, its targets or annexes is answered, if the plan answers it, because nobody may come before morning; a menu,
 * a number, a warning of fraud and danger are answered as ever. Ends when an official writes, after `staffQuietMinutes`,
 * or with "menu" or "gặp trợ lý".
 */
export function isAwaitingStaff({ handedOverAt }: ChatThread, act: Act, settings: ChatSettings): boolean {
  return handedOverAt !== null && act.at < handedOverAt + settings.staffQuietMinutes * TIMES.minute;
}

/** Whether recordings and pictures are worth opening: not while the assistant keeps silent, nor for somebody who sends too many. */
export function mayListen(thread: ChatThread, at: number, settings: ChatSettings): boolean {
  const isMuted = thread.mutedUntil !== null && at < thread.mutedUntil;
  const isStaffs = thread.quietUntil !== null && at < thread.quietUntil;
  const isAwaited =
    thread.handedOverAt !== null && at < thread.handedOverAt + settings.staffQuietMinutes * TIMES.minute;
  const isFull = askedThisMinute(thread, at) >= settings.questionsPerMinute * QUESTION_COSTS;
  return !isMuted && !isStaffs && !isAwaited && !isFull;
}

/** So much of the minute's room a question takes; going on in a lesson takes 1. */
const QUESTION_COSTS = 3;
const STEPS: ReadonlySet<Act['kind']> = new Set(['pick', 'next', 'done', 'again', 'back', 'stop', 'words']);

function costOf({ kind }: Act): number {
  return STEPS.has(kind) ? 1 : QUESTION_COSTS;
}

/** Whether the act is answered. The thread's limits are those before it. */
export function admit(act: Act, thread: ChatThread, settings: ChatSettings): Admission {
  if (isEmergency(act)) return 'answer';
  if (thread.mutedUntil !== null && act.at < thread.mutedUntil) return 'silent';
  if (isWithStaff(thread, act) && !callsAssistant(act, thread, settings)) return 'silent';
  if (isAwaitingStaff(thread, act, settings) && isForStaff(act, thread)) return 'silent';
  const asked = askedThisMinute(thread, act.at);
  const room = settings.questionsPerMinute * QUESTION_COSTS;
  if (asked < room) return 'answer';
  return asked < room + costOf(act) ? 'slow_down' : 'silent';
}

/** Written after the official's own words: what was typed before them called nobody back. */
function callsAssistant(act: Act, { quietUntil }: ChatThread, { staffQuietMinutes }: ChatSettings): boolean {
  const wroteAt = (quietUntil ?? 0) - staffQuietMinutes * TIMES.minute;
  return (act.kind === 'menu' || act.kind === 'assistant') && act.at >= wroteAt;
}

function isForStaff(act: Act, { activity }: ChatThread): boolean {
  // Called again since, and in the middle of something.
  if (STEPS.has(act.kind) && act.kind !== 'pick') return activity === null || activity.away;
  if (act.kind === 'ask') return act.stop === null ? !NAMES_PLAN.test(foldMarks(act.text)) : act.stop !== 'scam';
  return ['courtesy', 'help', 'puzzled', 'arrived', 'attachments', 'number', 'submitted'].includes(act.kind);
}

/** The thread after one more thing was answered, or refused for its speed. */
export function countOne(thread: ChatThread, act: Act): ChatThread {
  const asked = askedThisMinute(thread, act.at);
  return { ...thread, minuteAt: asked === 0 ? act.at : thread.minuteAt, minuteCount: asked + costOf(act) };
}

function askedThisMinute({ minuteAt, minuteCount }: ChatThread, at: number): number {
  return minuteAt !== null && at < minuteAt + TIMES.minute ? minuteCount : 0;
}
