import type { TokenPair } from '../ports/oa-tokens.ts';

const HOUR = 3_600_000;
/** A documented life of 25 hours leaves 5; a shorter life the same share of it. Source: platform notes, 4.2 and 4.3. */
const EARLY = { most: 5 * HOUR, share: 1 / 5 };
/** An idle account's pair is renewed well within the three months that its refresh token lives. */
const IDLE_MS = 6 * 24 * HOUR;

/** Whether the access token may still be used at `now` (epoch ms). `bad`: one that Zalo has refused. */
export function isUsable(pair: TokenPair, now: number, bad: string | undefined): boolean {
  return pair.expiresAt > now && pair.accessToken !== bad;
}

/** Whether it is time to refresh: little life is left, or an earlier refresh was begun and its end is unknown. */
export function isDue(pair: TokenPair, now: number): boolean {
  const early = Math.min(EARLY.most, (pair.expiresAt - pair.obtainedAt) * EARLY.share);
  return pair.usedAt !== null || pair.expiresAt - now < early;
}

/** Whether the pair has not been renewed for nearly a week. */
export function isIdle(pair: TokenPair, now: number): boolean {
  return now - pair.obtainedAt > IDLE_MS;
}

/**
 * -14020: used or expired; -14014 says so of a token that never was. -14012, -14024 and -118 were seen as well, nobody knows for
 * what: giving a token up that is still good costs an administrator's visit, trying one that is not costs a call an hour.
 * Source: platform notes, 4.2.
 */
const REFUSALS = [-14020, -14014];
const TOO_MANY_REQUESTS = -32;

/** What Zalo's error at a refresh means. `unclear`: the app or its secret more likely than the token. */
export function meaningOf(error: number): 'refused' | 'busy' | 'unclear' {
  if (REFUSALS.includes(error)) return 'refused';
  return error === TOO_MANY_REQUESTS ? 'busy' : 'unclear';
}
