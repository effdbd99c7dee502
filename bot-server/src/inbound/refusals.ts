import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';

/** One cause is told to the operator this often at most, however many requests it comes with. */
const TELLS_EVERY_MS = 60_000;

export interface RefusalDeps {
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: { warn(event: string, fields: Readonly<Record<string, string>>): void };
}

export interface Refusals {
  tell(cause: { readonly name: string; readonly advice: string }): void;
  /** A good signature came: what was wrong is mended. */
  over(): void;
}

/**
 * Whoever sends rubbish must not keep the database busy: the answer does not wait, and one cause is told now and then.
 * `isOurs`: which alarm subjects belong to this webhook; the other webhook's stay.
 */
export function refusalsToTell(
  { alarms, clock, metrics, log }: RefusalDeps,
  isOurs: (subject: string) => boolean,
): Refusals {
  const told = new Map<string, number>();
  // An alarm may stand from before the restart.
  let mayStand = true;
  const lost = () => metrics.count('alarms_lost_total');
  return {
    tell({ name, advice }) {
      const now = clock.ticks();
      if (now - (told.get(name) ?? Number.NEGATIVE_INFINITY) < TELLS_EVERY_MS) return;
      told.set(name, now);
      mayStand = true;
      log.warn('webhook signature refused', { cause: name });
      alarms.raise('webhook_signature', name, advice).catch(lost);
    },
    over() {
      if (!mayStand) return;
      mayStand = false;
      clearOurs(alarms, isOurs).catch(lost);
    },
  };
}

async function clearOurs(alarms: Alarms, isOurs: (subject: string) => boolean): Promise<void> {
  for (const { kind, subject } of await alarms.active()) {
    if (kind === 'webhook_signature' && isOurs(subject)) await alarms.clear(kind, subject);
  }
}
