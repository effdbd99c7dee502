import { printedDay, timeOfDay } from './vietnam-time.ts';

const weekdayFormat = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', weekday: 'long' });

/** ISO time → "19:30 Thứ Bảy, ngày 28/11/2026" in Vietnam; the text itself when it is no time. */
export function printedEventTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const weekday = weekdayFormat.format(time);
  return `${timeOfDay(time)} ${weekday}, ngày ${printedDay(iso)}`;
}

/** ISO time → "09:05 ngày 21/11/2026" in Vietnam; the text itself when it is no time. */
export function printedMoment(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${timeOfDay(time)} ngày ${printedDay(iso)}`;
}
