const OFFSET_MS = 7 * 60 * 60 * 1000;

/** Calendar date in Asia/Ho_Chi_Minh, which is UTC+7 all year and has no summer time. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}
