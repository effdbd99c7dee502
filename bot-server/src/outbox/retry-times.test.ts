import { expect, test } from 'vitest';
import { nextAttempt, nextConnection, nextMinute, nextMorning } from './retry-times.ts';

const at = (iso: string) => new Date(iso).getTime();

test('tries wait longer and longer, and never more than ten minutes', () => {
  const waits = [0, 1, 2, 3, 30].map((attempts) => nextAttempt(attempts, 1_000) - 1_000);
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 600_000]);
});

test('what cannot leave is tried soon at first and in a long outage once a minute', () => {
  const waits = [0, 20_000, 200_000, 80_000_000].map((age) => nextConnection(1_000, 1_000 + age) - 1_000 - age);
  expect(waits).toEqual([2_000, 5_000, 50_000, 60_000]);
});

test('a limit a minute is over when the next minute has begun', () => {
  expect(nextMinute(at('2026-11-21T08:00:00.000Z'))).toBe(at('2026-11-21T08:01:01.500Z'));
  expect(nextMinute(at('2026-11-21T08:00:59.999Z'))).toBe(at('2026-11-21T08:01:01.500Z'));
});

test('the night ends at six in Vietnam', () => {
  expect(nextMorning(at('2026-11-21T22:30:00+07:00'))).toBe(at('2026-11-22T06:00:00+07:00'));
  expect(nextMorning(at('2026-11-22T05:59:59+07:00'))).toBe(at('2026-11-22T06:00:00+07:00'));
  expect(nextMorning(at('2026-11-22T06:00:00+07:00'))).toBe(at('2026-11-23T06:00:00+07:00'));
});
