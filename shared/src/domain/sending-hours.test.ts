import { expect, test } from 'vitest';
import { dueTime, isSendingTime, nextSendingTime } from './sending-hours.ts';

const at = (local: string) => Date.parse(`${local}+07:00`);
const local = (moment: number) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 16);
const none = () => false;
/** Tết 2027 with the day before it. */
const tet = (day: string) => day >= '2027-02-05' && day <= '2027-02-09';

test.each([
  ['2026-12-01T10:30', '2026-12-01T10:30'],
  ['2026-12-01T06:59', '2026-12-01T07:00'],
  ['2026-12-01T21:00', '2026-12-02T07:00'],
  ['2026-12-31T23:59', '2027-01-01T07:00'],
  ['2027-02-04T20:59', '2027-02-04T20:59'],
  ['2027-02-04T21:00', '2027-02-10T07:00'],
  ['2027-02-07T12:00', '2027-02-10T07:00'],
])('from %s the next sending time is %s', (from, wanted) => {
  expect(local(nextSendingTime(at(from), tet))).toBe(wanted);
  expect(isSendingTime(at(from), tet)).toBe(from === wanted);
});

test('a calendar in which everything is a holiday holds nothing up for ever', () => {
  expect(nextSendingTime(at('2026-12-01T10:00'), () => true)).toBeLessThan(at('2026-12-20T10:00'));
});

test('a large audience goes one after the other, and on in the morning where the evening comes between', () => {
  const spread = { begin: at('2026-12-01T20:00'), perSecond: 2, isHoliday: none };
  expect(local(dueTime(spread, 0))).toBe('2026-12-01T20:00');
  expect(local(dueTime(spread, 2 * 1_800))).toBe('2026-12-01T20:30');
  expect(local(dueTime(spread, 2 * 3_600))).toBe('2026-12-02T07:00');
  expect(local(dueTime(spread, 2 * 3_600 * 16))).toBe('2026-12-03T08:00');
  const times = Array.from({ length: 500 }, (_, number) => dueTime(spread, number * 700));
  expect(times.every((one) => isSendingTime(one, none))).toBe(true);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});

test('an emergency goes at night; without a pace all are due at once', () => {
  expect(local(dueTime({ begin: at('2026-12-01T02:00'), perSecond: 1, isHoliday: null }, 60))).toBe('2026-12-01T02:01');
  expect(local(dueTime({ begin: at('2026-12-01T02:00'), perSecond: null, isHoliday: none }, 9_999))).toBe(
    '2026-12-01T07:00',
  );
});
