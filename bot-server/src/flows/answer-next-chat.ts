import type { ChatEvent, ChatThread, OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Alarms } from '../ports/alarms.ts';
import type { ChatStore, ClaimedChat } from '../ports/chat-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Outbox } from '../ports/outbox.ts';

/** What is to become of a claimed chat. */
export interface ChatTurn {
  readonly thread: ChatThread;
  readonly messages: readonly OutboxMessage[];
  /** The person asked to be forgotten. */
  readonly erase: boolean;
  /** Wait for the person's next line until then, epoch ms; null = this is the whole turn. */
  readonly postponeUntil: number | null;
}

export interface AnswerChatDeps {
  readonly chats: ChatStore;
  readonly outbox: Outbox;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Decides what is said. Same input, same messages: a crash in the middle repeats it. */
  readonly converse: (input: {
    readonly thread: ChatThread;
    readonly events: readonly ChatEvent[];
    readonly now: number;
  }) => Promise<ChatTurn>;
  readonly onError: (error: unknown) => void;
  /** Messages stand in the outbox now. */
  readonly onMessages: () => void;
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
  if (events.length === 0) return void (await deps.chats.finish(claim, { thread, messages: [] }));
  const turn = await deps.converse({ thread, events, now });
  if (turn.postponeUntil !== null && turn.postponeUntil > now) {
    return void (await deps.chats.postpone(claim, turn.postponeUntil));
  }
  await noteReceipts(deps.outbox, thread, events);
  if (turn.erase) return deps.chats.erase(thread);
  const kept = await deps.chats.finish(claim, { thread: turn.thread, messages: turn.messages });
  if (kept && turn.messages.length > 0) deps.onMessages();
  for (const { kind } of events) deps.metrics.count('chat_events_done_total', { kind });
}

async function noteReceipts(outbox: Outbox, key: ThreadKey, events: readonly ChatEvent[]): Promise<void> {
  for (const { kind, messageIds, at } of events) {
    if (kind === 'received' || kind === 'seen') await outbox.noteReceipt(key, messageIds, kind, at);
  }
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
