import type { AnswerOutcome } from '@phuong-so/shared/domain/answer';
import { type ChatEvent, type ChatThread, newThread, type OutboxMessage } from '@phuong-so/shared/domain/chat';
import { activityOf, hasChoices, wantedWords } from '../chatting/activity.ts';
import { isWithStaff } from '../chatting/admission.ts';
import { announcingContext } from '../chatting/announcing/line-context.ts';
import { conversationOf } from '../chatting/ask-question.ts';
import type { ChatDeps } from '../chatting/deps.ts';
import { type Act, planActs } from '../chatting/plan-acts.ts';
import type { Heard, LineContext } from '../chatting/read-line.ts';
import { type Receipt, readTurn, type Turn } from '../chatting/read-turn.ts';
import { respond } from '../chatting/respond.ts';
import { TIMES } from '../chatting/settings.ts';
import { closeTalk, newTalk } from '../chatting/talk.ts';
import { toMessages } from '../chatting/to-messages.ts';
import { wardChoices } from '../chatting/wards.ts';
import { workContext } from '../chatting/work/line-context.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';
import { cleanQuestion } from '../understanding/clean-question.ts';
import { CueReading } from '../understanding/cue-reading.ts';
import { stopOf } from './stop-of.ts';

/** What the chat needs, and what its lines are read by. */
export interface ConverseDeps extends ChatDeps {
  readonly scamSigns: ScamSigns;
}

export type { ChatDeps } from '../chatting/deps.ts';
export type { ChatSettings } from '../chatting/settings.ts';

/** One chat as it was claimed. */
export interface ChatClaim {
  readonly thread: ChatThread;
  readonly events: readonly ChatEvent[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Conversation {
  readonly thread: ChatThread;
  readonly messages: readonly OutboxMessage[];
  /** The person withdrew: everything about them is to be removed, and nothing is said. */
  readonly erase: boolean;
  readonly receipts: readonly Receipt[];
  /** How each question ended, for counting; empty when nothing was asked. */
  readonly outcomes: readonly AnswerOutcome[];
  /** Set when the question itself is still to come: give the chat back until then, epoch ms. Nothing else is to be done. */
  readonly postponeUntil?: number;
}

/**
 * Answers everything that happened in one chat since the last look: sort events → what is to be reacted to → wait for
 * more? → react in order → messages. The same claim gives the same messages; only the memory of topics is written on
 * the way. Never throws for what a person types; throws what `answer`, the memory or the outbox throw.
 */
export async function converse(deps: ConverseDeps, { thread, events, now }: ChatClaim): Promise<Conversation> {
  const turn = readTurn(events);
  const { receipts } = turn;
  const nothing = { thread, messages: [], erase: false, receipts, outcomes: [] };
  if (turn.withdrawn) {
    await deps.memory.forget(conversationOf(thread));
    return { ...nothing, thread: newThread(thread), erase: true };
  }
  const met = meetStaff(thread, turn, deps);
  const acts = planActs(turn, await contextOf(deps, met, turn, now));
  const waitUntil = waitForMore(met, acts, now);
  if (waitUntil !== null) return { ...nothing, postponeUntil: waitUntil };

  const isTooLate = turn.lastAt !== null && now >= turn.lastAt + TIMES.replyWindow;
  let talk = newTalk(met);
  for (const act of isTooLate ? [] : acts) talk = await respond(deps, talk, act);
  const closed = closeTalk(talk, now);
  const lastMessageAt = turn.lastAt ?? thread.lastMessageAt;
  const leftAt = leftAfter(thread, turn);
  const stamp = { eventIds: events.map(({ id }) => id), lastAt: turn.lastAt ?? now, now };
  const messages = await toMessages(thread, closed.replies, stamp);
  return { ...nothing, thread: { ...closed.thread, lastMessageAt, leftAt }, messages, outcomes: closed.outcomes };
}

/** Of a stranger nothing is kept, not even that they left: they may have been erased. */
function leftAfter(thread: ChatThread, { leftAt, lastAt }: Turn): number | null {
  if (leftAt !== null) return thread.lastMessageAt === null && lastAt === null ? null : leftAt;
  return lastAt === null ? thread.leftAt : null;
}

/** An official has written: the talk is theirs for a while, and the person is no longer waiting for one. */
function meetStaff(thread: ChatThread, { staffAt }: Turn, { settings }: ChatDeps): ChatThread {
  if (staffAt === null) return thread;
  const quietUntil = Math.max(thread.quietUntil ?? 0, staffAt + settings.staffQuietMinutes * TIMES.minute);
  const activity = thread.activity === null ? null : { ...thread.activity, away: true };
  return { ...thread, quietUntil, handedOverAt: null, activity };
}

async function contextOf(deps: ConverseDeps, thread: ChatThread, turn: Turn, now: number): Promise<LineContext> {
  const at = turn.lastAt ?? now;
  const activity = activityOf(thread, at);
  return {
    language: deps.language,
    listen: (text: string) => listen(text, deps),
    choices: hasChoices(thread, at) ? thread.choices : [],
    activity: activity === null ? null : activity.away ? ('away' as const) : ('here' as const),
    wanted: wantedWords(thread, at),
    courses: deps.library.courses,
    wards: wardChoices(deps),
    ...(await announcingContext(deps, thread, turn, at)),
    ...(await workContext(deps, thread, turn)),
  };
}

function listen(text: string, { language, scamSigns }: ConverseDeps): Heard {
  const question = cleanQuestion(text, language);
  const cues = new CueReading(question, language);
  const asks = text.includes('?') || cues.hasAny('who', 'when', 'count', 'place', 'what', 'yes_no', 'do_what');
  return { stop: stopOf(text, question, cues, scamSigns), asks };
}

/** "Cho bác hỏi chút" asks nothing yet: a few seconds for the next line. null when there is nothing to wait for. */
function waitForMore(thread: ChatThread, acts: readonly Act[], now: number): number | null {
  const [act] = acts;
  if (act?.kind !== 'courtesy' || act.courtesy !== 'greeting' || isWithStaff(thread, act)) return null;
  const until = act.at + TIMES.openerWait;
  return act.at <= now && now < until ? until : null;
}
