import type { Clock } from '../../ports/clock.ts';
import type { Pace } from '../route.ts';

/** Callers that are remembered at once; past it the one seen longest ago is forgotten. */
const MOST_CALLERS = 20_000;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets, one per caller and pace, refilled by the clock's ticks. */
export interface RateLimit {
  /** 0 when the request may go on, otherwise whole seconds until the next one may. */
  take(caller: string, pace: Pace): number;
}

export function rateLimit(clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(caller, pace) {
      const key = `${pace.name} ${caller}`;
      const now = clock.ticks();
      const perMs = pace.perMinute / 60_000;
      const found = buckets.get(key);
      const left = found ? Math.min(pace.burst, found.left + (now - found.at) * perMs) : pace.burst;
      const allowed = left >= 1;
      // Deleted first, so that the map's order is the order of last use.
      buckets.delete(key);
      buckets.set(key, { left: allowed ? left - 1 : left, at: now });
      if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value ?? key);
      return allowed ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000));
    },
  };
}
