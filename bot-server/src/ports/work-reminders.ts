import type { OutboxMessage } from '@phuong-so/shared/domain/chat';
import type { ReminderRank } from '@phuong-so/shared/domain/work-reminders';

/**
 * Reminders of officials' work: decided once for each ward and day, told in one message to each person and day. Days are ISO
 * days in Vietnam.
 */
export interface WorkReminders {
  /** Those of these wards for which nobody has finished this day yet. */
  pending(wards: readonly string[], day: string): Promise<readonly string[]>;
  /** Takes a ward's day for `leaseMs`; null when it is done or another has it. */
  claim(ward: string, day: string, now: number, leaseMs: number): Promise<ReminderClaim | null>;
  /** Keeps the reminders and ends the day; a reminder that is there already is left as it is. False, and nothing kept, when the lease went to another. */
  finish(claim: ReminderClaim, reminders: readonly NewWorkReminder[], at: number): Promise<boolean>;
  /**
   * People with reminders of this day of which they have not been told, who have written in a joined chat since this moment
   * (epoch ms), ward by ward, behind `after`. Who has not written is left out: Zalo would refuse.
   */
  toTell(
    day: string,
    wroteSince: number,
    page: { readonly after: Reminded | null; readonly limit: number },
  ): Promise<readonly Reminded[]>;
  /** Those of these people of this day, as they were decided; up to a thousand people. */
  of(subjects: readonly string[], day: string): Promise<readonly WorkReminder[]>;
  /**
   * The messages stand in the outbox, and these people's reminders of this day need none any more: both or neither. A message
   * that is there already is left as it is.
   */
  tell(
    day: string,
    told: { readonly subjects: readonly string[]; readonly messages: readonly OutboxMessage[]; readonly at: number },
  ): Promise<void>;
  /** Forgets those of days before this one. */
  prune(before: string): Promise<void>;
}

/** Somebody, and the ward whose work they are reminded of. */
export interface Reminded {
  readonly ward: string;
  readonly subject: string;
}

export interface ReminderClaim {
  readonly ward: string;
  readonly day: string;
  /** The day that was finished last; null = none. */
  readonly since: string | null;
  /** Proves the lease. */
  readonly token: string;
}

export interface NewWorkReminder {
  readonly subject: string;
  /** Of the task; a report is named by `reportItem`. */
  readonly itemId: string;
  /** `Occasion.key`. */
  readonly occasion: string;
  readonly rank: ReminderRank;
}

export interface WorkReminder extends NewWorkReminder {
  readonly ward: string;
  readonly day: string;
  readonly told: boolean;
}
