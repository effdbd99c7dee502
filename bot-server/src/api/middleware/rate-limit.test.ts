import { expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { rateLimit, takeTurn } from './rate-limit.ts';

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

test('a hundred people behind one address go on, a script with as many names does not', () => {
  const clock = movingClock();
  const limit = rateLimit(clock);
  const ask = (person: string | null) =>
    takeTurn(limit, person, '203.0.113.5', { name: 'ask', burst: 60, perMinute: 60 });
  const people = Array.from({ length: 100 }, (_, number) => `person ${number}`);
  for (let round = 0; round < 5; round += 1) {
    for (const person of people) expect(ask(person)).toBe(0);
    clock.advance(60_000);
  }
  const script = people.flatMap((person) => Array.from({ length: 30 }, () => ask(person)));
  expect(script.filter((wait) => wait === 0).length).toBeLessThanOrEqual(600);
  expect(script.at(-1)).toBeGreaterThan(0);
});

test('a person who is too fast takes nobody else’s turn at the same address', () => {
  const limit = rateLimit(movingClock());
  const waits = Array.from({ length: 500 }, () => takeTurn(limit, 'fast', '203.0.113.5', pace));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(pace.burst);
  expect(takeTurn(limit, 'other', '203.0.113.5', pace)).toBe(0);
});

test('people who have not signed in share the turns of one person at their address', () => {
  const limit = rateLimit(movingClock());
  expect([1, 2, 3, 4].map(() => takeTurn(limit, null, '203.0.113.5', pace) > 0)).toEqual([false, false, false, true]);
  expect(takeTurn(limit, null, '203.0.113.6', pace)).toBe(0);
  expect(takeTurn(limit, 'signed in', '203.0.113.5', pace)).toBe(0);
});
