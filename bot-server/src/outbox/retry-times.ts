const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Asia/Ho_Chi_Minh has no summer time. */
const VIETNAM_MS = 7 * HOUR_MS;
const FIRST_MS = 2_000;
const LONGEST_MS = 10 * MINUTE_MS;
const MORNING_HOUR = 6;
/** Everyone who waits for the new minute would otherwise ask in its first millisecond. */
const AFTER_THE_MINUTE_MS = 1_500;

/** When to try again after `attempts` tries that failed: 2 s, 4 s, 8 s … at most 10 minutes. Epoch milliseconds. */
export function nextAttempt(attempts: number, now: number): number {
  return now + Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
}

const WITHOUT_CONNECTION = { share: 1 / 4, most: MINUTE_MS };

/**
 * When to try again what could not leave: soon at first, after a long time once a minute, so that everything goes within a
 * minute of the connection's return. Such tries are not counted; the message's age stands in for them. Epoch milliseconds.
 */
export function nextConnection(createdAt: number, now: number): number {
  const { share, most } = WITHOUT_CONNECTION;
  return now + Math.min(most, Math.max(FIRST_MS, Math.floor((now - createdAt) * share)));
}

/** Just after the next full minute, when Zalo's counters start anew (source: platform notes, 3.10). Epoch milliseconds. */
export function nextMinute(now: number): number {
  return (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS + AFTER_THE_MINUTE_MS;
}

/** The next 06:00 in Vietnam, when the night ban ends (source: platform notes, 3.4 and -234). Epoch milliseconds. */
export function nextMorning(now: number): number {
  const day = 24 * HOUR_MS;
  const startOfDay = Math.floor((now + VIETNAM_MS) / day) * day - VIETNAM_MS;
  const today = startOfDay + MORNING_HOUR * HOUR_MS;
  return today > now ? today : today + day;
}
