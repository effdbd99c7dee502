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
   * (epoch ms). Who has not stays unasked about: Zalo would refuse.
   */
  toTell(day: string, wroteSince: number, limit: number): Promise<readonly string[]>;
  /** A person's of this day, as they were decided. */
  of(subject: string, day: string): Promise<readonly WorkReminder[]>;
  /** The person's reminders of this day need no message any more. */
  told(subject: string, day: string, at: number): Promise<void>;
  /** Forgets those of days before this one. */
  prune(before: string): Promise<void>;
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
