import { expect, test } from 'vitest';
import { nextOccurrence } from './repeat.ts';

const at = (local: string) => Date.parse(`${local}+07:00`);
const local = (moment: number | null) =>
  moment === null ? null : new Date(moment + 7 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['weekly', '2026-12-01T19:30', '2026-12-01T19:30', '2026-12-08T19:30'],
  ['weekly', '2026-12-01T19:30', '2026-12-08T19:29', '2026-12-08T19:30'],
  // The clock jumped, or the server stood still: what was missed is not made up for.
  ['weekly', '2026-12-01T19:30', '2027-01-20T08:00', '2027-01-26T19:30'],
  ['monthly', '2026-12-15T08:00', '2026-12-15T08:00', '2027-01-15T08:00'],
  ['monthly', '2027-01-31T08:00', '2027-01-31T08:00', '2027-02-28T08:00'],
  // The short month does not shorten the ones after it.
  ['monthly', '2027-01-31T08:00', '2027-02-28T08:00', '2027-03-31T08:00'],
  ['monthly', '2027-01-31T06:00', '2028-01-31T06:00', '2028-02-29T06:00'],
  ['monthly', '2026-12-15T08:00', '2027-03-15T08:01', '2027-04-15T08:00'],
  ['none', '2026-12-15T08:00', '2026-12-15T08:00', null],
] as const)('%s from %s, after %s: %s', (rule, anchor, after, wanted) => {
  expect(local(nextOccurrence(at(anchor), rule, at(after)))).toBe(wanted);
});
