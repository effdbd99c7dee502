import type { WardDocument } from '../../ports/ward-facts.ts';
import { longDay } from './periods.ts';

/** "Kế hoạch số 43/KH-UBND ngày 19/09/2025"; what the plan does not print is left open with dots. */
export function planName({ plan: { document } }: WardDocument): string {
  const { number, date } = document;
  if (number === null && date === null) return 'Kế hoạch số …… ngày ……';
  return `Kế hoạch số ${number ?? '……'} ngày ${date === null ? '……' : longDay(date)}`;
}
