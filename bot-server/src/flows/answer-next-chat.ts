import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Alarms } from '../ports/alarms.ts';
import type { ChatStore, ClaimedChat } from '../ports/chat-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { ChatClaim, Conversation } from './converse.ts';

export interface AnswerChatDeps {
  readonly chats: ChatStore;
  /** Both learn what the person's phone got and showed. */
  readonly outbox: Pick<Outbox, 'noteReceipt'>;
  readonly deliveries: Pick<Deliveries, 'noteReceipt'>;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Decides what is said. The same claim gives the same messages: a crash in the middle repeats it. */
  readonly converse: (claim: ChatClaim) => Promise<Conversation>;
  readonly onError: (error: unknown) => void;
  /** Messages of this account stand in the outbox now. */
  readonly onMessages: (oaId: string) => void;
}

/** Far longer than any answer takes. */
const LEASE_MS = 30_000;
/** After this many failures the words are given up, and an operator is told. */
const MOST_TRIES = 5;

/** Answers the chat that has waited longest. False when none is due. */
export async function answerNextChat(deps: AnswerChatDeps): Promise<boolean> {
  const now = deps.clock.now().getTime();
  const claim = await deps.chats.claim(now, LEASE_MS);
  if (claim === null) return false;
  try {
    await answer(deps, claim, now);
  } catch (error) {
    deps.onError(error);
    await giveUpOrWait(deps, claim);
  }
  return true;
}

async function answer(deps: AnswerChatDeps, claim: ClaimedChat, now: number): Promise<void> {
  const { thread, events } = claim;
  const turn = await deps.converse({ thread, events, now });
  if (turn.postponeUntil !== undefined && turn.postponeUntil > now) {
    await deps.chats.postpone(claim, turn.postponeUntil);
    return;
  }
  for (const taker of [deps.outbox, deps.deliveries]) await noteReceipts(taker, thread, turn);
  if (turn.erase) return deps.chats.erase(thread);
  const kept = await deps.chats.finish(claim, { thread: turn.thread, messages: turn.messages });
  if (!kept) return;
  if (turn.messages.length > 0) deps.onMessages(thread.oaId);
  for (const outcome of turn.outcomes) deps.metrics.count('answers_total', { outcome, channel: 'chat' });
}

async function noteReceipts(
  taker: Pick<Outbox, 'noteReceipt'>,
  key: ThreadKey,
  { receipts }: Conversation,
): Promise<void> {
  for (const { kind, messageIds, at } of receipts) await taker.noteReceipt(key, messageIds, kind, at);
}

/** The lease runs out and the chat is tried again; an event that always fails must not hold up the next ones for ever. */
async function giveUpOrWait(deps: AnswerChatDeps, claim: ClaimedChat): Promise<void> {
  if (claim.attempt < MOST_TRIES) return;
  await deps.chats.finish(claim, { thread: claim.thread, messages: [] });
  await deps.alarms.raise(
    'event_failed',
    claim.thread.oaId,
    'Có tin nhắn của người dân không xử lý được sau nhiều lần thử: xem OA Manager để trả lời trực tiếp, và báo người phụ trách kỹ thuật.',
  );
}
