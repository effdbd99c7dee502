import { expect, test } from 'vitest';
import { afterQuietHours, contactWindow, isQuietHour, nextQuietHours, windowEnd } from './contact-window.ts';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(`${iso}+07:00`);
const WROTE = at('2026-11-20T08:00:00');

test.each([
  ['just written', 0, 'free'],
  ['an hour before 48 hours are over', 47, 'free'],
  ['what would arrive after 48 hours', 47.1, 'paid'],
  ['an hour before seven days are over', 167, 'paid'],
  ['what would arrive after seven days', 167.1, 'closed'],
  ['a month later', 720, 'closed'],
] as const)('%s', (_, hours, window) => {
  expect(contactWindow(WROTE, WROTE + hours * HOUR)).toBe(window);
});

test('who never wrote is not written to; a window ends 48 hours or seven days after the last message', () => {
  expect(contactWindow(null, WROTE)).toBe('closed');
  expect([windowEnd(WROTE, 'free') - WROTE, windowEnd(WROTE, 'paid') - WROTE]).toEqual([48 * HOUR, 168 * HOUR]);
});

test.each([
  ['2026-11-20T06:59:59', true, '2026-11-20T07:00:00', '2026-11-20T06:59:59'],
  ['2026-11-20T07:00:00', false, '2026-11-20T07:00:00', '2026-11-20T21:00:00'],
  ['2026-11-20T20:59:59', false, '2026-11-20T20:59:59', '2026-11-20T21:00:00'],
  ['2026-11-20T21:00:00', true, '2026-11-21T07:00:00', '2026-11-20T21:00:00'],
  ['2026-11-20T00:30:00', true, '2026-11-20T07:00:00', '2026-11-20T00:30:00'],
] as const)('at %s in Vietnam', (time, quiet, after, next) => {
  expect(isQuietHour(at(time))).toBe(quiet);
  expect(afterQuietHours(at(time))).toBe(at(after));
  expect(nextQuietHours(at(time))).toBe(at(next));
});
