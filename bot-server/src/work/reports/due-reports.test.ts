import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { Unit } from '@phuong-so/shared/domain/units';
import { expect, test } from 'vitest';
import type { WardDocument } from '../../ports/ward-facts.ts';
import { dueReports } from './due-reports.ts';
import { periodAfter, periodDays, periodWords } from './periods.ts';
import { recipientsOf } from './recipients.ts';
import { saidOfDate } from './said-of-date.ts';

const OFFICE: Unit = {
  ...{ id: 'van-phong', name: 'Văn phòng', spellings: ['Văn phòng'], nicknames: [] },
  kind: 'department',
};
const UNITS = new UnitDirectory([OFFICE]);

function due(when: string, more: Partial<PlanDeadline> = {}, date: string | null = '2025-03-01', to = 2030) {
  const quote = { text: more.what ?? when, place: { annex: null, row: null, column: null, section: 'III' } };
  const deadline = { id: 'h', kind: 'reporting', what: when, when, rule: '', who: null, toWhom: null, quote, ...more };
  const document = { documentId: 'd', plan: { document: { date, period: { from: 2025, to } }, deadlines: [] } };
  const held = { ...document.plan, deadlines: [{ ...deadline, due: parseDue(when) }] };
  return (today: string) => {
    const [report] = dueReports([{ ...document, plan: held } as unknown as WardDocument], UNITS, today);
    if (report === undefined) throw new Error('no report');
    return report;
  };
}

test('one day of one year; every year until the plan ends; a quarter without a day', () => {
  const once = due('trước ngày 20/12/2026');
  expect(once('2026-12-19')).toMatchObject({ time: 'one_day', kinds: ['yearly'], next: { lastDay: '2026-12-19' } });
  expect(once('2026-12-20')).toMatchObject({ next: null, past: { lastDay: '2026-12-19', open: true } });
  const yearly = due('hằng năm, trước ngày 01/01');
  // The day before New Year's is the last of the year before.
  expect(yearly('2029-06-01').next).toEqual({ lastDay: '2029-12-31', opensOn: '2029-12-01', open: false });
  expect(due('hằng năm, ngày 15/6', {}, '2025-03-01', 2026)('2026-07-01')).toMatchObject({
    next: null,
    time: 'every_year',
  });
  expect(due('hằng năm, ngày 15/6', {}, '2025-08-01')('2025-07-01').past).toBeNull();
  expect(due('định kỳ')('2026-01-01')).toMatchObject({ time: 'no_period', kinds: ['on_demand'], next: null });
});

test('a day without a year is of this year, and said to be assumed', () => {
  const report = due('trước ngày 15/11')('2026-10-20');
  expect(report).toMatchObject({ time: 'year_not_stated', past: null, next: { lastDay: '2026-11-14', open: true } });
  expect(saidOfDate(report).join(' ')).toContain('14/11), không nêu năm và không viết “hằng năm”');
});

test('through whom, and to whom it goes on, are read from the sentence; recipients are these and no others', () => {
  const what =
    'gửi UBND phường (qua Văn phòng) trước ngày 15/11 để tổng hợp, báo cáo UBND tỉnh, Sở Nội vụ theo quy định';
  const report = due('trước ngày 15/11', { what, toWhom: 'UBND phường (qua Văn phòng)', who: 'các phòng' })(
    '2026-10-20',
  );
  expect(report).toMatchObject({ toWhom: 'UBND phường', through: 'Văn phòng', onward: 'UBND tỉnh, Sở Nội vụ' });
  const standing = { id: 'van-phong', name: 'Văn phòng' };
  expect(recipientsOf([report], null, standing)).toEqual(['UBND tỉnh', 'Sở Nội vụ']);
  expect(recipientsOf([report], { id: 'x', name: 'Phòng X' }, standing)).toEqual(['UBND phường', 'Văn phòng']);
  expect(recipientsOf([due('hằng năm')('2026-10-20')], null, standing)).toEqual([]);
});

test('periods: their days, their names, and what comes after them', () => {
  expect(periodDays('half_year', '2026-H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(periodDays('on_demand', '2026-01-05..2026-02-03')).toEqual({ from: '2026-01-05', to: '2026-02-03' });
  for (const [kind, period] of [
    ...([
      ['yearly', '2026-H1'],
      ['half_year', '2026'],
      ['on_demand', '2026'],
      ['on_demand', '2026-02-30..2026-03-01'],
    ] as const),
  ])
    expect(periodDays(kind, period), period).toBeNull();
  expect(periodWords('half_year', '2026-H2')).toBe('6 tháng cuối năm 2026');
  expect([periodAfter('yearly', '2026'), periodAfter('half_year', '2026-H2')]).toEqual(['2027', '2027-H1']);
});
