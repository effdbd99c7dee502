import type { Random } from './seeded-random.ts';

/** How long an answer takes: log-normal, as network times are. Half of it passes before the request counts, half after. */
export interface Latency {
  readonly medianMs: number;
  /** One answer in a hundred takes longer. The median by default: every answer takes the same time. */
  readonly p99Ms?: number;
}

/** The standard normal distribution's 99th percentile. */
const Z99 = 2.326;

export function drawLatency({ medianMs, p99Ms = medianMs }: Latency, random: Random): number {
  if (medianMs <= 0) return 0;
  return medianMs * Math.exp((Math.log(p99Ms / medianMs) / Z99) * normal(random));
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
