import type { Clock } from '../../ports/clock.ts';
import { vietnamDate } from './vietnam-date.ts';

/** A clock that stands still at `instant`, for tests and demonstrations. */
export function frozenClock(instant: Date): Clock {
  return {
    now: () => new Date(instant),
    today: () => vietnamDate(instant),
    ticks: () => performance.now(),
  };
}
