/** ISO dates without a clock or a time zone. */

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

/** Whether the day exists in that year's calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const date = utc(year, month, day);
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO date; with `before`, the day before it (the last day in time of "trước ngày"). */
export function dayOf(year: number, month: number, day: number, before = false): string {
  const date = iso(utc(year, month, day));
  return before ? addDays(date, -1) : date;
}

export function lastDayOfMonth(year: number, month: number): string {
  return iso(utc(year, month + 1, 0));
}

export function lastDayOfQuarter(year: number, quarter: number): string {
  return lastDayOfMonth(year, quarter * 3);
}

export function addDays(isoDate: string, days: number): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return iso(utc(year ?? 1970, month ?? 1, (day ?? 1) + days));
}

/** Days from one ISO date to another; below 0 where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
