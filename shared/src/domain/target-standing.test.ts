import { expect, test } from 'vitest';
import { compareWithMilestone, countingValue, nextMilestone, standingOfTarget } from './target-standing.ts';
import type { TargetValue } from './work.ts';

test.each([
  ['82,5%', '≥80%', null, 'reached'],
  ['79,9%', '≥80%', null, 'not_reached'],
  ['80', '≥ 80', '%', 'reached'],
  ['82.5', '≥80%', null, 'reached'],
  ['80%', '80-90%', null, 'reached'],
  ['79%', '80-90%', null, 'not_reached'],
  ['95%', '80–90%', null, 'reached'],
  ['100', '100', '%', 'reached'],
  ['99,9', '100', '%', 'not_reached'],
  ['100%', '100', '%', 'reached'],
  ['12/15', '80%', null, 'reached'],
  ['11/15', '80%', null, 'not_reached'],
  ['12/15', '≥80', '% hồ sơ', 'reached'],
  ['12/15', '12', 'lớp', 'cannot_compare'],
  ['12 lớp', '10', 'lớp', 'reached'],
  ['80%', '10', 'lớp', 'cannot_compare'],
  ['1.200', '≥1.000', 'hộ', 'reached'],
  ['1.200,5', '1.201', null, 'not_reached'],
  ['3%', 'phần đầu ít nhất 3%', null, 'reached'],
  ['2,9%', 'Phấn đấu đạt 3%', null, 'not_reached'],
  ['3%', 'Đạt trên 3%', null, 'not_reached'],
  ['3,1%', 'Đạt trên 3%', null, 'reached'],
  ['trên 3%', 'Đạt trên 3%', null, 'reached'],
  ['≥85%', '80%', null, 'reached'],
  ['≥75%', '80%', null, 'cannot_compare'],
  ['70-75%', '80%', null, 'not_reached'],
  ['70-85%', '80%', null, 'cannot_compare'],
  ['5', '≤5', 'ngày', 'reached'],
  ['6', 'Không quá 5', 'ngày', 'not_reached'],
  ['Đạt', 'Đạt', null, 'reached'],
  ['Chưa đạt', 'Đạt', null, 'not_reached'],
  ['không đạt', 'đạt', null, 'not_reached'],
  ['100%', 'Đạt', null, 'cannot_compare'],
  ['Đạt', '100', '%', 'cannot_compare'],
  ['khoảng 80%', '80%', null, 'cannot_compare'],
  ['80% hộ', '80%', null, 'cannot_compare'],
  ['95%', '≥95 đối với cơ sở giáo dục phổ thông ≥95 đối với cơ sở giáo dục mầm non', '%', 'cannot_compare'],
  ['100', 'Tiên tiến, hiện đại', null, 'cannot_compare'],
  ['', '80%', null, 'cannot_compare'],
  ['3/0', '80%', null, 'cannot_compare'],
] as const)('%s against %s (%s): %s', (value, milestone, unit, expected) => {
  expect(compareWithMilestone(value, milestone, unit)).toBe(expected);
});

test('the milestone that counts next is of this year or a later one; "-" is none', () => {
  const values = { '2025': '≥60%', '2030': null, '2035': '50%', '2040': '80%' };
  expect(nextMilestone(values, '2025-12-31')).toEqual({ year: '2025', value: '≥60%' });
  expect(nextMilestone(values, '2026-01-01')).toEqual({ year: '2035', value: '50%' });
  expect(nextMilestone({ '2025': '80%', '2030': null }, '2026-11-21')).toBeNull();
  expect(nextMilestone({ '': 'Đạt' }, '2026-11-21')).toEqual({ year: '', value: 'Đạt' });
});

test('the newest period counts, confirmed before reported, and nothing that was given back', () => {
  const value = (change: Partial<TargetValue>): TargetValue => ({
    ...{ id: 'v', targetId: 't', ward: 'w', period: '2026-Q3', value: '1', source: 's', note: '', state: 'reported' },
    ...{ unit: 'u', office: 'Phòng', at: 1, replacedBy: null },
    ...change,
  });
  const reported = value({ id: 'reported', at: 9 });
  const confirmed = value({ id: 'confirmed', state: 'confirmed', at: 3 });
  const returned = value({ id: 'returned', state: 'returned', period: '2026-11' });
  const older = value({ id: 'older', period: '2025', state: 'confirmed', at: 99 });
  expect(countingValue([older, reported, returned, confirmed])?.id).toBe('confirmed');
  expect(countingValue([older, reported, returned])?.id).toBe('reported');
  expect(countingValue([returned])).toBeNull();
});

test('without a figure there is none, whatever is wanted', () => {
  expect(standingOfTarget(null, '80%', '%')).toBe('no_figure');
  expect(standingOfTarget(null, null, '%')).toBe('no_figure');
  expect(standingOfTarget('80%', null, '%')).toBe('no_milestone');
  expect(standingOfTarget('80%', '80%', '%')).toBe('reached');
});
