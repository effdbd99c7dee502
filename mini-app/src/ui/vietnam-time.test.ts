import { expect, it } from 'vitest';
import { dayOf, printedDay, timeOfDay } from './vietnam-time.ts';

it('shows the time and day of Vietnam wherever the phone is', () => {
  const lateEveningInUtc = Date.parse('2026-11-20T17:05:00Z');
  expect(timeOfDay(lateEveningInUtc)).toBe('00:05');
  expect(dayOf(lateEveningInUtc)).toBe('21/11/2026');
});

it('prints ISO days the Vietnamese way and leaves other texts alone', () => {
  expect(printedDay('2026-11-21')).toBe('21/11/2026');
  expect(printedDay('2026-11-20T20:00:00Z')).toBe('21/11/2026');
  expect(printedDay('không rõ')).toBe('không rõ');
});
