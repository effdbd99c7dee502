import { expect, test } from 'vitest';
import { frozenClock } from './frozen-clock.ts';

test('today changes at midnight in Vietnam, not in London', () => {
  expect(frozenClock(new Date('2026-11-20T16:59:59Z')).today()).toBe('2026-11-20');
  expect(frozenClock(new Date('2026-11-20T17:00:00Z')).today()).toBe('2026-11-21');
});

test('a frozen clock cannot be moved through the date it hands out', () => {
  const clock = frozenClock(new Date('2026-11-21T00:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-11-21T00:00:00.000Z');
});
