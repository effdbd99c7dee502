import { addDays } from '@phuong-so/shared/domain/calendar';
import { CalendarVietnamese } from 'date-chinese';

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
/** Julian day of 1 January 1970, 0 o'clock. */
const UNIX_EPOCH_JD = 2_440_587.5;

/**
 * Days of the Vietnamese lunar calendar, which is reckoned by the new moon at Hanoi: in 2030 Tết is a day earlier than the
 * Chinese new year. `date-chinese` and the tables of Hồ Ngọc Đức (by another package) give the same first days of the year
 * and the same tenth days of the third month from 2000 to 2099.
 */

/** First day of the lunar year that begins in this year, "2027-02-06". */
export function firstDayOfLunarYear(year: number): string {
  return dayOfJulian(new CalendarVietnamese().newYear(year));
}

/** The day of the lunar year that begins in `year`, by month and day; not of a leap month. */
export function lunarDay(year: number, month: number, day: number): string {
  // In the middle of the year both calendars count the same one.
  const [cycle = 0, yearOfCycle = 0] = new CalendarVietnamese().fromGregorian(year, 6, 15).get();
  const jde = new CalendarVietnamese(cycle, yearOfCycle, month, false, 1).toJDE();
  return addDays(dayOfJulian(jde), day - 1);
}

/** The library gives midnight at Hanoi, a minute off at times. */
function dayOfJulian(jd: number): string {
  const at = (jd - UNIX_EPOCH_JD) * DAY_MS + VIETNAM_MS;
  return new Date(Math.round(at / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}
