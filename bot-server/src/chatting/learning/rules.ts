const DAY_MS = 24 * 60 * 60 * 1000;

export function isPassed(right: number, total: number): boolean {
  return right * 5 >= total * 4;
}

export function firstReminder(at: number): number {
  return at + 2 * DAY_MS;
}
