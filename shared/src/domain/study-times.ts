import { DAY_MS, midnightBefore } from './vietnam-time.ts';

const HOUR_MS = 3_600_000;
/** On the 1st, 3rd and 6th day without learning, and then no more. */
const GAPS_DAYS = [1, 2, 3];
/** Nobody's phone rings for a lesson before 8 in the morning or after 7 in the evening. */
const [FROM_HOUR, LAST_HOUR] = [8, 19];

/**
 * When to remind next, epoch ms; null = no more. `sent`: reminders since the person last learnt. `after`: when they last
 * learnt or agreed (none sent yet), otherwise when the last reminder was due.
 */
export function nextReminder(after: number, sent: number): number | null {
  const gap = GAPS_DAYS[sent];
  return gap === undefined ? null : byDay(after + gap * DAY_MS);
}

/** The same moment, or the nearest one of the same day at which people may be disturbed. */
function byDay(at: number): number {
  const start = midnightBefore(at);
  const [from, to] = [start + FROM_HOUR * HOUR_MS, start + LAST_HOUR * HOUR_MS];
  return Math.min(Math.max(at, from), to);
}
