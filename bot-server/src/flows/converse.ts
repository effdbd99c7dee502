import type { AnswerOutcome } from '@phuong-so/shared/domain/answer';
import { type ChatEvent, type ChatThread, newThread, type OutboxMessage } from '@phuong-so/shared/domain/chat';
import { activityOf, hasChoices, wantedWords } from '../chatting/activity.ts';
import { isWithStaff, mayListen } from '../chatting/admission.ts';
import { announcingContext } from '../chatting/announcing/line-context.ts';
import { conversationOf } from '../chatting/ask-question.ts';
import type { ChatDeps } from '../chatting/deps.ts';
import { type Act, planActs } from '../chatting/plan-acts.ts';
import type { Heard, LineContext } from '../chatting/read-line.ts';
import { type PerceivedById, type Receipt, readTurn, type Said, type Turn } from '../chatting/read-turn.ts';
import { respond } from '../chatting/respond.ts';
import { TIMES } from '../chatting/settings.ts';
import { beginWith, closeTalk, newTalk, type Talk } from '../chatting/talk.ts';
import { understoodAs } from '../chatting/texts.ts';
import { toMessages } from '../chatting/to-messages.ts';
import { wardChoices, wardOf } from '../chatting/wards.ts';
import { workContext } from '../chatting/working/line-context.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';
import { cleanQuestion } from '../understanding/clean-question.ts';
import { CueReading } from '../understanding/cue-reading.ts';
import { stopOf } from './stop-of.ts';

/** What the chat needs, and what its lines are read by. */
export interface ConverseDeps extends ChatDeps {
  readonly scamSigns: ScamSigns;
  /** Listens to recordings and reads pictures for a ward; absent where nothing can. */
  readonly perceive?: (events: readonly ChatEvent[], ward: string) => Promise<PerceivedById>;
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
  const unheard = readTurn(events);
  const { receipts } = unheard;
  const nothing = { thread, messages: [], erase: false, receipts, outcomes: [] };
  if (unheard.withdrawn) {
    await deps.memory.forget(conversationOf(thread));
    return { ...nothing, thread: newThread(thread), erase: true };
  }
  const met = meetStaff(thread, unheard, deps);
  const perceived = await listenAndLook(deps, met, unheard, events, now);
  const turn = perceived.size === 0 ? unheard : readTurn(events, perceived);
  const acts = planActs(turn, await contextOf(deps, met, turn, now));
  // Whoever spoke is answered at once: to wait would be to listen to the same again.
  const waitUntil = perceived.size === 0 ? waitForMore(met, acts, now) : null;
  if (waitUntil !== null) return { ...nothing, postponeUntil: waitUntil };

  let talk = newTalk(met);
  for (const act of isTooLate(turn, now) ? [] : acts) talk = await respond(deps, talk, act);
  const closed = closeTalk(sayUnderstood(talk, met, turn.said), now);
  const lastMessageAt = turn.lastAt ?? thread.lastMessageAt;
  const leftAt = leftAfter(thread, turn);
  const stamp = { eventIds: events.map(({ id }) => id), lastAt: turn.lastAt ?? now, now };
  const messages = await toMessages(thread, closed.replies, stamp);
  return { ...nothing, thread: { ...closed.thread, lastMessageAt, leftAt }, messages, outcomes: closed.outcomes };
}

function isTooLate({ lastAt }: Turn, now: number): boolean {
  return lastAt !== null && now >= lastAt + TIMES.replyWindow;
}

/** Only for a ward that is known, and only where the assistant would answer. */
async function listenAndLook(
  deps: ConverseDeps,
  thread: ChatThread,
  turn: Turn,
  events: readonly ChatEvent[],
  now: number,
): Promise<PerceivedById> {
  const ward = wardOf(deps, thread);
  const lastAt = turn.lastAt ?? now;
  if (!deps.perceive || ward === null || isTooLate(turn, now) || !mayListen(thread, lastAt, deps.settings))
    return new Map();
  return deps.perceive(events, ward);
}

/** What was heard and read is said back before the answer, in the order it came; a stranger is greeted first. */
function sayUnderstood(talk: Talk, before: ChatThread, said: readonly Said[]): Talk {
  const lines = said.flatMap(({ perceived }) => (perceived ? [understoodAs(perceived.kind, perceived.words)] : []));
  const isGreeted = before.greetedAt === null && talk.replies.length > 1;
  return lines.length === 0 ? talk : beginWith(talk, isGreeted ? 1 : 0, lines.join('\n'));
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
