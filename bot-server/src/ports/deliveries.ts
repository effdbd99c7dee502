import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Channel, DeliveryState, UnreachedReason } from '@phuong-so/shared/domain/delivery';
import type { DueBroadcast } from './broadcasts.ts';

/** Announcements on their way: one row for each announcement, revision, person and channel, and never a second. */
export interface Deliveries {
  /**
   * Puts a page of the audience in, moves the place of preparing on and gives the broadcast back, together, if the lease
   * still holds; else false and nothing changed. What is there already is left. `next`: where to go on; null = that was all.
   */
  prepare(claim: DueBroadcast, page: PreparedPage): Promise<boolean>;
  /**
   * People who have, or may have, an earlier wording than this revision's, by id after `after`, at most `limit`. null while
   * a message with an earlier wording is under way: ask again.
   */
  toldBefore(broadcastId: string, revision: number, after: string, limit: number): Promise<readonly Told[] | null>;
  /**
   * Takes up to `limit` due ones of one account, emergencies first, then by time; with `emergenciesOnly` none else. Nobody
   * else gets them until `leaseMs` from `now`; on the disk when it resolves. Rows whose lease ran out become uncertain.
   */
  claim(wish: DeliveryWish): Promise<readonly ClaimedDelivery[]>;
  /** Takes up to `limit` uncertain ones whose conversation is to be looked into. They are never sent again. */
  claimLooks(wish: Omit<DeliveryWish, 'emergenciesOnly'>): Promise<readonly ClaimedDelivery[]>;
  /** Records what became of claimed ones. Gives how many were still ours. */
  settle(settled: readonly SettledDelivery[]): Promise<number>;
  /** Which of these message ids of Zalo's belong to deliveries that are recorded as sent to this person. */
  ownMessageIds(key: ThreadKey, messageIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The person's phone got or showed these messages. Unknown ids are not an error. Epoch ms. */
  noteReceipt(key: ThreadKey, messageIds: readonly string[], kind: 'received' | 'seen', at: number): Promise<void>;
  /** Forgets those of broadcasts begun before this time, epoch ms. */
  prune(before: number): Promise<void>;
  /** Accounts with something to be sent or looked at, and how much of it. */
  waiting(): Promise<readonly { readonly oaId: string; readonly messages: number }[]>;
  /** How many are in each state, by revision, channel and reason. Adds up to all that were prepared. */
  totals(broadcastId: string): Promise<readonly DeliveryTotal[]>;
  /**
   * Each person once, by the furthest that any channel got with any revision. The app's own list comes to nobody by itself:
   * it counts once they have read it there. So those on their way, arrived and `unreached` are everybody.
   */
  people(broadcastId: string): Promise<readonly PeopleTotal[]>;
  /** Reads by the hour in which they were made (epoch ms of its start), oldest first; the first of each person. */
  readsByHour(broadcastId: string): Promise<readonly { readonly hour: number; readonly reads: number }[]>;
  /**
   * People to whom nothing came that is known to have arrived, and who have not read it in the app, by group and reason.
   * null as group: not known.
   */
  unreached(broadcastId: string): Promise<readonly UnreachedTotal[]>;
}

export interface NewDelivery {
  readonly recipient: string;
  readonly channel: Channel;
  readonly group: string | null;
  readonly chat: ThreadKey | null;
  readonly state: 'pending' | 'sent' | 'failed';
  readonly reason: UnreachedReason | null;
  /** Epoch ms. */
  readonly dueAt: number | null;
  readonly expiresAt: number | null;
  readonly priority: 0 | 1;
}

export interface PreparedPage {
  readonly rows: readonly NewDelivery[];
  /** How many of the rows go out by the pace. */
  readonly messages: number;
  readonly next: string | null;
  readonly now: number;
}

export interface Told {
  readonly recipient: string;
  readonly channel: Channel;
  readonly group: string | null;
  readonly chat: ThreadKey | null;
  readonly expiresAt: number | null;
}

export interface DeliveryWish {
  readonly oaId: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly emergenciesOnly: boolean;
}

export interface ClaimedDelivery {
  /** Proves the lease. */
  readonly token: string;
  readonly id: string;
  readonly broadcastId: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly chat: ThreadKey;
  /** The revision whose words are to be sent: the newest when it was claimed. */
  readonly revision: number;
  /** It is a correction of what the person has. */
  readonly corrects: boolean;
  readonly attempts: number;
  readonly expiresAt: number | null;
  /** When the try began whose end is not known, epoch ms; null = it has not been tried. */
  readonly triedAt: number | null;
}

/**
 * `later`: it was certainly not sent. `uncertain`: it may have been; `lookAt` null = it has been looked for, and what became
 * of it stays unknown. `left`: the person does not want the account's messages.
 */
export type DeliverySettlement =
  | { readonly kind: 'sent'; readonly messageId: string | null; readonly at: number }
  | { readonly kind: 'later'; readonly dueAt: number; readonly verdict: string; readonly counts: boolean }
  | { readonly kind: 'uncertain'; readonly lookAt: number | null; readonly verdict: string }
  | { readonly kind: 'failed'; readonly reason: UnreachedReason; readonly verdict: string; readonly at: number };

export interface SettledDelivery {
  readonly claim: ClaimedDelivery;
  readonly settlement: DeliverySettlement;
}

export interface DeliveryTotal {
  readonly revision: number;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly reason: UnreachedReason | null;
  readonly count: number;
}

export interface PeopleTotal {
  readonly state: DeliveryState;
  readonly people: number;
}

export interface UnreachedTotal {
  readonly group: string | null;
  readonly reason: UnreachedReason;
  readonly people: number;
}
