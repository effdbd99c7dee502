import { chatLearnerId, type Learner } from '@phuong-so/shared/domain/learning';
import { describe, expect, test } from 'vitest';
import { sendReminders } from '../../bot-server/src/flows/send-reminders.ts';
import type { NewClass } from '../../bot-server/src/ports/classes.ts';
import { newClass, newPlace } from '../fakes/class-samples.ts';
import { OA, PERSON } from '../fakes/delivery-desk.ts';
import { type NoticeDesk, noticeDesk } from '../fakes/notice-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ME: Learner = [chatLearnerId({ oaId: OA, userId: PERSON })];
const START = '2026-11-20T09:00:00+07:00';
const at = (iso: string) => Date.parse(`${iso}+07:00`);
/** "2026-11-21T19:00" */
const TOMORROW_EVENING = { startsAt: at('2026-11-21T19:00:00'), endsAt: at('2026-11-21T21:00:00') };

async function seated(desk: NoticeDesk, change: Partial<NewClass> = {}, learner: Learner = ME): Promise<string> {
  const { id } = await desk.classes.open(newClass({ ...TOMORROW_EVENING, ...change }));
  await desk.classes.take(id, learner, newPlace(learner, { at: desk.clock.now().getTime() }));
  return id;
}
async function until(desk: NoticeDesk, iso: string): Promise<void> {
  desk.clock.advance(at(iso) - desk.clock.now().getTime());
}

describe('the evening before a class', () => {
  test('not before six, not at night, and not shortly before it begins', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON);
    await seated(desk, { startsAt: at('2026-11-21T08:30:00'), endsAt: at('2026-11-21T10:00:00') });
    for (const time of ['2026-11-20T17:59:00', '2026-11-20T21:00:00', '2026-11-21T06:59:00', '2026-11-21T07:00:00']) {
      await until(desk, time);
      expect(await desk.minute(), time).toBe(0);
    }
  });

  test('a worker that was down in the evening reminds in the morning', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON);
    await seated(desk);
    await until(desk, '2026-11-21T07:00:00');
    expect(await desk.minute()).toBe(1);
  });

  test('who asked for the place in the evening is not reminded of it', async () => {
    const desk = await noticeDesk({ start: START });
    await until(desk, '2026-11-20T18:30:00');
    await desk.writes(PERSON);
    await seated(desk);
    expect(await desk.minute()).toBe(0);
  });

  test('who wants no reminder gets none', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON);
    await seated(desk);
    await desk.classes.stopReminding(ME, desk.clock.now().getTime());
    await until(desk, '2026-11-20T18:30:00');
    expect(await desk.minute()).toBe(0);
  });

  test('many workers and one that was interrupted send one message', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON);
    await seated(desk);
    await until(desk, '2026-11-20T18:30:00');
    const interrupted = { ...desk.deps.classes, markReminded: () => Promise.reject(new Error('power cut')) };
    await expect(sendReminders({ ...desk.deps, classes: interrupted })).rejects.toThrow('power cut');
    await Promise.all([1, 2, 3, 4].map(() => sendReminders(desk.deps)));
    await desk.sendAll();
    expect(desk.arrived()).toHaveLength(1);
  });
});

describe('who may be written to', () => {
  test.each([
    ['within 48 hours', 46 * HOUR, false, 1],
    ['after 48 hours', 49 * HOUR, false, 0],
    ['after 48 hours, where the ward pays', 49 * HOUR, true, 1],
    ['after seven days, where the ward pays', 8 * DAY, true, 0],
  ])('%s of their last message', async (_, ago, paid, made) => {
    const start = new Date(at('2026-11-20T18:30:00') - ago).toISOString();
    const desk = await noticeDesk({ start }, { paid });
    await desk.writes(PERSON);
    await seated(desk);
    desk.clock.advance(ago);
    expect(await desk.minute()).toBe(made);
    expect(desk.arrived()).toHaveLength(made);
    expect(desk.verdicts).toEqual(made === 1 ? ['sent'] : []);
    // The person writes, and the reminder comes after all.
    await desk.writes(PERSON);
    expect(await desk.minute()).toBe(1 - made);
  });

  test('not while an official is writing with the person, nor by another ward’s account', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON, { quietUntil: at('2026-11-20T19:00:00') });
    await seated(desk);
    await seated(desk, { ward: 'v' });
    await until(desk, '2026-11-20T18:30:00');
    expect(await desk.minute()).toBe(0);
    await until(desk, '2026-11-20T19:01:00');
    expect(await desk.minute()).toBe(1);
  });

  test('a person of the Mini App without a proven chat is told by the app alone', async () => {
    const desk = await noticeDesk({ start: START });
    const id = await seated(desk, {}, ['zalo:1']);
    await desk.classes.cancel(id, 'mưa bão', desk.clock.now().getTime());
    expect(await desk.minute()).toBe(0);
    expect(await desk.classes.toTell(9)).toEqual([]);
  });
});

describe('a cancelled class', () => {
  test('is told once, with the reason, also to who waits, and not at night', async () => {
    const desk = await noticeDesk({ start: START });
    await desk.writes(PERSON);
    await desk.writes('nguoi-2');
    const id = await seated(desk, { seats: 1 });
    const other: Learner = [chatLearnerId({ oaId: OA, userId: 'nguoi-2' })];
    await desk.classes.take(id, other, newPlace(other, { at: desk.clock.now().getTime() }));
    await until(desk, '2026-11-20T21:30:00');
    await desk.classes.cancel(id, 'mưa bão.', desk.clock.now().getTime());
    expect(await desk.minute()).toBe(0);
    await until(desk, '2026-11-21T07:00:00');
    expect([await desk.minute(), await desk.minute()]).toEqual([2, 0]);
    const text =
      'Phường Mẫu báo tin: đã hủy lớp “Dùng VNeID”, Thứ Bảy 21/11, 19h, tại Nhà văn hóa.\nLý do: mưa bão.\nBạn không cần tới. Muốn xem lớp khác, bạn nhắn LỚP HỌC.';
    expect([desk.arrived(), desk.arrived('nguoi-2')]).toEqual([[text], [text]]);
  });

  test('is not told any more once it would have begun', async () => {
    const desk = await noticeDesk({ start: START });
    const id = await seated(desk);
    await desk.classes.cancel(id, 'mưa bão', desk.clock.now().getTime());
    await until(desk, '2026-11-21T19:00:00');
    await desk.writes(PERSON);
    expect(await desk.minute()).toBe(0);
    expect(await desk.classes.toTell(9)).toEqual([]);
  });
});

test('who moves up on the evening before is told that, and not reminded as well', async () => {
  const desk = await noticeDesk({ start: START });
  await desk.writes(PERSON);
  const other: Learner = ['zalo:9'];
  const id = await seated(desk, { seats: 1 }, other);
  await desk.classes.take(id, ME, newPlace(ME, { at: desk.clock.now().getTime() }));
  await until(desk, '2026-11-20T18:30:00');
  await desk.classes.giveUp(id, other, desk.clock.now().getTime());
  expect([await desk.minute(), await desk.minute()]).toEqual([1, 0]);
});

describe('a course that was left', () => {
  const course = {
    ...{ id: 'vneid', title: 'Dùng VNeID', quiz: [], lessons: [{ id: 'bai-1', steps: ['x'] }] },
  } as unknown as NoticeDesk['deps']['library']['courses'][number];
  const wish = (desk: NoticeDesk) => ({
    ...{ oaId: OA, userId: PERSON, courseId: 'vneid', sent: 0, agreedAt: 1 },
    dueAt: desk.clock.now().getTime() + DAY,
  });

  test('is reminded of when it is due, a few times, and how to stop stands below', async () => {
    const desk = await noticeDesk({ start: START }, { library: { courses: [course] } });
    await desk.learning.remind(wish(desk));
    expect(await desk.minute()).toBe(0);
    await desk.writes(PERSON);
    desk.clock.advance(DAY);
    expect([await desk.minute(), await desk.minute()]).toEqual([1, 0]);
    expect(desk.arrived()).toEqual([
      'Phường Mẫu nhắc: bạn đang học dở khóa “Dùng VNeID”. Muốn học tiếp, bạn nhắn HỌC.\nKhông muốn được nhắc nữa, bạn nhắn DỪNG NHẮC.',
    ]);
    expect(await desk.learning.reminderOf({ oaId: OA, userId: PERSON })).toMatchObject({ sent: 1 });
    // Two more that cannot go, for nothing was written meanwhile: then no more.
    for (let day = 0; day < 8; day++) {
      desk.clock.advance(DAY);
      expect(await desk.minute()).toBe(0);
    }
    expect(await desk.learning.reminderOf({ oaId: OA, userId: PERSON })).toBeNull();
  });

  test('is not reminded of when it is finished, or gone', async () => {
    const desk = await noticeDesk({ start: START }, { library: { courses: [course] } });
    await desk.writes(PERSON);
    await desk.learning.remind({ ...wish(desk), dueAt: 0 });
    const finished = { courseId: 'vneid', lessonId: 'bai-1', step: 0, finished: true, at: 5 };
    await desk.learning.advance(ME[0], finished);
    expect(await desk.minute()).toBe(0);
    await desk.learning.remind({ ...wish(desk), courseId: 'no-such', dueAt: 0 });
    expect(await desk.minute()).toBe(0);
    expect(await desk.learning.reminderOf({ oaId: OA, userId: PERSON })).toBeNull();
  });
});
