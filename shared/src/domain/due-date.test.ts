import { describe, expect, it, test } from 'vitest';
import { nextTime, parseDue, stateOf } from './due-date.ts';

describe('parseDue', () => {
  it.each([
    ['Tháng 9/2025', 'month', '2025-09-30'],
    ['7/2025', 'month', '2025-07-31'],
    ['Hoàn thành kết nối tháng 9/2026', 'month', '2026-09-30'],
    ['Tháng 02 năm 2028', 'month', '2028-02-29'],
    ['Quý II/2026', 'quarter', '2026-06-30'],
    ['Trong quý IV năm 2026', 'quarter', '2026-12-31'],
    ['30/6/2026', 'date', '2026-06-30'],
    ['trước ngày 30/11/2025', 'date', '2025-11-29'],
    ['Trước ngày 01 tháng 3 năm 2026', 'date', '2026-02-28'],
    ['Năm 2025', 'year', '2025-12-31'],
    ['đảm bảo hoàn thành trong năm 2025', 'year', '2025-12-31'],
    ['Thường xuyên', 'ongoing', null],
    ['Hàng năm', 'yearly', null],
    ['Hằng năm theo nhu cầu', 'yearly', null],
    ['Sau khi thành phố ban hành kế hoạch', 'after_event', null],
    ['Theo tiến độ của UBND thành phố', 'after_event', null],
    ['', 'none', null],
    ['-', 'none', null],
  ])('reads "%s" as %s until %s', (printed, kind, lastDay) => {
    expect(parseDue(printed)).toMatchObject({ kind, lastDay });
  });

  it('gives a period its first and last day', () => {
    expect(parseDue('Từ tháng 3 đến tháng 9/2026')).toMatchObject({
      kind: 'period',
      firstDay: '2026-03-01',
      lastDay: '2026-09-30',
    });
    expect(parseDue('Năm 2026-2030')).toMatchObject({ kind: 'period', firstDay: '2026-01-01', lastDay: '2030-12-31' });
    expect(parseDue('Từ quý I đến quý III/2026')).toMatchObject({
      kind: 'period',
      firstDay: '2026-01-01',
      lastDay: '2026-09-30',
    });
  });

  it('fills in no year that is not printed', () => {
    expect(parseDue('trước ngày 15/11')).toMatchObject({ kind: 'date', lastDay: null, monthDay: '11-14' });
    expect(parseDue('từ tháng 3 đến tháng 9')).toMatchObject({ kind: 'period', lastDay: null });
    expect(parseDue('từ tháng 3 đến tháng 9', 2026)).toMatchObject({ firstDay: '2026-03-01', lastDay: '2026-09-30' });
  });

  it('keeps the day of every year for yearly reports', () => {
    expect(parseDue('Định kỳ hằng năm, trước ngày 05/12')).toMatchObject({
      kind: 'yearly',
      lastDay: null,
      monthDay: '12-04',
    });
  });

  it('gives no end to a year "and the following ones"', () => {
    expect(parseDue('Năm 2025 và những năm tiếp theo')).toMatchObject({
      kind: 'year',
      firstDay: '2025-01-01',
      lastDay: null,
    });
  });

  it('names the event that is waited for', () => {
    expect(parseDue('Sau khi hệ thống dữ liệu được hoàn thành').event).toBe('Sau khi hệ thống dữ liệu được hoàn thành');
  });
});

describe('stateOf', () => {
  const due = parseDue('30/6/2026');
  it('is overdue from the day after the last day', () => {
    expect(stateOf(due, '2026-06-30')).toBe('due_soon');
    expect(stateOf(due, '2026-07-01')).toBe('overdue');
    expect(stateOf(due, '2026-01-01')).toBe('upcoming');
  });

  it.each(['Thường xuyên', 'Hàng năm', 'trước ngày 15/11', 'Năm 2025 và những năm tiếp theo'])(
    'never calls "%s" overdue',
    (printed) => {
      expect(stateOf(parseDue(printed), '2040-01-01')).toBe('no_date');
    },
  );

  it('waits for an event however late it is', () => {
    expect(stateOf(parseDue('Sau khi thành phố ban hành bộ quy tắc'), '2040-01-01')).toBe('waiting_for_event');
  });
});

describe('the next time that something falls due', () => {
  const frame = { issued: '2025-09-19', lastYear: null };
  test.each([
    ['hằng năm trước ngày 30/11', '2025-11-21', '2025-11-29'],
    ['hằng năm trước ngày 30/11', '2025-11-29', '2025-11-29'],
    ['hằng năm trước ngày 30/11', '2025-11-30', '2026-11-29'],
    ['Tháng 12/2025', '2025-11-21', '2025-12-31'],
    ['Tháng 12/2025', '2026-01-01', null],
    ['Thường xuyên', '2025-11-21', null],
    ['Hằng năm', '2025-11-21', null],
    ['Sau khi thành phố ban hành kế hoạch', '2025-11-21', null],
  ])('%s, on %s: %s', (printed, today, expected) => {
    expect(nextTime(parseDue(printed), today, frame)).toBe(expected);
  });

  test('a day without a year is one of the year of issue and is not said to come back', () => {
    const due = parseDue('trước ngày 15/11');
    expect(nextTime(due, '2025-10-01', frame)).toBe('2025-11-14');
    expect(nextTime(due, '2025-11-15', frame)).toBeNull();
    expect(nextTime(due, '2025-12-01', { ...frame, issued: '2025-12-01' })).toBeNull();
    expect(nextTime(due, '2025-10-01', { ...frame, issued: null })).toBeNull();
  });

  test('nothing comes back after the plan’s last year', () => {
    const due = parseDue('hằng năm trước ngày 30/11');
    expect(nextTime(due, '2030-11-30', { issued: null, lastYear: 2030 })).toBeNull();
    expect(nextTime(due, '2030-11-01', { issued: null, lastYear: 2030 })).toBe('2030-11-29');
  });
});
