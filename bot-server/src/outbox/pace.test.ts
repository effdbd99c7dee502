import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('lets a burst go, then one request after the other', () => {
  const pace = new Pace(2, 5);
  expect(pace.take('a', 0, 16)).toBe(5);
  expect(pace.take('a', 0, 16)).toBe(0);
  expect(pace.take('a', 499, 16)).toBe(0);
  expect(pace.take('a', 500, 16)).toBe(1);
  expect(pace.take('a', 60_000, 16)).toBe(5);
});

test('accounts do not wait for each other', () => {
  const pace = new Pace(1, 1);
  expect(pace.take('a', 0, 1)).toBe(1);
  expect(pace.take('b', 0, 1)).toBe(1);
});

test('what was not used may go later', () => {
  const pace = new Pace(1, 3);
  expect(pace.take('a', 0, 3)).toBe(3);
  pace.giveBack('a', 2);
  expect(pace.take('a', 0, 3)).toBe(2);
});

test("Zalo's own limit slows us down and never speeds us up", () => {
  const pace = new Pace(2, 1);
  pace.take('a', 0, 1);
  pace.learn('a', { perMinute: 60, remaining: 59 }, 0);
  expect(pace.take('a', 1_000, 1)).toBe(0);
  expect(pace.take('a', 1_250, 1)).toBe(1);
  pace.learn('a', { perMinute: 4_000, remaining: 3_999 }, 1_250);
  expect(pace.take('a', 1_749, 1)).toBe(0);
  expect(pace.take('a', 1_750, 1)).toBe(1);
});

test('an account that has used up its minute rests', () => {
  const pace = new Pace(2, 5);
  pace.learn('a', { perMinute: 100, remaining: 0 }, 0);
  expect(pace.take('a', 59_999, 5)).toBe(0);
  expect(pace.take('a', 60_000, 5)).toBe(5);
});

test('announcements take 80 % of the pace, also of the one that Zalo allows', () => {
  const bulk = new Pace(10, 10).forBulk();
  expect(bulk.wanted).toBe(8);
  bulk.take('a', 0, 16);
  expect(bulk.take('a', 1_000, 16)).toBe(8);
  // 100 a minute: 80 for everything, 64 for announcements.
  bulk.learn('a', { perMinute: 100, remaining: 99 }, 1_000);
  expect([bulk.take('a', 11_000, 16), bulk.take('a', 20_375, 16)]).toEqual([10, 10]);
  bulk.take('a', 20_375, 16);
  expect(bulk.take('a', 20_375 + 4_690, 16)).toBe(5);
});
