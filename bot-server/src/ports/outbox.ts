import type { OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Topic } from '@phuong-so/shared/domain/conversation';

/** Messages on their way to people. Each is sent once; the order within one chat is kept. */
export interface Outbox {
  /** Puts messages in; one whose id is already there is left as it is. All or none. */
  add(messages: readonly OutboxMessage[]): Promise<void>;
  /**
   * Takes up to `limit` due messages of one account, oldest first, at most one for each person, and none while an earlier
   * message to the same person is unsettled. Nobody else gets them until `leaseMs` from `now`. A message whose lease ran
   * out, or that was settled as uncertain, comes back with `mayHaveArrived`: look before sending it again.
   */
  claim(oaId: string, now: number, leaseMs: number, limit: number): Promise<readonly ClaimedMessage[]>;
  /** Records what became of a claimed message. False, and nothing changed, when the lease went to another. */
  settle(claim: ClaimedMessage, settlement: Settlement): Promise<boolean>;
  /** Which of these message ids of Zalo's belong to messages that are recorded as sent. */
  ownMessageIds(key: ThreadKey, messageIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the sent message was about; null when it is unknown or about nothing. */
  topicOf(key: ThreadKey, messageId: string): Promise<Topic | null>;
  /** Notes that the person's phone got or showed these messages. Unknown ids are not an error. Epoch ms. */
  noteReceipt(key: ThreadKey, messageIds: readonly string[], kind: 'received' | 'seen', at: number): Promise<void>;
  /** Accounts that have something unsettled, with how many and since when (epoch ms). */
  waiting(): Promise<readonly { readonly oaId: string; readonly messages: number; readonly oldestAt: number }[]>;
  /** Forgets settled messages made before this time, epoch ms. */
  prune(before: number): Promise<void>;
}

export interface ClaimedMessage {
  /** Proves the lease. */
  readonly token: string;
  readonly message: OutboxMessage;
  /** Tries that counted, before this one. */
  readonly attempts: number;
  /** An earlier try may have reached the person. */
  readonly mayHaveArrived: boolean;
  /** When that try began, epoch ms; null when there was none. */
  readonly triedAt: number | null;
}

/**
 * `verdict`: what Zalo's answer meant, as a short name for logs and counters; `error`: its code, where one ended the message.
 * `later` changes nothing about what an earlier try may have done. The words are forgotten on `sent` and `dead`.
 */
export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: string | null; readonly at: number }
  | { readonly kind: 'later'; readonly dueAt: number; readonly verdict: string; readonly counts: boolean }
  | { readonly kind: 'uncertain'; readonly dueAt: number; readonly verdict: string }
  | { readonly kind: 'dead'; readonly verdict: string; readonly error?: number };
