import { expect, test } from 'vitest';
import { classState, isCheckInTime, mayLeadClass, remindableStarts, reminderTimes, rollName } from './class-rules.ts';
import type { Session, SessionRole } from './session.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Date.parse(`${iso}+07:00`);
const as = (role: SessionRole, ward: string | null, group: string | null = null): Session => ({
  ...{ subject: 'zalo:1', name: null, unit: null, demo: false, role, ward, group },
});

test.each<[string, Session | null, { ward: string; group: string | null }, boolean]>([
  ['nobody', null, { ward: 'w', group: null }, false],
  ['a resident', as('resident', null), { ward: 'w', group: null }, false],
  ['a resident with a chosen ward and group', as('resident', 'w', 'to-5'), { ward: 'w', group: 'to-5' }, false],
  ['a leader of the group', as('leader', 'w', 'to-5'), { ward: 'w', group: 'to-5' }, true],
  ['a leader, the whole ward', as('leader', 'w', 'to-5'), { ward: 'w', group: null }, false],
  ['a leader of a group of the same name elsewhere', as('leader', 'v', 'to-5'), { ward: 'w', group: 'to-5' }, false],
  ['a leader without a group, the whole ward', as('leader', 'w'), { ward: 'w', group: null }, false],
  ['an official', as('official', 'w'), { ward: 'w', group: 'to-5' }, true],
  ['an official of another ward', as('official', 'v'), { ward: 'w', group: null }, false],
  ['an admin', as('admin', 'w'), { ward: 'w', group: null }, true],
  ['an admin of another ward', as('admin', 'v'), { ward: 'w', group: null }, false],
])('%s', (_, session, held, may) => {
  expect(mayLeadClass(session, held)).toBe(may);
});

test('a class is open or full, then runs, then is over; cancelled it is that', () => {
  const held = { startsAt: 10, endsAt: 20, seats: 1, taken: 0, cancelled: null };
  expect([classState(held, 9), classState({ ...held, taken: 1 }, 9)]).toEqual(['open', 'full']);
  expect([10, 19, 20].map((now) => classState(held, now))).toEqual(['running', 'running', 'over']);
  expect(classState({ ...held, cancelled: {} }, 30)).toBe('cancelled');
});

test('checking in is from half an hour before until half an hour after', () => {
  const times = { startsAt: 10 * HOUR, endsAt: 12 * HOUR };
  const edges = [9.5 * HOUR - 1, 9.5 * HOUR, 12.5 * HOUR, 12.5 * HOUR + 1];
  expect(edges.map((now) => isCheckInTime(times, now))).toEqual([false, true, true, false]);
});

test.each([
  ['2026-11-21T08:30:00', '2026-11-20T18:00:00', '2026-11-21T06:30:00'],
  ['2026-11-21T00:30:00', '2026-11-20T18:00:00', '2026-11-20T22:30:00'],
])('of a class at %s people are reminded from %s until %s', (starts, from, until) => {
  expect(reminderTimes(at(starts))).toEqual({ from: at(from), until: at(until) });
  for (const now of [at(from), at(until) - 1]) {
    const range = remindableStarts(now);
    expect(at(starts) >= range.from && at(starts) < range.until).toBe(true);
  }
});

test.each([
  ['bác Lan', 'bác Lan'],
  ['  anh\nHùng  ', 'anh Hùng'],
  ['bác Lan 0912 345 678', 'bác Lan'],
  ['Lan 001202003004', 'Lan'],
  ['tổ 5 Lan', 'tổ 5 Lan'],
  ['0912345678', null],
  ['12345', null],
  ['…', null],
])('called %j at the roll: %j', (typed, name) => {
  expect(rollName(typed)).toBe(name);
});
