import type { ProgressState } from './work.ts';

/** Which tasks somebody looks at. */
export const WORK_LISTS = ['own', 'soon', 'overdue'] as const;
export type WorkListKind = (typeof WORK_LISTS)[number];

/**
 * Screens of officials' work. `id` is the task's. A report is kept here, with numbers of people masked, from when it was read
 * back until it is written or dropped. `at`: when it was read back, epoch ms: one press.
 */
export type WorkScreen =
  /** Tasks from the position `from` on. */
  | { readonly kind: 'work_list'; readonly of: WorkListKind; readonly from: number }
  | { readonly kind: 'work_task'; readonly id: string }
  /** Reads back what would be written; then writes it. */
  | { readonly kind: 'work_report'; readonly id: string; readonly said: SaidProgress }
  | { readonly kind: 'work_write'; readonly id: string; readonly said: SaidProgress; readonly at: number }
  | { readonly kind: 'work_drop' }
  /** Asks why no reminders are wanted until this ISO day; then writes it. */
  | { readonly kind: 'work_mute'; readonly id: string; readonly until: string }
  | { readonly kind: 'work_quiet'; readonly id: string; readonly until: string; readonly reason: string }
  /** Reminds of it again. */
  | { readonly kind: 'work_unmute'; readonly id: string };

/** How far something is, as it was read from a line. */
export interface SaidProgress {
  readonly state: ProgressState;
  readonly percent: number | null;
  readonly count: { readonly value: number; readonly of: number; readonly what: string } | null;
  /** "" = none. */
  readonly note: string;
  readonly obstacle: string;
}
