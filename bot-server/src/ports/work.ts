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
  /** Puts shares in the place of a task, which is closed; null when somebody changed it meanwhile. */
  split(before: WorkItem, shares: readonly NewWorkItem[], by: WorkDoer): Promise<readonly WorkItem[] | null>;
  /**
   * A unit's word. The same person with the same key: the report as it is, and nothing new. A lead's becomes the task's
   * `reported`, whatever its version: a word never collides with an edit, and none is lost.
   */
  report(item: WorkItem, report: NewReport, by: WorkDoer): Promise<PartReport>;
  /** Confirms or returns a report; a lead's confirmed word becomes the task's `confirmed`. null: decided already. */
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
  supersede(ward: string, older: string, newer: string, by: WorkDoer): Promise<number>;
  /** Older document → the newer that took its place. */
  superseded(ward: string): Promise<ReadonlyMap<string, string>>;
  /** Wards that have a confirmed task or target. */
  wards(): Promise<readonly string[]>;
}

/** Targets that were confirmed from the plans, and the values reached. */
export interface Targets {
  list(ward: string): Promise<readonly KeptTarget[]>;
  byId(id: string): Promise<KeptTarget | null>;
  /** Those that are there already (same ward, document and fact) are left as they are. Gives how many are there of them. */
  confirm(targets: readonly NewTarget[], by: WorkDoer): Promise<number>;
  /** The newest value of each period, newest period first; corrected ones are left out. */
  values(ward: string): Promise<readonly TargetValue[]>;
  /** Stands in the place of an earlier value of the same target, unit and period. Same person, same key: as it is. */
  enter(target: KeptTarget, value: NewValue, by: WorkDoer): Promise<TargetValue>;
  /** null: decided already, or corrected meanwhile. */
  decide(value: TargetValue, confirm: boolean, by: WorkDoer): Promise<TargetValue | null>;
}

export type NewWorkItem = Pick<
  WorkItem,
  'ward' | 'from' | 'share' | 'group' | 'no' | 'title' | 'leads' | 'coordinating' | 'due' | 'responsible' | 'demo'
> & { /** Its place among all of its ward. */ readonly position: number };

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
