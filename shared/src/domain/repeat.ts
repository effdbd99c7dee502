import { lastDayOfMonth } from './calendar.ts';
import { startOfDay, vietnamDay } from './vietnam-time.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

export type RepeatRule = 'none' | 'weekly' | 'monthly';

/**
 * The first time after `after` of a series that began at `anchor`; null when it does not repeat. What was missed meanwhile
 * is not made up for. Monthly: the anchor's day of the month in Vietnam, or the month's last where it has no such day.
 * Epoch ms.
 */
export function nextOccurrence(anchor: number, rule: RepeatRule, after: number): number | null {
  if (rule === 'none') return null;
  if (after < anchor) return anchor;
  if (rule === 'weekly') return anchor + (Math.floor((after - anchor) / WEEK_MS) + 1) * WEEK_MS;
  const day = vietnamDay(anchor);
  const [year, month] = partsOf(day);
  const [lastYear, lastMonth] = partsOf(vietnamDay(after));
  const passed = (lastYear - year) * 12 + lastMonth - month;
  return [passed, passed + 1, passed + 2].map((count) => monthsOn(anchor, count)).find((at) => at > after) ?? null;
}

function monthsOn(anchor: number, count: number): number {
  const day = vietnamDay(anchor);
  const [year, month, date] = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const last = lastDayOfMonth(Math.floor(months / 12), (months % 12) + 1);
  const wanted = `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
  return startOfDay(wanted < last ? wanted : last) + (anchor - startOfDay(day));
}

function partsOf(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
