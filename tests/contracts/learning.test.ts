import { newThread } from '@phuong-so/shared/domain/chat';
import { chatLearnerId, type Learner } from '@phuong-so/shared/domain/learning';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { threadToJson } from '../../bot-server/src/adapters/state/repos/chat-json.ts';
import { stateLearning } from '../../bot-server/src/adapters/state/repos/learning.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { Learning, NewCertificate } from '../../bot-server/src/ports/learning.ts';
import { attempt, reached, reminder } from '../fakes/learning-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const ME = 'zalo:1';
const CHAT = { oaId: '100', userId: '7' };
const OTHER_CHAT = { oaId: '200', userId: '8' };
const [MY_CHAT, MY_OTHER_CHAT] = [chatLearnerId(CHAT), chatLearnerId(OTHER_CHAT)];
const alone = (id: string): Learner => [id];

function wanted(change: Partial<NewCertificate> = {}): NewCertificate {
  return { courseId: 'khoa', ward: 'w', name: 'Nguyễn Văn A', at: 9_000, ...change };
}

describeState('learning', (open) => {
  const options = { demo: false, wardOfAccount: (oaId: string) => (oaId === '200' ? 'w' : null) };
  let learning: Learning;
  beforeEach(() => {
    learning = stateLearning(open().state, options);
  });

  async function link(subject: string, key: typeof CHAT): Promise<void> {
    const codes = stateLinkCodes(open().state, movingClock(), randomIds);
    await codes.redeem(subject, (await codes.forChat(key)).code);
  }

  test('a person is their subject and the chats that are proven theirs, from either side', async () => {
    expect(await learning.learnerOf(ME)).toEqual([ME]);
    expect(await learning.learnerInChat(CHAT)).toEqual([MY_CHAT]);
    await link(ME, CHAT);
    await link(ME, OTHER_CHAT);
    const all = await learning.learnerOf(ME);
    expect(all[0]).toBe(ME);
    expect([...all].sort()).toEqual([ME, MY_CHAT, MY_OTHER_CHAT].sort());
    expect(await learning.learnerInChat(CHAT)).toEqual(all);
    expect(await learning.learnerOf('zalo:2')).toEqual(['zalo:2']);
  });

  test('a lesson only goes forward, and keeps the time of its first end', async () => {
    await learning.advance(ME, reached({ step: 2, at: 10 }));
    await learning.advance(ME, reached({ step: 1, at: 20 }));
    await learning.advance(ME, reached({ step: 2, at: 30 }));
    const row = { courseId: 'khoa', lessonId: 'bai-1', step: 2, finishedAt: null, updatedAt: 10 };
    expect(await learning.progress(alone(ME))).toEqual([row]);
    await learning.advance(ME, reached({ step: 0, finished: true, at: 40 }));
    await learning.advance(ME, reached({ step: 2, finished: true, at: 50 }));
    await learning.advance(ME, reached({ step: 1, at: 60 }));
    expect(await learning.progress(alone(ME))).toEqual([{ ...row, finishedAt: 40, updatedAt: 40 }]);
    expect(await learning.progress(alone('zalo:2'))).toEqual([]);
  });

  test('progress of chat and app is one: the furthest step, finished once it is anywhere', async () => {
    await learning.advance(MY_CHAT, reached({ step: 3, at: 10 }));
    await learning.advance(MY_CHAT, reached({ lessonId: 'bai-2', finished: true, at: 30 }));
    await learning.advance(ME, reached({ step: 1, finished: true, at: 20 }));
    await learning.advance(ME, reached({ lessonId: 'bai-2', finished: true, at: 5 }));
    await link(ME, CHAT);
    const rows = await learning.progress(await learning.learnerOf(ME));
    expect([...rows].sort((a, b) => a.lessonId.localeCompare(b.lessonId))).toEqual([
      { courseId: 'khoa', lessonId: 'bai-1', step: 3, finishedAt: 20, updatedAt: 20 },
      { courseId: 'khoa', lessonId: 'bai-2', step: 0, finishedAt: 5, updatedAt: 30 },
    ]);
  });

  test('an attempt sent twice is there once, and nobody takes another’s by its id; newest first', async () => {
    await learning.addAttempt(ME, attempt({ finishedAt: 1 }));
    await learning.addAttempt(ME, attempt({ finishedAt: 2, right: 2, answers: [1, 1] }));
    await learning.addAttempt(ME, attempt({ id: 'lan-2', finishedAt: 3 }));
    await learning.addAttempt(ME, attempt({ id: 'lan-3', courseId: 'khac' }));
    await learning.addAttempt('zalo:2', attempt({ right: 0 }));
    expect(await learning.attempts(alone(ME), 'khoa')).toEqual([
      attempt({ id: 'lan-2', finishedAt: 3 }),
      attempt({ finishedAt: 1 }),
    ]);
    expect(await learning.attempts(alone('zalo:2'), 'khoa')).toEqual([attempt({ right: 0 })]);
    expect(await learning.attempts([ME, 'zalo:2'], 'khoa')).toHaveLength(3);
  });

  test('two who ask for the same certificate at once, in chat and app, get one; its code is found however it is typed', async () => {
    await link(ME, CHAT);
    const { another } = open();
    const desks = (await Promise.all([another(), another(), another()])).map((state) => stateLearning(state, options));
    const learner = await learning.learnerOf(ME);
    const given = await Promise.all(
      [...desks, ...desks].map((desk, at) => desk.certify(learner, wanted({ name: `Tên ${at}` }))),
    );
    const [first] = given;
    expect(new Set(given.map(({ code }) => code)).size).toBe(1);
    expect(new Set(given.map(({ name }) => name)).size).toBe(1);
    expect(first).toMatchObject({ courseId: 'khoa', ward: 'w', issuedAt: 9_000, demo: false });
    expect(first?.code).toMatch(/^CN-[2-9A-HJKMNP-Z]{8}$/);
    const code = first?.code ?? '';
    for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' – ')} `])
      expect(await learning.certificate(typed)).toEqual(first);
    for (const wrong of ['', 'CN', code.slice(0, -1), `${code}A`, code.slice(3), 'CN-2222222O', "CN-' or 1=1"])
      expect(await learning.certificate(wrong)).toBeNull();
    expect(await learning.certificates(learner)).toEqual([first]);
    expect(await learning.certificates(alone(MY_CHAT))).toEqual([]);
    expect((await learning.certify(learner, wanted({ courseId: 'khac' }))).code).not.toBe(code);
    expect((await learning.certify(alone('zalo:2'), wanted())).code).not.toBe(code);
  });

  test('where chat and app had a certificate each before they were joined, the first one counts and both can be checked', async () => {
    const chats = await learning.certify(alone(MY_CHAT), wanted({ at: 1 }));
    const apps = await learning.certify(alone(ME), wanted({ at: 2 }));
    await link(ME, CHAT);
    const learner = await learning.learnerOf(ME);
    expect(await learning.certificates(learner)).toEqual([chats]);
    expect(await learning.certify(learner, wanted({ at: 3 }))).toEqual(chats);
    expect(await learning.certificate(apps.code)).toEqual(apps);
  });

  test('a demonstration’s certificate says so, and is not there outside it', async () => {
    const demonstration = stateLearning(open().state, { ...options, demo: true });
    const made = await demonstration.certify(alone('demo:1'), wanted());
    expect(made.demo).toBe(true);
    expect(await demonstration.certificate(made.code)).toEqual(made);
    expect(await learning.certificate(made.code)).toBeNull();
    expect(await learning.certificates(alone('demo:1'))).toEqual([]);
  });

  test('a chat has one wish to be reminded, the newest', async () => {
    await learning.remind(reminder({ sent: 2 }));
    await learning.remind(reminder({ courseId: 'khac', dueAt: 7_000 }));
    expect(await learning.reminderOf(CHAT)).toEqual(reminder({ courseId: 'khac', dueAt: 7_000 }));
    await learning.stopReminding(CHAT);
    await learning.stopReminding(CHAT);
    expect(await learning.reminderOf(CHAT)).toBeNull();
  });

  test('who learns is reminded later, and nobody is who took the wish back or learns something else', async () => {
    await learning.learnt(CHAT, 'khoa', 8_000);
    expect(await learning.reminderOf(CHAT)).toBeNull();
    await learning.remind(reminder({ sent: 2 }));
    await learning.learnt(CHAT, 'khac', 8_000);
    expect(await learning.reminderOf(CHAT)).toEqual(reminder({ sent: 2 }));
    await learning.learnt(CHAT, 'khoa', 8_000);
    expect(await learning.reminderOf(CHAT)).toEqual(reminder({ sent: 0, dueAt: 8_000 }));
  });

  test('due reminders come oldest first, and each is moved on by one worker alone', async () => {
    for (const [at, userId] of ['1', '2', '3', '4'].entries())
      await learning.remind(reminder({ userId, dueAt: 4_000 - at * 1_000 }));
    expect((await learning.dueReminders(3_000, 2)).map(({ userId }) => userId)).toEqual(['4', '3']);
    const [due] = await learning.dueReminders(3_000, 1);
    const { another } = open();
    const desks = (await Promise.all([another(), another(), another()])).map((state) => stateLearning(state, options));
    const won = await Promise.all([...desks, ...desks].map((desk) => desk.reminded(due!, 50_000)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await learning.reminderOf({ oaId: '100', userId: '4' })).toEqual({ ...due, dueAt: 50_000, sent: 1 });
    expect((await learning.dueReminders(4_000, 9)).map(({ userId }) => userId)).toEqual(['3', '2', '1']);
  });

  test('the last reminder ends it; a wish that was changed in between stays', async () => {
    await learning.remind(reminder());
    const [due] = await learning.dueReminders(9_000, 1);
    await learning.remind(reminder({ dueAt: 99_000 }));
    expect(await learning.reminded(due!, null)).toBe(false);
    expect(await learning.reminderOf(CHAT)).toEqual(reminder({ dueAt: 99_000 }));
    expect(await learning.reminded(reminder({ dueAt: 99_000 }), null)).toBe(true);
    expect(await learning.reminderOf(CHAT)).toBeNull();
    expect(await learning.reminded(reminder(), 5)).toBe(false);
  });

  test('counts: finished at least one lesson, each person once, in their own ward', async () => {
    const { state } = open();
    const people = statePeople(state, movingClock());
    for (const [subject, ward] of [
      [ME, 'w'],
      ['zalo:2', 'w'],
      ['zalo:3', 'v'],
      ['demo:4', 'w'],
    ] as const)
      await people.choose(subject, { ward });
    await link(ME, CHAT);
    const done = (id: string, courseId = 'khoa', lessonId = 'bai-1') =>
      learning.advance(id, reached({ courseId, lessonId, finished: true }));
    await done(ME);
    await done(ME, 'khoa', 'bai-2');
    await done(MY_CHAT, 'khoa', 'bai-3');
    await done(MY_CHAT, 'khac');
    await learning.advance('zalo:2', reached({ step: 5 }));
    await done('zalo:3');
    await done('demo:4');
    // By their account's ward, by what was chosen in the chat, and of no known ward.
    await done(MY_OTHER_CHAT);
    const chose = { ...newThread({ oaId: '300', userId: '9' }), ward: 'w' };
    await state.db.insert(state.tables.chatThreads).values({
      ...{ id: '300:9', oaId: '300', userId: '9', state: threadToJson(chose), dueAt: null, claimToken: null },
      ...{ leaseUntil: null, attempt: 0, lastMessageAt: 1 },
    });
    await done('chat:300:9');
    await done('chat:300:10');
    await learning.certify(await learning.learnerOf(ME), wanted());
    await learning.certify(alone('zalo:3'), wanted({ ward: 'v' }));
    expect(await learning.counts('w')).toEqual({
      ...{ started: 3, certified: 1 },
      byCourse: [
        { courseId: 'khac', started: 1, certified: 0 },
        { courseId: 'khoa', started: 3, certified: 1 },
      ],
    });
    expect(await learning.counts('v')).toEqual({
      ...{ started: 1, certified: 1, byCourse: [{ courseId: 'khoa', started: 1, certified: 1 }] },
    });
    expect((await stateLearning(state, { ...options, demo: true }).counts('w')).started).toBe(4);
    expect(await learning.counts('khong-co')).toEqual({ started: 0, certified: 0, byCourse: [] });
  });
});
