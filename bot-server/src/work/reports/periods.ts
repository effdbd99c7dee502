import { isRealDay, lastDayOfMonth } from '@phuong-so/shared/domain/calendar';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import type { PeriodicReportKind } from '@phuong-so/shared/domain/work';

/** The days that a report tells of, both included: ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** null: the period is not one of this kind, or its days do not exist or are in the wrong order. */
export function periodDays(kind: PeriodicReportKind, period: string): Period | null {
  if (kind === 'yearly') return /^20\d{2}$/.test(period) ? { from: `${period}-01-01`, to: `${period}-12-31` } : null;
  if (kind === 'half_year') {
    const [year, half] = period.split('-');
    if (!/^20\d{2}-H[12]$/.test(period) || year === undefined) return null;
    return half === 'H1'
      ? { from: `${year}-01-01`, to: lastDayOfMonth(Number(year), 6) }
      : { from: `${year}-07-01`, to: `${year}-12-31` };
  }
  const [from, to] = period.split('..');
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to) || from > to) return null;
  return { from, to };
}

/** "năm 2026", "6 tháng đầu năm 2026", "từ ngày 01/01/2026 đến ngày 21/11/2026"; the period itself where it is none. */
export function periodWords(kind: PeriodicReportKind, period: string): string {
  const days = periodDays(kind, period);
  if (days === null) return period;
  const year = days.from.slice(0, 4);
  if (kind === 'yearly') return `năm ${year}`;
  if (kind === 'half_year') return `6 tháng ${period.endsWith('H1') ? 'đầu' : 'cuối'} năm ${year}`;
  return `từ ngày ${longDay(days.from)} đến ngày ${longDay(days.to)}`;
}

/** The period of the same kind after this one; null for one on demand. */
export function periodAfter(kind: PeriodicReportKind, period: string): string | null {
  const year = Number(period.slice(0, 4));
  if (kind === 'yearly') return String(year + 1);
  if (kind === 'half_year') return period.endsWith('H1') ? `${year}-H2` : `${year + 1}-H1`;
  return null;
}

/** Whether this moment (epoch ms) lies in the period. */
export function isWithin({ to }: Period, at: number): boolean {
  return at < startOfDay(to) + 24 * 3_600_000;
}

/** "29/11". */
export function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** "29/11/2026". */
export function longDay(day: string): string {
  return `${shortDay(day)}/${day.slice(0, 4)}`;
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  return /^20\d{2}-\d{2}-\d{2}$/.test(text) && isRealDay(year ?? 0, month ?? 0, day ?? 0);
}
