import type { DueDate } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';

/** How a deadline recurs, in a form programs can read: `yearly-11-30` (the printed day), `month-2025-09`, `after-event` … */
export function deadlineRule(due: DueDate): string {
  const text = foldMarks(due.text ?? '');
  const day =
    /(?<![\d/])(\d{1,2})\s*\/\s*(\d{1,2})(?:\s*\/\s*20\d{2})?(?![\d/])/.exec(text) ??
    /ngay (\d{1,2}) thang (\d{1,2})/.exec(text);
  const monthDay = day ? `${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : null;
  switch (due.kind) {
    case 'yearly':
      if (due.monthDay && monthDay) return `yearly-${monthDay}`;
      return /nhu cau/.test(text) ? 'yearly-on-demand' : 'yearly-no-date';
    case 'date':
      if (due.lastDay === null) return `${/truoc/.test(text) ? 'before-' : ''}${monthDay}-recurrence-not-stated`;
      return `${/truoc/.test(text) ? 'before-' : 'date-'}${printedYear(text) ?? due.lastDay.slice(0, 4)}-${monthDay ?? due.lastDay.slice(5)}`;
    case 'month':
      return due.lastDay ? `month-${due.lastDay.slice(0, 7)}` : 'month-year-not-stated';
    case 'quarter':
      return due.lastDay
        ? `quarter-${due.lastDay.slice(0, 4)}-${Math.ceil(Number(due.lastDay.slice(5, 7)) / 3)}`
        : 'quarter-year-not-stated';
    case 'year':
      return due.lastDay
        ? `year-${due.lastDay.slice(0, 4)}`
        : `year-${due.firstDay?.slice(0, 4) ?? 'not-stated'}-and-following`;
    case 'period':
      if (due.lastDay === null) return 'period-year-not-stated';
      return `period-${edge(due.firstDay, due)}-${edge(due.lastDay, due)}`;
    case 'after_event':
      return 'after-event';
    case 'ongoing':
      return 'ongoing';
    case 'none':
      return 'none';
  }
}

function printedYear(text: string): string | null {
  return /\b20\d{2}\b/.exec(text)?.[0] ?? null;
}

/** Whole years are named by the year alone. */
function edge(day: string | null, due: DueDate): string {
  if (day === null) return 'not-stated';
  const isWhole = due.firstDay?.endsWith('-01-01') && due.lastDay?.endsWith('-12-31');
  return isWhole ? day.slice(0, 4) : day;
}
