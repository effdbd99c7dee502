import type {
  EVIDENCE_KINDS,
  OBSTACLE_ACTS,
  OBSTACLE_KINDS,
  OBSTACLE_STATES,
  PART_STATES,
  PERIODIC_REPORT_KINDS,
  PERIODIC_REPORT_STATES,
  PROGRESS_STATES,
  WORK_ACTS,
  WORK_STATES,
} from '../contracts/work-words.ts';
import type { DueDate, FactOrigin } from './plan.ts';
import type { SessionRole } from './session.ts';

export type WorkState = (typeof WORK_STATES)[number];
export type ProgressState = (typeof PROGRESS_STATES)[number];
export type PartState = (typeof PART_STATES)[number];
export type WorkAct = (typeof WORK_ACTS)[number];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who acts, by what the ward grants at this moment. */
export interface WorkActor {
  readonly subject: string;
  readonly role: SessionRole;
  readonly ward: string | null;
  /** As the plan prints it; the unit's id comes from the ward's directory. */
  readonly unit: string | null;
  readonly demo: boolean;
}

/** Where in a plan something was read. Never changes: what is edited afterwards stands beside it. */
export interface Provenance {
  readonly documentId: string;
  /** "43/KH-UBND"; null where the plan prints none. */
  readonly documentNumber: string | null;
  /** ISO day of the plan; null where it prints none. */
  readonly documentDate: string | null;
  /** Id of the task or target within its document. */
  readonly factId: string;
  readonly origin: FactOrigin;
  readonly group: string | null;
  readonly no: string | null;
  readonly title: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: string | null;
  readonly section: string | null;
  readonly annex: string | null;
  readonly quote: string;
}

/** A task of a plan that the standing unit has confirmed: somebody answers for it. */
export interface WorkItem {
  readonly id: string;
  readonly ward: string;
  readonly from: Provenance;
  /** "" or, of a task whose collective lead was split, the unit whose share this is. One row for each (from, share). */
  readonly share: string;
  readonly group: string | null;
  readonly no: string | null;
  readonly title: string;
  /** Ids of units. */
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: DueDate;
  /** ISO day on which what the task waits for has happened; null = not recorded. */
  readonly eventOn: string | null;
  /** ISO last day in time after the event, as the standing unit set it; null = none. */
  readonly dueAfterEvent: string | null;
  readonly responsible: Responsible | null;
  readonly state: WorkState;
  /** No reminders until and including this ISO day. */
  readonly muted: { readonly until: string; readonly reason: string } | null;
  /** The newest word of a lead unit that was not given back; null = none. */
  readonly reported: Progress | null;
  /** The newest word of a lead unit that the standing unit has confirmed. Never what was only reported. */
  readonly confirmed: Progress | null;
  /** Grows by one with every change, a confirmed word among them; a word that is only reported changes nothing. */
  readonly version: number;
  readonly createdAt: number;
  readonly demo: boolean;
}

/** `subject`: the person's, where they took it on themselves; `label`: as colleagues call them, seen by officials of the ward alone. */
export interface Responsible {
  readonly subject: string | null;
  readonly label: string;
}

/** How far something is, in one unit's words at one time. */
export interface Progress {
  readonly state: ProgressState;
  /** 0 to 100. */
  readonly percent: number | null;
  readonly count: Count | null;
  /** "" = none. */
  readonly note: string;
  /** What stands in the way; "" = nothing. */
  readonly obstacle: string;
  readonly evidence: readonly Evidence[];
  /** Epoch ms. */
  readonly at: number;
  /** Unit id of those whose word it is. */
  readonly unit: string;
}

/** "12 of 15 lớp học". */
export interface Count {
  readonly value: number;
  readonly of: number | null;
  readonly what: string;
}

/** `link`: an https address; `file`: id of an attachment; `figure`: words with a number. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly value: string;
}

/** What a unit has reported of a task. A lead's is confirmed by the standing unit, a coordinating unit's by a lead. */
export interface PartReport {
  readonly id: string;
  readonly itemId: string;
  readonly ward: string;
  /** lead: it speaks for the task; part: for what the unit contributes. */
  readonly as: 'lead' | 'part';
  readonly progress: Progress;
  readonly state: PartState;
  /** Why it was returned. */
  readonly decisionNote: string | null;
  readonly decidedAt: number | null;
}

/** One thing done to a task; the office stays, the person is forgotten when they are erased. */
export interface WorkEntry {
  readonly at: number;
  readonly act: WorkAct;
  readonly office: string;
  readonly note: string | null;
  /** What changed, field by field, as a person reads it. */
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  /** Its number in the task's history, from 1. */
  readonly version: number;
}

/** A target of a plan that the standing unit has confirmed. Two that contradict each other are two. */
export interface KeptTarget {
  readonly id: string;
  readonly ward: string;
  readonly from: Provenance;
  readonly name: string;
  readonly unit: string | null;
  /** Year → value as normalised by the parser; null = "-": none for that year. "" = the plan states no year. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly version: number;
  readonly demo: boolean;
}

/** What was reached of a target by the end of a period. Entered, never computed from something else. */
export interface TargetValue {
  readonly id: string;
  readonly targetId: string;
  readonly ward: string;
  /** "2025", "2026-H1", "2026-Q3" or "2026-09". */
  readonly period: string;
  /** As entered: "82,5%", "Đạt", "12/15". */
  readonly value: string;
  readonly source: string;
  readonly note: string;
  readonly state: PartState;
  readonly unit: string;
  readonly office: string;
  readonly at: number;
  /** A corrected one stands behind the one that replaced it. */
  readonly replacedBy: string | null;
}

export type PeriodicReportKind = (typeof PERIODIC_REPORT_KINDS)[number];
export type PeriodicReportState = (typeof PERIODIC_REPORT_STATES)[number];

/** A report's draft: sections of text that people edit; figures in them come from what was entered. */
export interface ReportDraft {
  readonly id: string;
  readonly ward: string;
  /** Unit id; null = the ward's own report. */
  readonly unit: string | null;
  readonly kind: PeriodicReportKind;
  /** "2026", "2026-H1", or for one on demand its first and last ISO day "2026-01-01..2026-11-21". */
  readonly period: string;
  readonly state: PeriodicReportState;
  readonly sections: readonly ReportSection[];
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly demo: boolean;
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** Paragraphs parted by a line break. */
  readonly text: string;
  /** Somebody changed what was drafted: drafting anew leaves it alone and says so. */
  readonly edited: boolean;
}

export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];
export type ObstacleState = (typeof OBSTACLE_STATES)[number];
export type ObstacleAct = (typeof OBSTACLE_ACTS)[number];

/** Something in the way of the plan's work (by a unit), or a proposal (by anybody signed in). */
export interface Obstacle {
  readonly id: string;
  /** "VM-7K2M9", by which its writer finds it again. */
  readonly code: string;
  readonly ward: string;
  readonly kind: ObstacleKind;
  readonly title: string;
  readonly body: string;
  /** Unit id of those who raise it; null = a resident. */
  readonly unit: string | null;
  /** Of the person; "" once erased. */
  readonly raisedBy: string;
  readonly workId: string | null;
  readonly state: ObstacleState;
  /** Unit id through which the plan lets it go, then who has it now. */
  readonly through: string | null;
  readonly owner: string | null;
  /** ISO day. */
  readonly dueOn: string | null;
  /** Id of the obstacle that stands for a group of like ones. */
  readonly groupedUnder: string | null;
  readonly answer: string | null;
  readonly version: number;
  readonly createdAt: number;
  readonly demo: boolean;
}
