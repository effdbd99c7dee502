import type { WorkStanding } from '../contracts/work.ts';
import { addDays } from './calendar.ts';
import { vietnamDay } from './vietnam-time.ts';
import type { WorkItem } from './work.ts';

/** As many days before its last day a task counts as due soon. */
export const DAYS_SOON = 30;

/** What the clock needs to know of a task. */
export type Timed = Pick<WorkItem, 'state' | 'due' | 'eventOn' | 'dueAfterEvent' | 'confirmed' | 'reported'>;

/**
 * Where a task stands on the ISO day `today`. Only what is confirmed ends it: a task that its unit calls done and nobody
 * has confirmed stays overdue, "theo kế hoạch, chưa có xác nhận". "Thường xuyên" asks for a word each quarter, "hằng năm"
 * each year; a word that was only reported is a word.
 */
export function standingOf(item: Timed, today: string): WorkStanding {
  if (item.state !== 'open' || item.confirmed?.state === 'not_applicable') return 'closed';
  const rhythm = rhythmOf(item);
  if (rhythm === null) return item.confirmed?.state === 'done' ? 'done' : datedStanding(item, today);
  if (item.reported !== null && periodOf(rhythm, vietnamDay(item.reported.at)) === periodOf(rhythm, today)) {
    return 'word_given';
  }
  const day = yearlyDay(item, today);
  return day === null ? 'word_due' : againstDay(day, today);
}

/** The last ISO day in time that counts on `today`; null = none. */
export function lastDayOf(item: Timed, today: string): string | null {
  if (item.due.kind === 'after_event') return item.eventOn === null ? null : item.dueAfterEvent;
  return rhythmOf(item) === null ? item.due.lastDay : yearlyDay(item, today);
}

export type Rhythm = 'quarter' | 'year';

/** How often a task without an end asks for a word; null = it has an end, or waits, or has no date. */
export function rhythmOf({ due }: Pick<WorkItem, 'due'>): Rhythm | null {
  if (due.kind === 'ongoing') return 'quarter';
  if (due.kind === 'yearly') return 'year';
  // "Năm 2025 và những năm tiếp theo".
  return due.kind === 'year' && due.lastDay === null && due.firstDay !== null ? 'year' : null;
}

/** "2026" or "2026-Q4": the period of the rhythm in which an ISO day lies. */
export function periodOf(rhythm: Rhythm, day: string): string {
  const year = day.slice(0, 4);
  return rhythm === 'year' ? year : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function yearlyDay({ due }: Timed, today: string): string | null {
  return due.kind === 'yearly' && due.monthDay !== null ? `${today.slice(0, 4)}-${due.monthDay}` : null;
}

function datedStanding(item: Timed, today: string): WorkStanding {
  if (item.due.kind === 'after_event' && item.eventOn === null) return 'waiting';
  const day = lastDayOf(item, today);
  return day === null ? 'undated' : againstDay(day, today);
}

function againstDay(day: string, today: string): WorkStanding {
  if (day < today) return 'overdue';
  return day <= addDays(today, DAYS_SOON) ? 'due_soon' : 'upcoming';
}

/** Whether the plan asks for a task before the plan itself was signed: told wherever its date is. */
export function isDueBeforePlan({ due, from }: Pick<WorkItem, 'due' | 'from'>): boolean {
  return due.lastDay !== null && from.documentDate !== null && due.lastDay < from.documentDate;
}
