import type { WorkStanding } from '@phuong-so/shared/contracts/work';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { SaidProgress, WorkListKind } from '@phuong-so/shared/domain/chat-screen-work';
import type { WorkItem } from '@phuong-so/shared/domain/work';

/**
 * Officials' work as the chat uses it: the same rules as in the Mini App. The right of whoever writes is read anew each time,
 * and what they may not see is as if it were not there.
 */
export interface Working {
  /** null for whoever holds no official's right here. `ward`: the one whose account this is; null = it serves several. */
  readonly official: (key: ThreadKey, ward: string | null) => Promise<WorkOfficial | null>;
  /** `own`: of their unit; the others too, but of the whole ward for the standing unit. The most pressing first. */
  readonly list: (key: ThreadKey, of: WorkListKind) => Promise<readonly WorkTask[]>;
  /** Open tasks of the ward, in the order of their plans. */
  readonly all: (key: ThreadKey) => Promise<readonly WorkTask[]>;
  readonly see: (key: ThreadKey, id: string) => Promise<WorkTask | null>;
  /** The same press twice is one. */
  readonly report: (key: ThreadKey, id: string, said: SaidProgress, pressKey: string) => Promise<WorkDone>;
  /** No reminders until and including this ISO day; null: reminders again. */
  readonly mute: (key: ThreadKey, id: string, until: string | null, reason: string) => Promise<WorkDone>;
  /**
   * Reports that the ward's plans ask for and that the person's unit is not recorded as having handed in: of each the next day,
   * and days that have passed; earliest first.
   */
  readonly reports: (key: ThreadKey) => Promise<readonly AskedFor[]>;
  /** Today's ISO day, by which tasks are due. */
  readonly today: () => string;
}

/** An official, by the right that holds at this moment. */
export interface WorkOfficial {
  readonly ward: string;
  /** "Phòng Văn hóa - Xã hội"; null = of none that the ward knows. */
  readonly unit: string | null;
  /** Their unit gathers for the ward. */
  readonly isStanding: boolean;
  /** The unit that gathers. */
  readonly standingUnit: string;
}

/** A task as the person who asks sees it. */
export interface WorkTask {
  readonly item: WorkItem;
  /** "III.5"; null where the plan numbers it not. */
  readonly name: string | null;
  readonly standing: WorkStanding;
  /** ISO last day in time that counts today; null = none. */
  readonly lastDay: string | null;
  /** Names of the units that lead, and coordinate. */
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  /** It is of the person's own unit, as lead or coordinating. */
  readonly isOwn: boolean;
  readonly mayReport: boolean;
  readonly mayMute: boolean;
  /** Who confirms what the person would report: a unit's name. */
  readonly confirmedBy: string;
}

/** A report that a plan asks for. */
export interface AskedFor {
  readonly what: string;
  readonly toWhom: string | null;
  /** ISO last day in time, perhaps past; null = the plan states none. */
  readonly day: string | null;
  /** As the plan prints it. */
  readonly when: string;
}

/** What was done, or why it was not: a sentence for the person. */
export type WorkDone =
  | { readonly kind: 'done'; readonly task: WorkTask }
  | { readonly kind: 'refused'; readonly why: string };
