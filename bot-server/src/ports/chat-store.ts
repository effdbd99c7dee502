import type { ChatEvent, ChatThread, OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';

/** Chat events that wait for an answer, and what is remembered of each person's chat. */
export interface ChatStore {
  /**
   * Stores the events that are new; durable when it resolves, all or none. `dueAt`: when they may be looked at, epoch ms.
   * Gives the number of new ones. An event whose id was stored before changes nothing, also when its person has been
   * erased since.
   */
  accept(events: readonly ChatEvent[], dueAt: number): Promise<number>;
  /**
   * Takes the chat whose due event has waited longest, with every waiting event of it in the order they happened.
   * null when none is due. Until `leaseMs` from `now` nobody else gets this chat, however many ask at once.
   */
  claim(now: number, leaseMs: number): Promise<ClaimedChat | null>;
  /**
   * All at once or not at all: the claimed events are done and their words gone, the messages stand in the outbox, the
   * thread is replaced, or removed when it remembers nothing. Events that came meanwhile stay due. False, and nothing changed, when the lease went to another.
   */
  finish(claim: ClaimedChat, outcome: ChatOutcome): Promise<boolean>;
  /** Gives the chat back, to be claimed from `dueAt` on; its events wait. False when the lease went to another. */
  postpone(claim: ClaimedChat, dueAt: number): Promise<boolean>;
  /** The thread as it stands; null for a stranger. */
  thread(key: ThreadKey): Promise<ChatThread | null>;
  /** Those of up to a thousand chats that are known, in one question and no order. */
  threads(keys: readonly ThreadKey[]): Promise<readonly ChatThread[]>;
  /** Removes every trace of the person: events, messages, thread, topics. A repeated delivery of an old event brings none back. */
  erase(key: ThreadKey): Promise<void>;
  /** How many events wait, and when the oldest of them came (epoch ms; null when none waits). */
  waiting(): Promise<{ readonly events: number; readonly oldestAt: number | null }>;
  /** Forgets done events accepted before `eventsBefore`, and chats without a message since `threadsBefore`. Epoch ms. */
  prune(eventsBefore: number, threadsBefore: number): Promise<void>;
}

export interface ClaimedChat {
  /** Proves the lease. */
  readonly token: string;
  readonly thread: ChatThread;
  /** May be empty: whatever was due has been done by somebody else. */
  readonly events: readonly ChatEvent[];
  /** How often the chat was claimed without being finished or postponed. 1 at the first try. */
  readonly attempt: number;
}

export interface ChatOutcome {
  readonly thread: ChatThread;
  readonly messages: readonly OutboxMessage[];
}
