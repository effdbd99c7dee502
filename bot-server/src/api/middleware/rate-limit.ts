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

/** An address may do what so many people at full pace would: a meeting on one Wi-Fi works, a script with many names ends. */
const PEOPLE_AT_ONE_ADDRESS = 10;

/**
 * One turn of whoever asks: a person who signed in has turns of their own, everybody else at an address shares those of one
 * person; and all of an address together have ten times as many. `person`: null = nobody signed in. 0 = the request may go
 * on, otherwise seconds to wait. A person who is too fast uses up nobody else's turns.
 */
export function takeTurn(limit: RateLimit, person: string | null, address: string, pace: Pace): number {
  const wait = limit.take(person ?? address, pace);
  return wait > 0 ? wait : limit.take(address, widened(pace));
}

function widened({ name, burst, perMinute }: Pace): Pace {
  return {
    name: `${name} address`,
    burst: burst * PEOPLE_AT_ONE_ADDRESS,
    perMinute: perMinute * PEOPLE_AT_ONE_ADDRESS,
  };
}
