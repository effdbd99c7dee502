const ZONE = 'Asia/Ho_Chi_Minh';
const clockFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** "09:05", the time of day in Vietnam. */
export function timeOfDay(epochMs: number): string {
  return clockFormat.format(epochMs);
}

/** "21/11/2026", the day in Vietnam. */
export function dayOf(epochMs: number): string {
  return dayFormat.format(epochMs);
}

/** "2026-11-21" or a longer ISO time → "21/11/2026"; the text itself when it is no date. */
export function printedDay(iso: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day !== null) return `${day[3]}/${day[2]}/${day[1]}`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : dayOf(time);
}
