/** "2026-11-21" → 20261121, which both databases compare alike. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

export function dayOfNumber(day: number): string {
  return String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
