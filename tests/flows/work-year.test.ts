import { addDays } from '@phuong-so/shared/domain/calendar';
import { startOfDay, vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import {
  DATED_WARD,
  FIRST,
  HOUR_MS,
  LAST,
  OFF,
  ONGOING,
  person,
  playYear,
  REPORTING_WARD,
  SUPERSEDED_WARD,
} from '../fakes/work-year.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
let world: Awaited<ReturnType<typeof playYear>>;
beforeAll(async () => {
  service = await realService();
  world = await playYear(service);
  // A year takes some 15 s of one core; many at work on the machine share it.
}, 400_000);
afterAll(() => service.close());

/** Days of the year on which somebody was reminded of the task. */
const daysOf = (item: WorkItem) =>
  [...new Set(world.reminders.filter(({ itemId }) => itemId === item.id).map(({ day }) => day))].sort();
/** Who was reminded of the task on a day: unit and person without the ward. */
const toldOn = (item: WorkItem, day: string) =>
  world.reminders
    .filter((one) => one.itemId === item.id && one.day === day)
    .map(({ subject }) => subject.replace(`zalo:${item.ward}-`, ''))
    .sort();
/** Every seventh day after a last day in time, from one day until another. */
const weekly = (lastDay: string, from: string, until: string) => {
  const days: string[] = [];
  for (let day = addDays(lastDay, 7); day <= until; day = addDays(day, 7)) if (day >= from) days.push(day);
  return days.map((day) => (day >= OFF.from && day <= OFF.until ? addDays(OFF.until, 1) : day));
};

describe('a year of all five wards', () => {
  test('dated tasks: 30, 7, 1 days before, on the day, weekly until somebody confirms', () => {
    expect(daysOf(world.task('III.5'))).toEqual([
      ...['2026-08-31', '2026-09-23', '2026-09-29', '2026-09-30', '2026-10-07', '2026-10-14'],
    ]);
    expect(daysOf(world.task('V.6'))).toEqual(weekly('2025-12-31', FIRST, '2026-03-09'));
    expect(daysOf(world.task('III.3'))).toEqual(weekly('2025-12-31', FIRST, LAST));
  });

  test('nothing while it is muted, and nothing once it is closed or superseded', () => {
    const all = weekly('2025-09-30', FIRST, LAST);
    expect(daysOf(world.task('I.1'))).toEqual(all.filter((day) => day < '2026-04-01' || day > '2026-04-30'));
    expect(daysOf(world.task('I.6'))).toEqual(all.filter((day) => day < '2026-05-05'));
    const late = world.reminders.filter(({ ward, day }) => ward === SUPERSEDED_WARD && day >= '2026-08-01');
    expect(late).toEqual([]);
    expect(world.reminders.some(({ ward }) => ward === SUPERSEDED_WARD)).toBe(true);
  });

  test('what waits for an event is silent until it is recorded, then counts', () => {
    const [waiting, ...others] = world.items.filter(
      ({ ward, due }) => ward === DATED_WARD && due.kind === 'after_event',
    );
    if (waiting === undefined) throw new Error('nothing waits');
    const before = ['2026-07-16', '2026-08-08', '2026-08-14', '2026-08-15'];
    expect(daysOf(waiting)).toEqual([...before, ...weekly('2026-08-15', FIRST, LAST)]);
    expect(others.flatMap(daysOf)).toEqual([]);
  });

  test('thường xuyên: each quarter once, unless a word came in it; a day that was missed is caught up once', () => {
    const quarters = ['2026-03-17', '2026-06-18', '2026-09-16', '2026-12-17'];
    const told = world.task(ONGOING);
    const ongoing = world.items.filter(({ ward, due }) => ward === DATED_WARD && due.kind === 'ongoing');
    expect(ongoing).toHaveLength(35);
    for (const item of ongoing) {
      expect(daysOf(item), item.title).toEqual(item === told ? quarters.filter((_, at) => at !== 1) : quarters);
    }
  });

  test('hằng năm and reports: by the ward’s own day, or once before the year ends', () => {
    const yearly = world.items.filter(({ due, ward }) => due.kind === 'yearly' && ward !== SUPERSEDED_WARD);
    const dated = ['2026-10-30', '2026-11-22', '2026-11-28', '2026-11-29', ...weekly('2026-11-29', FIRST, LAST)];
    for (const item of yearly)
      expect(daysOf(item), item.title).toEqual(item.due.monthDay === null ? ['2026-12-17'] : dated);
    const reports = (ward: string) =>
      [
        ...new Set(
          world.reminders.filter((one) => one.ward === ward && one.itemId.startsWith('report:')).map(({ day }) => day),
        ),
      ].sort();
    // Handed in on 10 December.
    const late = ['2026-11-21', '2026-11-28', '2026-12-05'];
    expect(reports(REPORTING_WARD)).toEqual(['2026-10-15', '2026-11-07', '2026-11-13', '2026-11-14', ...late]);
    expect(reports(DATED_WARD)).toEqual(dated.filter((day) => day <= LAST));
    // The yearly one of 001 is a task as well: nobody is reminded of the same sentence twice on one day.
    expect(reports('phuong-001')).toEqual(['2026-06-18']);
    expect(reports('yen-hoa')).toEqual(['2026-12-17']);
  });

  test('a report that stays out after its day: whoever has handed theirs in hears nothing more, the standing unit until the ward’s own is in', () => {
    const toldOf = (day: string) =>
      world.reminders
        .filter((one) => one.ward === REPORTING_WARD && one.day === day && one.itemId.startsWith('report:'))
        .map(({ subject }) => subject.replace(`zalo:${REPORTING_WARD}-`, ''));
    const standing = ['vhxh-1', 'vhxh-2', 'vhxh-head'];
    expect(toldOf('2026-11-21')).toEqual(expect.arrayContaining([...standing, 'kt-ht-dt-head']));
    expect(toldOf('2026-11-28')).toEqual(toldOf('2026-11-21').filter((who) => who !== 'kt-ht-dt-head'));
    expect(toldOf('2026-12-05')).toEqual(expect.arrayContaining(standing));
    const said = world.messages.find(
      ({ oaId, userId, createdAt }) =>
        oaId === REPORTING_WARD && userId === 'vhxh-head' && vietnamDay(createdAt) === '2026-11-28',
    );
    expect(said?.text).toMatch(/báo cáo quá ngày nộp/);
    expect(said?.text).toContain('Quá ngày nộp báo cáo 14 ngày (hạn 14/11/2026), chưa thấy nộp trong Phường Số.');
  });

  test('no other task is reminded of', () => {
    const silent = world.items.filter(({ due }) => due.kind === 'none');
    expect(silent.length).toBeGreaterThan(20);
    expect(silent.flatMap(daysOf)).toEqual([]);
  });

  test('the person who took it on, then the head, then the standing unit; all of the unit where nobody did', () => {
    const taken = world.task('V.6');
    const standing = ['vhxh-1', 'vhxh-2', 'vhxh-head'];
    expect(toldOn(taken, '2026-01-07')).toEqual(['tt-pvhcc-1', 'tt-pvhcc-head']);
    expect(toldOn(taken, '2026-01-14')).toEqual(['tt-pvhcc-1', 'tt-pvhcc-head', ...standing]);
    expect(toldOn(world.task('III.5'), '2026-08-31')).toEqual(standing);
    // A collective lead that nobody has split.
    expect(toldOn(world.task('III.3'), '2026-01-07')).toEqual(standing);
  });

  test('whoever has lost the right hears nothing more', () => {
    const removed = person('kt-ht-dt', '1');
    expect(world.reminders.filter(({ subject, day }) => subject === removed && day >= '2026-02-04')).toEqual([]);
    expect(world.reminders.some(({ subject }) => subject === person('kt-ht-dt', '2'))).toBe(true);
  });

  test('one message a person and day, and it comes by day', () => {
    const owed = new Set(world.reminders.map(({ subject, day }) => `${subject} ${day}`));
    const sent = world.messages.map(({ oaId, userId, createdAt }) => `zalo:${oaId}-${userId} ${vietnamDay(createdAt)}`);
    expect(new Set(sent)).toEqual(owed);
    expect(sent).toHaveLength(owed.size);
    expect(world.night.every((count) => count === 0)).toBe(true);
    const hours = world.messages.map(({ createdAt }) => (createdAt - startOfDay(vietnamDay(createdAt))) / HOUR_MS);
    expect([Math.min(...hours), Math.max(...hours) < 21]).toEqual([7, true]);
    expect(world.reminders.every(({ toldAt }) => toldAt !== null)).toBe(true);
  });

  test('a message says what is pressing, in the words of the plan', () => {
    const found = world.messages.find(
      ({ userId, createdAt }) => userId === 'tt-pvhcc-1' && vietnamDay(createdAt) === '2026-01-07',
    );
    expect(found?.text).toBe(
      [
        'Phường Nguyễn Đại Năng nhắc việc. Hôm nay: 1 việc quá hạn.',
        '1) V.6 Triển khai nền tảng phân tích xử lý dữ liệu tổng hợp, ứng dụng trí tuệ nhân tạo (AI)… Quá hạn 7 ngày theo kế hoạch (hạn 31/12/2025), chưa có xác nhận.',
        'Xem tất cả, bạn nhắn VIỆC CỦA PHÒNG TÔI.',
        'Nhắn “cập nhật việc V.6 …” để báo tiến độ, “tắt nhắc việc V.6 đến …” để tắt nhắc.',
      ].join('\n'),
    );
  });

  test('a year takes the processor seconds', () => {
    expect(world.workMs).toBeLessThan(120_000);
  });
});
