import type {
  PeriodicReportKind,
  PeriodicReportState,
  ReportDraft,
  ReportSection,
} from '@phuong-so/shared/domain/work';
import type { WorkDoer } from './work.ts';

/** Drafts of reports, with every version that they ever had. Every list names its ward. */
export interface ReportDrafts {
  /** The newest change first. */
  list(ward: string): Promise<readonly ReportDraft[]>;
  /** What of the ward, or of its demonstration, is with the standing unit, or done: not what is still being written. */
  handedIn(ward: string, demo: boolean): Promise<readonly HandedIn[]>;
  /** null when there is none with this id, or it belongs to a demonstration and this is none. */
  byId(id: string): Promise<ReportDraft | null>;
  /** The draft of this ward, unit, kind and period; where there is one already it is given as it is. */
  open(draft: NewReportDraft, by: WorkDoer): Promise<ReportDraft>;
  /** Keeps a new version if nobody changed the draft meanwhile (`version` of `before`); else null and nothing is done. */
  change(before: ReportDraft, change: ReportDraftChange, by: WorkDoer): Promise<ReportDraft | null>;
  /** Newest first. */
  versions(id: string): Promise<readonly ReportVersion[]>;
}

export type HandedIn = Pick<ReportDraft, 'unit' | 'kind' | 'period'>;

export interface NewReportDraft {
  readonly ward: string;
  /** null = the ward's own. */
  readonly unit: string | null;
  readonly kind: PeriodicReportKind;
  readonly period: string;
  readonly sections: readonly ReportSection[];
  readonly demo: boolean;
}

export interface ReportDraftChange {
  readonly sections?: readonly ReportSection[];
  readonly state?: PeriodicReportState;
}

export interface ReportVersion {
  readonly version: number;
  /** Epoch ms. */
  readonly at: number;
  /** Whose hand it was: never a name. */
  readonly office: string;
  readonly sections: readonly ReportSection[];
}
