import type { PeriodicReportKind } from '@phuong-so/shared/domain/work';
import type { ReportOccasion } from '@phuong-so/shared/domain/work-reminders';
import { expect, test } from 'vitest';
import { isHandedIn } from './handed-in.ts';

const occasion = (period: string, lastDay: string): ReportOccasion => ({
  ...{ key: `${lastDay}:-7`, day: lastDay, kind: 'overdue', lastDay, period },
});
const NOVEMBER = occasion('2026', '2026-11-29');
const handed = (unit: string | null, kind: PeriodicReportKind = 'yearly', period = '2026') => [{ unit, kind, period }];

test('the ward’s own report ends it for everybody, a unit’s for that unit alone', () => {
  for (const unit of ['vhxh', 'cong-an', null]) expect(isHandedIn(handed(null), ['yearly'], unit, NOVEMBER)).toBe(true);
  expect(isHandedIn(handed('cong-an'), ['yearly'], 'cong-an', NOVEMBER)).toBe(true);
  for (const unit of ['vhxh', null]) expect(isHandedIn(handed('cong-an'), ['yearly'], unit, NOVEMBER)).toBe(false);
});

test.each<[string, readonly PeriodicReportKind[], PeriodicReportKind, string, ReportOccasion, boolean]>([
  ['another year', ['yearly'], 'yearly', '2025', NOVEMBER, false],
  [
    'one on demand is not the yearly one',
    ['yearly', 'on_demand'],
    'on_demand',
    '2026-01-01..2026-11-01',
    NOVEMBER,
    false,
  ],
  ['a half is not the year', ['half_year', 'yearly'], 'half_year', '2026-H1', NOVEMBER, false],
  [
    'the half that is asked for',
    ['half_year', 'yearly'],
    'half_year',
    '2026-H1',
    occasion('2026-H1', '2026-06-30'),
    true,
  ],
  ['a half by a day in November', ['half_year'], 'half_year', '2026-H2', NOVEMBER, true],
  ['the other half', ['half_year'], 'half_year', '2026-H1', NOVEMBER, false],
  ['by a day in July, the first half', ['half_year'], 'half_year', '2026-H1', occasion('2026', '2026-07-10'), true],
  ['where nothing else is asked for', ['on_demand'], 'on_demand', '2026-01-01..2026-11-01', NOVEMBER, true],
])('%s', (_, kinds, kind, period, when, expected) => {
  expect(isHandedIn(handed(null, kind, period), kinds, null, when)).toBe(expected);
});
