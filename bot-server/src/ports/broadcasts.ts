import type { Broadcast, BroadcastAct, BroadcastContent, BroadcastState } from '@phuong-so/shared/domain/broadcast';
import type { BroadcastChange } from '@phuong-so/shared/domain/broadcast-steps';

/** Announcements from their first draft until the last message of them is settled. */
export interface Broadcasts {
  /**
   * A new draft under a code that no other announcement or draft of the ward has. With a key that its writer has used
   * before: what was written with it, as it is now.
   */
  write(draft: NewBroadcast, by: Doer): Promise<Broadcast>;
  /** null when there is none with this id, or it belongs to a demonstration and this is none. */
  byId(id: string): Promise<Broadcast | null>;
  /** Newest first, by when they were begun. */
  list(request: BroadcastsRequest): Promise<BroadcastsPage>;
  /**
   * Records one step, with what it makes of the broadcast, if nobody changed it meanwhile (`version` of `before`); else null
   * and nothing is done. Publishing, stopping and correcting do, in the same transaction, what belongs to them: the feed's
   * announcement, the end of what waits, the work of preparing.
   */
  take(before: Broadcast, step: TakenStep): Promise<Broadcast | null>;
  /**
   * Takes the one that has been due longest: scheduled and its time has come, or being prepared. null when none is.
   * Nobody else gets it until `leaseMs` from `now`.
   */
  claimDue(now: number, leaseMs: number): Promise<DueBroadcast | null>;
  /** Gives it back, to be claimed from `dueAt` on. False when the lease went to another. */
  release(claim: DueBroadcast, dueAt: number): Promise<boolean>;
  /** Marks as sent those that are being sent and of which nothing is left to settle. Gives how many. */
  finishSent(now: number): Promise<number>;
  /** What was published as this revision; null when there is none. */
  wording(id: string, revision: number): Promise<Wording | null>;
  /** What was done to it, oldest first. */
  log(id: string): Promise<readonly LogEntry[]>;
}

export interface NewBroadcast extends BroadcastContent {
  readonly ward: string;
  /** An office: "Tổ trưởng tổ dân phố 5". */
  readonly sender: string;
  readonly demo: boolean;
  /** The app's key for this draft: written again by the same person it is the same draft. */
  readonly pressKey?: string;
}

/** Who did it: subject ("" = the service itself), and the office that is shown and kept. */
export interface Doer {
  readonly subject: string;
  readonly office: string;
  /** Epoch ms. */
  readonly at: number;
}

export interface TakenStep {
  readonly act: BroadcastAct;
  readonly change: BroadcastChange;
  readonly by: Doer;
  /** Goes into the record; never more of a person than the office. */
  readonly note?: string | null;
  /** The app's key for one press of a button. */
  readonly pressKey?: string | null;
  /** Proves the scheduler's lease, where it is the scheduler that acts. */
  readonly token?: string;
  /** The next one of its series, written together with this step. */
  readonly next?: { readonly sendAt: number; readonly eventAt: number | null };
}

export interface BroadcastsRequest {
  readonly ward: string;
  /** Only those for exactly this group; null = all of the ward. */
  readonly group: string | null;
  readonly state: BroadcastState | null;
  readonly limit: number;
  readonly after: BroadcastPlace | null;
}

export interface BroadcastPlace {
  readonly createdAt: number;
  readonly id: string;
}

export interface BroadcastsPage {
  readonly broadcasts: readonly Broadcast[];
  readonly next: BroadcastPlace | null;
}

export interface DueBroadcast {
  readonly token: string;
  readonly broadcast: Broadcast;
  /** Where preparing its audience goes on; null = there is nothing to prepare. "" = from the beginning. */
  readonly preparing: string | null;
  /** Messages to people made so far: the next one's place in the pace. */
  readonly prepared: number;
}

export type Wording = Pick<BroadcastContent, 'title' | 'body' | 'event'>;

export interface LogEntry {
  readonly at: number;
  readonly act: BroadcastAct;
  readonly office: string;
  readonly note: string | null;
  readonly revision: number;
}
