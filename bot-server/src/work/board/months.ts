import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';

/** So many months stand in the history. */
const MONTHS = 12;

/** First moment of a month ("2026-11") and of the one after it, epoch ms. */
export function daysOf(month: string): { readonly from: number; readonly until: number } {
  return { from: startOfDay(`${month}-01`), until: startOfDay(`${monthAfter(month, 1)}-01`) };
}

/** The months of the history, oldest first, this one the last. */
export function monthsUntil(month: string): string[] {
  return Array.from({ length: MONTHS }, (_, at) => monthAfter(month, at - MONTHS + 1));
}

/** "2026-11" and 2 give "2027-01". */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
