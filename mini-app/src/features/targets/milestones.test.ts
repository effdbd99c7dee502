import { describe, expect, it } from 'vitest';
import { fullBar, isDrawable, milestonesInWords, milestonesOf } from './milestones.ts';

const read = (value: string | null, unit: string | null = null) => milestonesOf({ values: { 2030: value }, unit })[0];

describe('one value', () => {
  it.each([
    ['≥75%', null, 'ít nhất 75%', 75, 75],
    ['≥ 70', '%', 'ít nhất 70%', 70, 70],
    ['80-90%', null, 'từ 80 đến 90%', 80, 90],
    ['100', '% dân số', '100% dân số', 100, 100],
    ['tối thiểu 1,0%', '%', 'tối thiểu 1,0%', 1, 1],
    ['1.200', 'tài khoản', '1.200 tài khoản', 1200, 1200],
    ['Đạt trên 3%', null, 'đạt trên 3%', 3, 3],
  ])('%s in %s reads “%s”', (value, unit, words, low, high) => {
    expect(read(value, unit)).toEqual({ year: '2030', words, number: { low, high } });
  });

  it.each(['Đạt', 'Tiên tiến, hiện đại', '≥95 đối với trường phổ thông ≥95 đối với mầm non'])(
    'draws no number for %s',
    (value) => expect(read(value, '%')).toEqual({ year: '2030', words: value, number: null }),
  );

  it('says that no target is set where the plan prints a dash', () => {
    expect(read(null)).toEqual({ year: '2030', words: 'không đặt chỉ tiêu', number: null });
  });
});

it('tells all years in order, the unstated one last', () => {
  const milestones = milestonesOf({ values: { '': '100%', 2045: '100%', 2025: null, 2030: '≥95%' }, unit: null });
  expect(milestonesInWords(milestones)).toBe(
    'Năm 2025: không đặt chỉ tiêu; năm 2030: ít nhất 95%; năm 2045: 100%; không ghi năm: 100%.',
  );
});

it('draws bars only where there are years to compare, and shares on a scale of a hundred', () => {
  const shares = milestonesOf({ values: { 2030: '10%', 2035: '20%' }, unit: null });
  expect([isDrawable(shares), fullBar(shares)]).toEqual([true, 100]);
  const counts = milestonesOf({ values: { 2030: '300', 2035: '1.200' }, unit: 'tài khoản' });
  expect([isDrawable(counts), fullBar(counts)]).toEqual([true, 1200]);
  expect(isDrawable(milestonesOf({ values: { 2030: '80%', 2035: 'Đạt' }, unit: null }))).toBe(false);
});
