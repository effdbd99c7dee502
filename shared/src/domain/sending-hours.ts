import { addDays } from './calendar.ts';
import { DAY_MS, startOfDay, vietnamDay } from './vietnam-time.ts';

const HOUR_MS = 3_600_000;
/** Nobody's telephone rings for an announcement before or after these hours. Zalo's own night ban (22 to 6) lies within. */
const FROM_HOUR = 7;
const UNTIL_HOUR = 21;
/** The longest holiday is Tết; with weekends around it nothing is longer than this. */
const LONGEST_HOLIDAY_DAYS = 15;

/** Whether the day ("2027-02-06") is one on which only emergencies are sent. */
export type IsHoliday = (day: string) => boolean;

/** The first moment from `at` on at which an announcement may go to telephones: 7 to 21 o'clock, no holiday. Epoch ms. */
export function nextSendingTime(at: number, isHoliday: IsHoliday): number {
  let day = vietnamDay(at);
  for (let looked = 0; looked <= LONGEST_HOLIDAY_DAYS; looked += 1) {
    const start = startOfDay(day);
    if (!isHoliday(day) && at < start + UNTIL_HOUR * HOUR_MS) return Math.max(at, start + FROM_HOUR * HOUR_MS);
    day = addDays(day, 1);
  }
  return Math.max(at, startOfDay(day) + FROM_HOUR * HOUR_MS);
}

/** Whether an announcement may go to telephones now. */
export function isSendingTime(now: number, isHoliday: IsHoliday): boolean {
  return nextSendingTime(now, isHoliday) === now;
}

/** How an announcement is spread: from when on (epoch ms) and how many a second at most; null = as fast as it goes. */
export interface Spread {
  readonly begin: number;
  readonly perSecond: number | null;
  /** null: an emergency, which goes at any hour. */
  readonly isHoliday: IsHoliday | null;
}

/**
 * When the message number `at` (from 0) is due: one after the other at the pace, going on the next allowed morning where
 * the evening comes in between. Epoch ms.
 */
export function dueTime({ begin, perSecond, isHoliday }: Spread, at: number): number {
  let left = perSecond === null ? 0 : Math.floor((at * 1000) / perSecond);
  if (isHoliday === null) return begin + left;
  let from = nextSendingTime(begin, isHoliday);
  for (;;) {
    const evening = startOfDay(vietnamDay(from)) + UNTIL_HOUR * HOUR_MS;
    if (from + left < evening) return from + left;
    left -= evening - from;
    from = nextSendingTime(evening, isHoliday);
    if (left > LONGEST_HOLIDAY_DAYS * DAY_MS) return from + left;
  }
}
