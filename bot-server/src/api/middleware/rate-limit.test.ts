import { expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { rateLimit } from './rate-limit.ts';

const pace = { name: 'ask', burst: 3, perMinute: 6 };

test('a burst is let through, then one every ten seconds, and the wait is told', () => {
  const clock = movingClock();
  const limit = rateLimit(clock);
  expect([1, 2, 3].map(() => limit.take('a', pace))).toEqual([0, 0, 0]);
  expect(limit.take('a', pace)).toBe(10);
  clock.advance(9_000);
  expect(limit.take('a', pace)).toBe(1);
  clock.advance(1_000);
  expect(limit.take('a', pace)).toBe(0);
});

test('callers and kinds of request do not use up each other’s turn', () => {
  const limit = rateLimit(movingClock());
  for (let i = 0; i < 4; i += 1) limit.take('a', pace);
  expect(limit.take('b', pace)).toBe(0);
  expect(limit.take('a', { ...pace, name: 'read' })).toBe(0);
});

test('a flood of callers does not grow the memory without end', () => {
  const limit = rateLimit(movingClock());
  for (let i = 0; i < 4; i += 1) limit.take('first', pace);
  for (let i = 0; i < 20_001; i += 1) limit.take(`caller ${i}`, pace);
  expect(limit.take('first', pace), 'the oldest caller is forgotten').toBe(0);
});
