import type { HolidaysFile } from '@phuong-so/shared/content/holidays';
import { addDays } from '@phuong-so/shared/domain/calendar';
import type { Holidays } from '../../ports/holidays.ts';
import { firstDayOfLunarYear, lunarDay } from './lunar-days.ts';

/** The holidays of a file, by solar and lunar calendar. A year's days are worked out once. */
export function lunarHolidays(days: HolidaysFile['days']): Holidays {
  const years = new Map<number, ReadonlyMap<string, string>>();
  return {
    on(day) {
      const year = Number(day.slice(0, 4));
      const known = years.get(year) ?? daysOf(days, year);
      years.set(year, known);
      return known.get(day) ?? null;
    },
  };
}

/** The lunar year that begins in a year, and thus its third month, lies in that year; its eve may be in the month before. */
function daysOf(days: HolidaysFile['days'], year: number): ReadonlyMap<string, string> {
  const named = days.flatMap((one) => datesOf(one, year).map((date) => [date, one.name] as const));
  return new Map(named);
}

function datesOf(one: HolidaysFile['days'][number], year: number): string[] {
  if ('solar' in one) return [`${year}-${one.solar}`];
  if ('lunar' in one) {
    const [month = 1, day = 1] = one.lunar.split('-').map(Number);
    return [lunarDay(year, month, day)];
  }
  const first = firstDayOfLunarYear(year);
  const { from, until } = one.tet;
  return Array.from({ length: until - from + 1 }, (_, at) => addDays(first, from + at));
}
