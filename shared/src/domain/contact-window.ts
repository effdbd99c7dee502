import { DAY_MS, VIETNAM_MS } from './vietnam-time.ts';

const HOUR_MS = 3_600_000;
const FREE_MS = 48 * HOUR_MS;
const OPEN_MS = 7 * DAY_MS;
/** A message is on its way for a while: what is made in the last minutes of a window would arrive outside it. */
const ON_ITS_WAY_MS = HOUR_MS;

/**
 * What an Official Account may write to a person who does not wait for an answer. `free`: within 48 hours of the person's
 * last message. `paid`: within 7 days, at a price for each message. `closed`: Zalo refuses it. Source: Zalo's rules of
 * consultation messages (platform notes, 3.4).
 */
export type ContactWindow = 'free' | 'paid' | 'closed';

/** `lastInteractionAt`: when the person last wrote or tapped in the chat, epoch ms; null = never. An hour is kept for the way. */
export function contactWindow(lastInteractionAt: number | null, at: number): ContactWindow {
  if (lastInteractionAt === null) return 'closed';
  if (at <= windowEnd(lastInteractionAt, 'free') - ON_ITS_WAY_MS) return 'free';
  return at <= windowEnd(lastInteractionAt, 'paid') - ON_ITS_WAY_MS ? 'paid' : 'closed';
}

/** When the window closes, epoch ms: a message that is still on its way then is not sent any more. */
export function windowEnd(lastInteractionAt: number, window: Exclude<ContactWindow, 'closed'>): number {
  return lastInteractionAt + (window === 'free' ? FREE_MS : OPEN_MS);
}

/** Nobody's phone rings for a notice from 21:00 until 7:00 in Vietnam. Zalo's own night ban is within: 22:00 to 6:00. */
const [QUIET_FROM, QUIET_UNTIL] = [21 * HOUR_MS, 7 * HOUR_MS];

export function isQuietHour(at: number): boolean {
  const sinceMidnight = at - startOfDay(at);
  return sinceMidnight >= QUIET_FROM || sinceMidnight < QUIET_UNTIL;
}

/** This time, or the end of the night that it lies in. Epoch ms. */
export function afterQuietHours(at: number): number {
  if (!isQuietHour(at)) return at;
  const morning = startOfDay(at) + QUIET_UNTIL;
  return morning > at ? morning : morning + DAY_MS;
}

/** When the next night begins, or the one that it lies in ends with nothing sent: this time itself. Epoch ms. */
export function nextQuietHours(at: number): number {
  return isQuietHour(at) ? at : startOfDay(at) + QUIET_FROM;
}

/** Midnight in Vietnam, epoch ms. */
export function startOfDay(at: number): number {
  return Math.floor((at + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS;
}
