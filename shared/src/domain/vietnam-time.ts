/** Asia/Ho_Chi_Minh is UTC+7 all year and has no summer time. */
export const VIETNAM_MS = 7 * 3_600_000;
export const DAY_MS = 24 * 3_600_000;

/** Calendar date in Vietnam, "2026-11-21". `at`: epoch ms. */
export function vietnamDay(at: number): string {
  return new Date(at + VIETNAM_MS).toISOString().slice(0, 10);
}

/** "21/11/2026", as official papers write it. `at`: epoch ms. */
export function writtenDay(at: number): string {
  const [year, month, day] = vietnamDay(at).split('-');
  return `${day}/${month}/${year}`;
}
