import { lastDayOfMonth, lastDayOfQuarter } from './calendar.ts';

/** The last ISO day of "2026", "2026-H1", "2026-Q3" or "2026-09"; null for anything else. */
export function lastDayOfPeriod(period: string): string | null {
  const [, year, half, quarter, month] = /^(20\d{2})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period) ?? [];
  if (year === undefined) return null;
  if (half !== undefined) return lastDayOfQuarter(Number(year), Number(half) * 2);
  if (quarter !== undefined) return lastDayOfQuarter(Number(year), Number(quarter));
  return month === undefined ? `${year}-12-31` : lastDayOfMonth(Number(year), Number(month));
}
