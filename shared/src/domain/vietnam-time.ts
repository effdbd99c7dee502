/** Asia/Ho_Chi_Minh is UTC+7 all year and has no summer time. */
export const VIETNAM_MS = 7 * 3_600_000;
export const DAY_MS = 24 * 3_600_000;

/** Calendar date in Vietnam, "2026-11-21". `at`: epoch ms. */
export function vietnamDay(at: number): string {
  return new Date(at + VIETNAM_MS).toISOString().slice(0, 10);
}

/** Midnight in Vietnam before this moment, epoch ms. */
export function midnightBefore(at: number): number {
  return Math.floor((at + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS;
}

/** Midnight in Vietnam at which this day ("2026-11-29") begins, epoch ms. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - VIETNAM_MS;
}

/** When the month of this moment began in Vietnam, epoch ms. */
export function startOfMonth(at: number): number {
  return startOfDay(`${vietnamDay(at).slice(0, 7)}-01`);
}

/** "21/11/2026", as official papers write it. `at`: epoch ms. */
export function writtenDay(at: number): string {
  const [year, month, day] = vietnamDay(at).split('-');
  return `${day}/${month}/${year}`;
}

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** "Thứ Bảy 5/12, 8h30", as people say it; Vietnam's time. `at`: epoch ms. */
export function writtenDayTime(at: number): string {
  const local = new Date(at + VIETNAM_MS);
  return `${WEEKDAYS[local.getUTCDay()]} ${local.getUTCDate()}/${local.getUTCMonth() + 1}, ${writtenHour(at)}`;
}

/** "8h", "8h30". */
export function writtenHour(at: number): string {
  const local = new Date(at + VIETNAM_MS);
  const minutes = local.getUTCMinutes();
  return `${local.getUTCHours()}h${minutes === 0 ? '' : String(minutes).padStart(2, '0')}`;
}
