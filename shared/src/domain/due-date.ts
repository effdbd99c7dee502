import { collapseSpaces, foldMarks } from '../text/fold.ts';
import type { TaskState } from './answer.ts';
import { addDays, dayOf, isRealDay, lastDayOfMonth, lastDayOfQuarter } from './calendar.ts';
import type { DueDate, DueKind } from './plan.ts';

/** The due date of a task whose plan gives no time. */
export const NO_DUE: DueDate = { kind: 'none', text: null, lastDay: null, firstDay: null, monthDay: null, event: null };

export const DUE_KINDS = [
  'date',
  'month',
  'quarter',
  'year',
  'period',
  'yearly',
  'ongoing',
  'after_event',
  'none',
] as const satisfies readonly DueKind[];

const DAYS_SOON = 30;

/**
 * Reads a printed due phrase ("Tháng 9/2025", "Quý II/2026", "trước ngày 28/02", "Thường xuyên").
 * `defaultYear` is the year a phrase without one belongs to, when the document says it elsewhere (a table's caption); nothing is guessed.
 * A month, quarter or year is in time until its last day; "trước ngày X" until the day before X. An unknown phrase keeps its text, kind `none`.
 */
export function parseDue(printed: string, defaultYear: number | null = null): DueDate {
  const text = collapseSpaces(printed.normalize('NFC')).replace(/[.;,]+$/, '');
  if (text === '' || /^[-–—/]+$/.test(text)) return NO_DUE;
  const phrase = foldMarks(text);
  for (const read of READERS) {
    const due = read(phrase, defaultYear);
    if (due) return { ...NO_DUE, ...due, text, ...(due.kind === 'after_event' ? { event: text } : {}) };
  }
  return { ...NO_DUE, text };
}

type Reader = (phrase: string, defaultYear: number | null) => Partial<DueDate> | null;

const YEAR = '(20\\d{2})';
const DAY = `(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*${YEAR})?`;
const LONG_DAY = `ngay (\\d{1,2}) thang (\\d{1,2})(?:(?:,)? nam ${YEAR})?`;
const YEARLY =
  /\b(hang nam|moi nam|thuong nien|dinh ky nam|tung nam|cac nam|6 thang|hang quy|hang thang|dinh ky hang)\b/;

const READERS: readonly Reader[] = [
  readAfterEvent,
  readPeriod,
  readDay,
  readMonthOrQuarter,
  readYearly,
  readOngoing,
  readYear,
];

function readAfterEvent(phrase: string): Partial<DueDate> | null {
  return /^(sau khi|khi co|khi duoc|ngay sau khi|theo tien do|theo ke hoach|theo huong dan|theo chi dao|theo yeu cau|theo lo trinh|theo quy dinh|theo van ban)\b/.test(
    phrase,
  ) &&
    !/\b20\d{2}\b/.test(phrase) &&
    !YEARLY.test(phrase)
    ? { kind: 'after_event' }
    : null;
}

function readDay(phrase: string, defaultYear: number | null): Partial<DueDate> | null {
  const match = new RegExp(`\\b${LONG_DAY}`).exec(phrase) ?? new RegExp(`(?<![\\d/.-])${DAY}(?![\\d/])`).exec(phrase);
  if (!match) return null;
  const [, day, month, printedYear] = match.map(Number);
  if (day === undefined || month === undefined || !isRealDay(2024, month, day)) return null;
  const year = printedYear && !Number.isNaN(printedYear) ? printedYear : defaultYear;
  const before =
    /\btruoc (?:ngay )?$/.test(phrase.slice(0, match.index)) || /\btruoc ngay\b/.test(phrase.slice(0, match.index + 5));
  const monthDay = dayOf(2023, month, day, before).slice(5);
  if (YEARLY.test(phrase)) return { kind: 'yearly', monthDay };
  if (year === null) return { kind: 'date', monthDay };
  return { kind: 'date', lastDay: dayOf(year, month, day, before) };
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

function readMonthOrQuarter(phrase: string, defaultYear: number | null): Partial<DueDate> | null {
  const quarter = new RegExp(`\\bquy (iv|i{1,3}|[1-4])\\b(?:\\s*[/-]?\\s*(?:nam )?${YEAR})?`).exec(phrase);
  if (quarter) {
    const year = Number(quarter[2] ?? defaultYear ?? 0);
    const number = QUARTERS[quarter[1] ?? ''] ?? 4;
    return { kind: 'quarter', lastDay: year ? lastDayOfQuarter(year, number) : null };
  }
  const month =
    new RegExp(`\\bthang (\\d{1,2})(?:\\s*[/.-]\\s*|\\s*,?\\s*nam\\s*|\\s+)${YEAR}`).exec(phrase) ??
    new RegExp(`(?<![\\d/])(\\d{1,2})\\s*/\\s*${YEAR}\\b`).exec(phrase) ??
    /\bthang (\d{1,2})\b(?!\s*(?:lan|\/))/.exec(phrase);
  const number = Number(month?.[1]);
  if (!month || !(number >= 1 && number <= 12)) return null;
  const year = Number(month[2] ?? defaultYear ?? 0);
  const before = /\btruoc thang $/.test(phrase.slice(0, month.index + 6));
  if (YEARLY.test(phrase) && !month[2]) return { kind: 'yearly', monthDay: lastDayOfMonth(2023, number).slice(5) };
  if (!year) return { kind: 'month' };
  return {
    kind: 'month',
    lastDay: before ? addDays(`${year}-${String(number).padStart(2, '0')}-01`, -1) : lastDayOfMonth(year, number),
  };
}

function readPeriod(phrase: string, defaultYear: number | null): Partial<DueDate> | null {
  const years = new RegExp(`\\b${YEAR}\\s*(?:-|–|—|den|toi|den nam|den het nam)\\s*(?:nam )?${YEAR}\\b`).exec(phrase);
  if (years && !/\d\s*\/\s*20\d{2}/.test(phrase)) {
    return { kind: 'period', firstDay: `${years[1]}-01-01`, lastDay: `${years[2]}-12-31` };
  }
  const parts =
    /^(?:thoi gian )?tu (.+?) (?:den|toi)(?: het)? (.+)$/.exec(phrase) ??
    /^((?:thang|quy|ngay)? ?[\divx/.]+) ?[-–—] ?((?:thang|quy|ngay)? ?[\divx/.]+(?: nam 20\d{2})?)$/.exec(phrase);
  if (!parts?.[1] || !parts[2]) return null;
  const endYear = /\b(20\d{2})\b/.exec(parts[2])?.[1];
  const year = endYear ? Number(endYear) : defaultYear;
  const word = /^(thang|quy|ngay)/.exec(parts[1])?.[1];
  const end = readEdge(parts[2], word, year);
  const start = readEdge(parts[1], word, year);
  if (!end) return null;
  return { kind: 'period', firstDay: start ? firstDayOf(start) : null, lastDay: end.lastDay ?? null };
}

/** "9", "tháng 9", "quý II/2026" at one end of a period. */
function readEdge(phrase: string, word: string | undefined, year: number | null): Partial<DueDate> | null {
  const named = /^(thang|quy|ngay|nam)/.test(phrase) || word === undefined ? phrase : `${word} ${phrase}`;
  return readDay(named, year) ?? readMonthOrQuarter(named, year) ?? readYear(named);
}

function firstDayOf(edge: Partial<DueDate>): string | null {
  if (!edge.lastDay) return null;
  if (edge.kind === 'date') return edge.lastDay;
  if (edge.kind === 'quarter')
    return addDays(`${edge.lastDay.slice(0, 8)}01`, 0).replace(
      /-(\d{2})-01$/,
      (_all, month: string) => `-${String(Number(month) - 2).padStart(2, '0')}-01`,
    );
  return edge.kind === 'year' ? `${edge.lastDay.slice(0, 4)}-01-01` : `${edge.lastDay.slice(0, 8)}01`;
}

function readYearly(phrase: string): Partial<DueDate> | null {
  return YEARLY.test(phrase) ? { kind: 'yearly' } : null;
}

function readOngoing(phrase: string): Partial<DueDate> | null {
  return /\b(thuong xuyen|lien tuc|dinh ky|hang tuan|hang ngay|trong qua trinh|suot)\b/.test(phrase) &&
    !/\b20\d{2}\b/.test(phrase)
    ? { kind: 'ongoing' }
    : null;
}

function readYear(phrase: string): Partial<DueDate> | null {
  const year = /\b(20\d{2})\b/.exec(phrase)?.[1];
  if (!year) return null;
  // "Năm 2025 và những năm tiếp theo" starts in that year and has no end.
  if (/tiep theo|tro di|ve sau|nhung nam sau/.test(phrase)) return { kind: 'year', firstDay: `${year}-01-01` };
  if (/\b(truoc nam)\b/.test(phrase)) return { kind: 'year', lastDay: `${Number(year) - 1}-12-31` };
  return { kind: 'year', lastDay: `${year}-12-31` };
}

/**
 * Where a task stands on the clock's date (ISO). Ongoing, yearly and undated work is never overdue; a task is due soon
 * within 30 days of its last day; after_event waits.
 */
export function stateOf(due: DueDate, today: string): TaskState {
  if (due.kind === 'after_event') return 'waiting_for_event';
  if (due.lastDay === null || due.kind === 'yearly' || due.kind === 'ongoing' || due.kind === 'none') return 'no_date';
  if (due.lastDay < today) return 'overdue';
  return due.lastDay <= addDays(today, DAYS_SOON) ? 'due_soon' : 'upcoming';
}

/** A plan's own frame, as far as it is printed: ISO date of issue and the last year that it covers. */
export interface PlanFrame {
  readonly issued: string | null;
  readonly lastYear: number | null;
}

/**
 * ISO date of the next last day in time, today included; null when none lies ahead. A yearly day comes back until the
 * plan's last year. A day whose year is not printed is one of the year of issue, after the issue: that it comes back is
 * not said, and not guessed.
 */
export function nextTime(due: DueDate, today: string, { issued, lastYear }: PlanFrame): string | null {
  if (due.lastDay !== null) return due.lastDay >= today ? due.lastDay : null;
  if (due.monthDay === null) return null;
  if (due.kind === 'yearly') {
    const year = Number(today.slice(0, 4));
    const next = [year, year + 1].map((each) => `${each}-${due.monthDay}`).find((day) => day >= today) ?? null;
    return next !== null && (lastYear === null || Number(next.slice(0, 4)) <= lastYear) ? next : null;
  }
  const day = issued === null ? null : `${issued.slice(0, 4)}-${due.monthDay}`;
  return day !== null && issued !== null && day >= issued && day >= today ? day : null;
}
