import { expect, test } from 'vitest';
import { contactWindow } from './contact-window.ts';
import { nextReminder } from './study-times.ts';

const at = (day: string) => new Date(`${day}+07:00`).getTime();

test('reminds on the 1st, 3rd and 6th day without learning, then never again', () => {
  const times: (number | null)[] = [at('2026-11-20T15:20:00')];
  for (let sent = 0; sent < 4; sent += 1) {
    const last = times.at(-1) ?? null;
    times.push(last === null ? null : nextReminder(last, sent));
  }
  const days = ['2026-11-21', '2026-11-23', '2026-11-26'].map((day) => at(`${day}T15:20:00`));
  expect(times.slice(1)).toEqual([...days, null]);
});

test.each([
  ['2026-11-20T05:00:00', '2026-11-21T08:00:00'],
  ['2026-11-20T23:50:00', '2026-11-21T19:00:00'],
  ['2026-11-20T00:10:00', '2026-11-21T08:00:00'],
  ['2026-11-20T08:00:00', '2026-11-21T08:00:00'],
  ['2026-11-20T19:00:00', '2026-11-21T19:00:00'],
])('nobody is disturbed early or late: learnt %s, reminded %s', (learnt, reminded) => {
  expect(nextReminder(at(learnt), 0)).toBe(at(reminded));
});

test('all of them lie in the seven days in which the chat is open, the first in the two that are free', () => {
  const wrote = at('2026-11-20T10:00:00');
  const first = nextReminder(wrote, 0) ?? 0;
  const second = nextReminder(first, 1) ?? 0;
  const third = nextReminder(second, 2) ?? 0;
  const window = (time: number) => contactWindow({ interactedAt: wrote, leftAt: null }, time);
  expect([first, second, third].map(window)).toMatchObject([{ free: true }, { free: false }, { free: false }]);
});
