import { vietnamDate } from '../../bot-server/src/adapters/clock/vietnam-date.ts';
import type { Clock } from '../../bot-server/src/ports/clock.ts';

/** A clock that moves only when the test says so. */
export interface MovingClock extends Clock {
  advance(milliseconds: number): void;
}

export function movingClock(start = '2026-11-21T08:00:00+07:00'): MovingClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    today: () => vietnamDate(new Date(now)),
    ticks: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
