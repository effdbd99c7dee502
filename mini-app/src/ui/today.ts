/** "2026-11-29" in Vietnam, as date fields write it: for calendars alone; the server goes by its own clock. */
export function todayInVietnam(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
