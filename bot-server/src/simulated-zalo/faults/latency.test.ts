import { expect, test } from 'vitest';
import { drawLatency } from './latency.ts';
import { seededRandom } from './seeded-random.ts';

test('half of the answers are faster than the median and one in a hundred slower than the p99', () => {
  const random = seededRandom(3);
  const times = Array.from({ length: 20_000 }, () => drawLatency({ medianMs: 100, p99Ms: 900 }, random));
  const share = (limit: number): number => times.filter((time) => time > limit).length / times.length;
  expect(share(100)).toBeGreaterThan(0.48);
  expect(share(100)).toBeLessThan(0.52);
  expect(share(900)).toBeGreaterThan(0.006);
  expect(share(900)).toBeLessThan(0.014);
});
