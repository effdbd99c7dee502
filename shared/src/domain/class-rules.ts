import { maskPersonal } from '../text/mask-personal.ts';
import type { Session } from './session.ts';
import { DAY_MS, midnightBefore } from './vietnam-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export type ClassState = 'open' | 'full' | 'running' | 'over' | 'cancelled';

export interface ClassTimes {
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface ClassSeats extends ClassTimes {
  readonly seats: number;
  readonly taken: number;
  readonly cancelled: object | null;
}

export function classState(held: ClassSeats, now: number): ClassState {
  if (held.cancelled !== null) return 'cancelled';
  if (now >= held.endsAt) return 'over';
  if (now >= held.startsAt) return 'running';
  return held.taken >= held.seats ? 'full' : 'open';
}

/**
 * Who may open a class for these people, and change it, see who comes and take the roll: an official of the ward for
 * anybody in it, a leader for the own neighbourhood group. `session`: by what the ward grants at this moment.
 */
export function mayLeadClass(session: Session | null, held: { readonly ward: string; readonly group: string | null }) {
  if (session === null || session.ward !== held.ward) return false;
  if (session.role === 'official' || session.role === 'admin') return true;
  return session.role === 'leader' && session.group !== null && session.group === held.group;
}

const LONGEST_MS = 12 * HOUR_MS;
const FURTHEST_MS = 366 * DAY_MS;

/** A class lies ahead, within a year, begins before it ends and lasts no longer than twelve hours. */
export function areClassTimes({ startsAt, endsAt }: ClassTimes, now: number): boolean {
  const length = endsAt - startsAt;
  return startsAt > now && startsAt <= now + FURTHEST_MS && length > 0 && length <= LONGEST_MS;
}

/** People come early and check in, or find the code only when the class is over. */
const [CHECK_IN_BEFORE_MS, CHECK_IN_AFTER_MS] = [30 * MINUTE_MS, 30 * MINUTE_MS];

/** May presence be noted by code at this time? */
export function isCheckInTime({ startsAt, endsAt }: ClassTimes, now: number): boolean {
  return now >= startsAt - CHECK_IN_BEFORE_MS && now <= endsAt + CHECK_IN_AFTER_MS;
}

/** The code changes every five minutes. */
export const CHECK_IN_STEP_MS = 5 * MINUTE_MS;

export function checkInStep(now: number): number {
  return Math.floor(now / CHECK_IN_STEP_MS);
}

/** Codes that are accepted at this time: the one before as well, for a phone that was offline or slow. */
export function acceptedSteps(now: number): readonly number[] {
  const step = checkInStep(now);
  return [step, step - 1];
}

const REMIND_HOUR = 18;
/** Nobody is reminded of what begins in less: who is on the way does not look at the phone. */
const REMIND_LEAST_MS = 2 * HOUR_MS;

/** From six in the evening before the class until two hours before it begins. Epoch ms; `until` is not within. */
export function reminderTimes(startsAt: number): { readonly from: number; readonly until: number } {
  return { from: midnightBefore(startsAt) - DAY_MS + REMIND_HOUR * HOUR_MS, until: startsAt - REMIND_LEAST_MS };
}

/** The earliest and the latest beginning of classes of which somebody may be reminded now. */
export function remindableStarts(now: number): { readonly from: number; readonly until: number } {
  return { from: now + REMIND_LEAST_MS, until: midnightBefore(now) + 2 * DAY_MS };
}

/** Names for the roll are kept so long after the class. */
export const NAMES_KEPT_MS = 30 * DAY_MS;

/** What somebody is called at the roll: no number of theirs, no line breaks. null when nothing readable is left. */
export function rollName(typed: string): string | null {
  const name = maskPersonal(typed)
    .replace(/\p{Nd}{4,}/gu, '')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}/u.test(name) ? name : null;
}
