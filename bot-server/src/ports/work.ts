import type {
  KeptTarget,
  PartReport,
  Progress,
  Provenance,
  TargetValue,
  WorkAct,
  WorkEntry,
  WorkItem,
} from '@phuong-so/shared/domain/work';

/** Tasks that were confirmed from the plans, and what units say of them. Every question names its ward. */
export interface Work {
  /** In the order of their plans. `unit`: only what it leads or coordinates. Without `all` only what is open. */
  list(request: {
    readonly ward: string;
    readonly unit?: string;
    readonly all?: boolean;
  }): Promise<readonly WorkItem[]>;
  /** null when there is none with this id, or it belongs to a demonstration and this is none. */
  byId(id: string): Promise<WorkItem | null>;
  /** Those made of one fact of a plan, shares of a collective lead among them. */
  madeOf(ward: string, documentId: string, factId: string): Promise<readonly WorkItem[]>;
  /** Confirms tasks. One that is there already (same ward, document, fact and share) is left as it is. Gives them all. */
  confirm(items: readonly NewWorkItem[], by: WorkDoer): Promise<readonly WorkItem[]>;
  /** Records one change if nobody changed the task meanwhile (`version` of `before`); else null and nothing is done. */
  change(before: WorkItem, change: WorkChange, entry: NewEntry, by: WorkDoer): Promise<WorkItem | null>;
  /** Puts shares in the place of a task, which is closed; null when somebody changed it meanwhile, or a share is there. */
  split(before: WorkItem, shares: readonly NewShare[], by: WorkDoer): Promise<readonly WorkItem[] | null>;
  /**
   * A unit's word. The same person with the same key: the report as it is, and nothing new. A lead's becomes the task's
   * `reported`, whatever its version, which stays: a word never collides with an edit, and none is lost.
   */
  report(item: WorkItem, report: NewReport, by: WorkDoer): Promise<PartReport>;
  /**
   * Confirms or returns a report. The newest confirmed word of a lead is the task's `confirmed`; with one that is returned
   * the word before it is `reported` again. null: decided already.
   */
  decide(report: PartReport, decision: Decision, by: WorkDoer): Promise<PartReport | null>;
  /** Oldest first. */
  reports(itemId: string): Promise<readonly PartReport[]>;
  /** Of a ward, made from `from` until before `until` (epoch ms), oldest first. */
  reportsBetween(ward: string, from: number, until: number): Promise<readonly PartReport[]>;
  /** Oldest first. */
  log(itemId: string): Promise<readonly WorkEntry[]>;
  /** What was done in a ward from `from` until before `until` (epoch ms), oldest first. */
  logBetween(ward: string, from: number, until: number): Promise<readonly (WorkEntry & { readonly itemId: string })[]>;
  /** A newer plan takes an older one's place: what is open of the older one is superseded. Gives how many. */
  supersede(plans: SupersededPlans, by: WorkDoer): Promise<number>;
  /** Older document → the newer that took its place. `demo`: as a demonstration's people said. */
  superseded(ward: string, demo: boolean): Promise<ReadonlyMap<string, string>>;
  /** Wards that have a confirmed task or target. */
  wards(): Promise<readonly string[]>;
}

/** Targets that were confirmed from the plans, and the values reached. */
export interface Targets {
  list(ward: string): Promise<readonly KeptTarget[]>;
  byId(id: string): Promise<KeptTarget | null>;
  /**
   * Those that are there already (same ward, document and fact) are brought up to what the plan says now; where they come
   * from and what was entered stays. Gives how many are there of them.
   */
  confirm(targets: readonly NewTarget[]): Promise<number>;
  /**
   * Of each target, unit and period what is confirmed and what was entered last, newest period first, then the newest entry.
   * Corrected ones are left out.
   */
  values(ward: string): Promise<readonly TargetValue[]>;
  /** null when it is not one of this target. */
  value(target: KeptTarget, id: string): Promise<TargetValue | null>;
  /**
   * Stands in the place of what the same unit entered before for the same period and nobody confirmed; what is confirmed
   * stands until the new one is. Same person, same key: as it is.
   */
  enter(target: KeptTarget, value: NewValue, by: WorkDoer): Promise<TargetValue>;
  /** A note goes with the value. null: decided already, or corrected meanwhile. */
  decide(value: TargetValue, decision: Decision): Promise<TargetValue | null>;
}

export type NewWorkItem = Pick<
  WorkItem,
  'ward' | 'from' | 'share' | 'group' | 'no' | 'title' | 'leads' | 'coordinating' | 'due' | 'responsible' | 'demo'
> & { /** Its place among all of its ward. */ readonly position: number };

/** It stands where the task stood that it is a share of. */
export type NewShare = Omit<NewWorkItem, 'position'>;

export type WorkChange = Partial<
  Pick<
    WorkItem,
    'title' | 'leads' | 'coordinating' | 'due' | 'eventOn' | 'dueAfterEvent' | 'responsible' | 'state' | 'muted'
  >
>;

export type NewEntry = Pick<WorkEntry, 'note' | 'changes'> & { readonly act: WorkAct };

export interface NewReport {
  readonly as: 'lead' | 'part';
  readonly progress: Progress;
  readonly pressKey: string;
}

/** `newer` takes the place of `older`; `demo`: of the demonstration's tasks. */
export interface SupersededPlans {
  readonly ward: string;
  readonly older: string;
  readonly newer: string;
  readonly demo: boolean;
}

export interface Decision {
  readonly confirm: boolean;
  readonly note: string | null;
}

/** Who did it: subject, and the office that is shown and kept. */
export interface WorkDoer {
  readonly subject: string;
  readonly office: string;
  /** Epoch ms. */
  readonly at: number;
}

export interface NewTarget {
  readonly ward: string;
  readonly from: Provenance;
  readonly name: string;
  readonly unit: string | null;
  readonly values: Readonly<Record<string, string | null>>;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly position: number;
  readonly demo: boolean;
}

export interface NewValue {
  readonly period: string;
  readonly value: string;
  readonly source: string;
  readonly note: string;
  /** Unit id. */
  readonly unit: string;
  readonly pressKey: string;
}
