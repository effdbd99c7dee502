import { expect, test } from 'vitest';
import { contactWindow } from './contact-window.ts';

const HOUR = 3_600_000;
const NOW = 100 * 24 * HOUR;

test('free for nearly 48 hours, perhaps charged until nearly 7 days, closed after', () => {
  const after = (hours: number) => contactWindow({ interactedAt: NOW - hours * HOUR, leftAt: null }, NOW);
  expect(after(0)).toEqual({ kind: 'open', until: NOW + 167 * HOUR, free: true });
  expect([after(46.9), after(47.1), after(166.9)]).toMatchObject([{ free: true }, { free: false }, { free: false }]);
  expect(after(167)).toEqual({ kind: 'closed', reason: 'no_interaction_7_days' });
});

test('who never wrote, or left, is not written to; who comes back is', () => {
  expect(contactWindow({ interactedAt: null, leftAt: null }, NOW)).toEqual({ kind: 'closed', reason: 'never_wrote' });
  const left = { kind: 'closed', reason: 'blocked_or_left' };
  expect(contactWindow({ interactedAt: NOW - 2, leftAt: NOW - 1 }, NOW)).toEqual(left);
  expect(contactWindow({ interactedAt: null, leftAt: NOW - 1 }, NOW)).toEqual(left);
  expect(contactWindow({ interactedAt: NOW - 1, leftAt: NOW - 2 }, NOW)).toMatchObject({ kind: 'open' });
});
