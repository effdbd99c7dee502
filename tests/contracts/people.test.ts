import { chatLearnerId } from '@phuong-so/shared/domain/learning';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateLearning } from '../../bot-server/src/adapters/state/repos/learning.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import type { Learning } from '../../bot-server/src/ports/learning.ts';
import { type LinkCodes, MOST_TRIES } from '../../bot-server/src/ports/link-codes.ts';
import type { People } from '../../bot-server/src/ports/people.ts';
import type { Right, Rights } from '../../bot-server/src/ports/rights.ts';
import { chatEvent } from '../fakes/chat-samples.ts';
import { attempt, reached, reminder } from '../fakes/learning-samples.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const ME = 'zalo:42';
const OTHER = 'zalo:43';
const CHAT = { oaId: '100', userId: '7' };
const OFFICIAL: Right = { role: 'official', ward: 'w', unit: 'Phòng Kinh tế', group: null, head: false };
const HEAD: Right = { ...OFFICIAL, head: true };
const LEADER: Right = { role: 'leader', ward: 'w', unit: null, group: 'to-5', head: false };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A lesson, a quiz and a certificate under this id. */
async function learnAll(learning: Learning, id: string): Promise<string> {
  await learning.advance(id, reached({ finished: true }));
  await learning.addAttempt(id, attempt());
  return (await learning.certify([id], { courseId: 'khoa', ward: 'w', name: 'Bà Năm', at: 1 })).code;
}

describeState('people', (open) => {
  let clock: MovingClock;
  let people: People;
  beforeEach(() => {
    clock = movingClock('2026-11-21T23:30:00+07:00');
    people = statePeople(open().state, clock);
  });

  test('a stranger becomes known by the day, and coming back changes the last day alone', async () => {
    expect(await people.read(ME)).toBeNull();
    await people.meet(ME);
    clock.advance(60 * MINUTE);
    await people.meet(ME);
    expect(await people.read(ME)).toEqual({
      ...{ subject: ME, ward: null, group: null, notifications: false, notificationsAt: null },
      ...{ createdDay: '2026-11-21', lastSeenDay: '2026-11-22' },
    });
    expect(await people.read(OTHER)).toBeNull();
  });

  test('a choice changes what it names; another ward leaves no group of the first', async () => {
    await people.choose(ME, { ward: 'a', group: 'g1' });
    await people.choose(ME, { notifications: true });
    const agreedAt = clock.now().getTime();
    expect(await people.read(ME)).toMatchObject({ ward: 'a', group: 'g1', notifications: true });
    clock.advance(MINUTE);
    await people.choose(ME, { ward: 'a' });
    expect(await people.read(ME)).toMatchObject({ ward: 'a', group: 'g1', notificationsAt: agreedAt });
    await people.choose(ME, { ward: 'b' });
    expect(await people.read(ME)).toMatchObject({ ward: 'b', group: null });
    await people.choose(ME, { group: 'g2' });
    await people.choose(ME, { ward: null, notifications: false });
    expect(await people.read(ME)).toMatchObject({ ward: null, group: null, notifications: false });
    await people.choose(ME, {});
    expect(await people.read(ME)).toMatchObject({ ward: null });
  });

  test('people of demonstrations are forgotten after a while, others are not', async () => {
    const { state } = open();
    const rights = stateRights(state, clock, randomIds);
    const learning = stateLearning(state, { demo: true, wardOfAccount: () => null });
    for (const subject of ['demo:1', 'demo:2', ME]) {
      await rights.give(subject, LEADER, 'x');
      await learnAll(learning, subject);
    }
    await people.meet('demo:1');
    await people.meet(ME);
    clock.advance(10 * DAY);
    await people.meet('demo:2');
    await people.pruneDemo('2026-11-30');
    expect([await people.read('demo:1'), await people.read(ME), await people.read('demo:2')]).toMatchObject([
      null,
      { subject: ME },
      { subject: 'demo:2' },
    ]);
    expect([await rights.of('demo:1'), await rights.of(ME), await rights.of('demo:2')]).toEqual([null, LEADER, LEADER]);
    const { lessonProgress, quizAttempts, certificates } = state.tables;
    for (const table of [lessonProgress, quizAttempts, certificates]) {
      const left = (await state.db.select({ learner: table.learner }).from(table)).map(({ learner }) => learner);
      expect(left.sort()).toEqual(['demo:2', ME]);
    }
  });
});

describeState('rights', (open) => {
  let rights: Rights;
  beforeEach(() => {
    rights = stateRights(open().state, movingClock(), randomIds);
  });

  test('the newest right holds, until it is taken away', async () => {
    expect(await rights.of(ME)).toBeNull();
    await rights.give(ME, OFFICIAL, 'x');
    expect(await rights.of(ME)).toEqual(OFFICIAL);
    await rights.give(ME, LEADER, 'x');
    expect(await rights.of(ME)).toEqual(LEADER);
    expect(await rights.of(OTHER)).toBeNull();
    expect([await rights.take(ME), await rights.take(ME)]).toEqual([true, false]);
    expect(await rights.of(ME)).toBeNull();
  });

  test('who leads a unit is told apart, and does so no more with the next right', async () => {
    await rights.give(ME, HEAD, 'x');
    expect(await rights.of(ME)).toEqual(HEAD);
    await rights.give(ME, { role: 'official', ward: 'w', unit: 'Phòng Kinh tế', group: null }, 'x');
    expect(await rights.of(ME)).toEqual(OFFICIAL);
  });

  test('everybody who holds a right in some wards now, and nobody else', async () => {
    await rights.give(ME, LEADER, 'x');
    await rights.give(ME, HEAD, 'x');
    await rights.give(OTHER, { ...OFFICIAL, ward: 'v' }, 'x');
    await rights.give('zalo:9', OFFICIAL, 'x');
    await rights.take('zalo:9');
    expect(await rights.inWards(['w'])).toEqual([{ ...HEAD, subject: ME }]);
    expect((await rights.inWards(['w', 'v'])).map(({ subject }) => subject).sort()).toEqual([ME, OTHER]);
    expect(await rights.inWards([])).toEqual([]);
  });
});

describeState('link codes', (open) => {
  let clock: MovingClock;
  let codes: LinkCodes;
  let people: People;
  let rights: Rights;
  beforeEach(() => {
    const { state } = open();
    clock = movingClock();
    codes = stateLinkCodes(state, clock, randomIds);
    people = statePeople(state, clock);
    rights = stateRights(state, clock, randomIds);
  });
  const invite = async () => (await codes.invite(OFFICIAL, 'x', DAY)).code;

  test('an invitation gives its right to whoever types it first, however it is typed', async () => {
    const code = await invite();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(await codes.redeem(ME, ` ${code.toLowerCase().replace('-', ' ')} `)).toEqual({
      kind: 'role',
      right: OFFICIAL,
    });
    expect(await rights.of(ME)).toEqual(OFFICIAL);
    expect(await codes.redeem(OTHER, code)).toEqual({ kind: 'wrong' });
    expect(await rights.of(OTHER)).toBeNull();
  });

  test('an invitation of whoever leads a unit says so', async () => {
    const { code } = await codes.invite(HEAD, 'x', DAY);
    expect(await codes.redeem(ME, code)).toEqual({ kind: 'role', right: HEAD });
    expect(await rights.of(ME)).toEqual(HEAD);
  });

  test('a code of the chat proves that the chat is theirs, for ten minutes', async () => {
    const first = await codes.forChat(CHAT);
    const second = await codes.forChat(CHAT);
    expect(second.code).not.toBe(first.code);
    expect(await codes.redeem(ME, first.code)).toEqual({ kind: 'chat', key: CHAT });
    expect(await people.chats(ME)).toEqual([CHAT]);
    clock.advance(11 * MINUTE);
    expect(await codes.redeem(OTHER, second.code)).toEqual({ kind: 'wrong' });
    const third = await codes.forChat(CHAT);
    expect(await codes.redeem(OTHER, third.code)).toEqual({ kind: 'chat', key: CHAT });
    expect([await people.chats(ME), await people.chats(OTHER)]).toEqual([[], [CHAT]]);
  });

  test('the code itself is stored nowhere', async () => {
    const code = await invite();
    const { db, tables } = open().state;
    const rows = JSON.stringify(await db.select().from(tables.linkCodes));
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(code.replace('-', ''));
  });

  test('five wrong ones, and also a right one must wait a quarter of an hour; others are not held up', async () => {
    const code = await invite();
    for (let at = 0; at < MOST_TRIES; at++) expect(await codes.redeem(ME, `ABCD-EFG${at}`)).toEqual({ kind: 'wrong' });
    clock.advance(5 * MINUTE);
    expect(await codes.redeem(ME, code)).toEqual({ kind: 'too_many', waitMs: 10 * MINUTE });
    expect(await codes.redeem(OTHER, 'ABCD-EFGH')).toEqual({ kind: 'wrong' });
    clock.advance(10 * MINUTE);
    expect(await codes.redeem(ME, code)).toMatchObject({ kind: 'role' });
  });

  test('a right code ends the count of wrong ones', async () => {
    for (let round = 0; round < 3; round++) {
      for (let at = 1; at < MOST_TRIES; at++) expect(await codes.redeem(ME, 'ABCD-EFGH')).toEqual({ kind: 'wrong' });
      expect(await codes.redeem(ME, await invite())).toMatchObject({ kind: 'role' });
    }
  });

  test('typed by many at once it works for one, and many tries at once are no more tries', async () => {
    const { another } = open();
    const states = await Promise.all([another(), another(), another(), another()]);
    const desks = states.map((state) => stateLinkCodes(state, clock, randomIds));
    const code = await invite();
    const ends = await Promise.all(desks.map((desk, at) => desk.redeem(`zalo:${at}`, code)));
    expect(ends.map(({ kind }) => kind).sort()).toEqual(['role', 'wrong', 'wrong', 'wrong']);
    const tries = await Promise.all([...desks, ...desks, ...desks].map((desk) => desk.redeem('zalo:9', 'ABCD-EFGH')));
    expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(MOST_TRIES);
  });

  test('who is erased leaves nothing, and neighbours keep theirs; the chat’s own withdrawal ends the link', async () => {
    const { state } = open();
    for (const [subject, userId] of [
      [ME, '7'],
      [OTHER, '8'],
    ] as const) {
      await people.choose(subject, { ward: 'w', group: 'g' });
      await codes.redeem(subject, (await codes.forChat({ oaId: '100', userId })).code);
      await codes.redeem(subject, await invite());
      await codes.forChat({ oaId: '100', userId });
      expect((await people.records(subject)).map(({ what }) => what)).toEqual([
        'Lựa chọn của bạn',
        'Quyền được phường cấp',
        'Cuộc trò chuyện Zalo đã liên kết',
      ]);
    }
    await people.erase(ME);
    expect([await people.read(ME), await rights.of(ME), await people.chats(ME)]).toEqual([null, null, []]);
    expect(await people.records(ME)).toEqual([]);
    expect(await people.chats(OTHER)).toHaveLength(1);
    await stateChatStore(state, clock, randomIds).erase({ oaId: '100', userId: '8' });
    expect(await people.chats(OTHER)).toEqual([]);
    expect(await rights.of(OTHER)).toEqual(OFFICIAL);
    const left = await state.db.select().from(state.tables.linkCodes);
    expect(left.filter(({ userId }) => userId === '8')).toEqual([]);
    await people.erase('zalo:never-seen');
  });

  test('what was learnt goes with who is erased, the certificate’s page too; the chat’s own goes with the chat', async () => {
    const { state } = open();
    const learning = stateLearning(state, { demo: false, wardOfAccount: () => null });
    await people.choose(ME, { ward: 'w' });
    await codes.redeem(ME, (await codes.forChat(CHAT)).code);
    const mine = await learnAll(learning, ME);
    const chats = await learnAll(learning, chatLearnerId(CHAT));
    const others = await learnAll(learning, OTHER);
    await learning.remind(reminder(CHAT));
    const kinds = (await people.records(ME)).map(({ what, rows }) => `${what}: ${rows.length}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'Bài đã học: 2',
        'Câu hỏi ôn đã trả lời: 2',
        'Giấy chứng nhận: 2',
        'Lời nhắc học đã hẹn: 1',
      ]),
    );
    expect(JSON.stringify(await people.records(ME))).toContain('Bà Năm');
    await stateChatStore(state, clock, randomIds).erase(CHAT);
    expect([await learning.certificate(chats), await learning.reminderOf(CHAT)]).toEqual([null, null]);
    expect(await learning.certificate(mine)).not.toBeNull();
    await people.erase(ME);
    expect(await learning.certificate(mine)).toBeNull();
    expect(await people.records(ME)).toEqual([]);
    expect(await learning.certificate(others)).not.toBeNull();
    const { lessonProgress, quizAttempts, certificates } = state.tables;
    for (const table of [lessonProgress, quizAttempts, certificates])
      expect(await state.db.select({ learner: table.learner }).from(table)).toEqual([{ learner: OTHER }]);
  });

  test('a chat that is forgotten is forgotten with what was learnt there, but not its certificate nor what is somebody’s', async () => {
    const { state } = open();
    const learning = stateLearning(state, { demo: false, wardOfAccount: () => null });
    const store = stateChatStore(state, clock, randomIds);
    const joined = { oaId: '100', userId: '8' };
    for (const key of [CHAT, joined]) {
      await store.accept([chatEvent(`xong ${key.userId}`, key)], 0);
      await learnAll(learning, chatLearnerId(key));
      await learning.remind(reminder(key));
      const claim = await store.claim(1_000, 1_000);
      await store.finish(claim!, { thread: { ...claim!.thread, lastMessageAt: 1_000 }, messages: [] });
    }
    await codes.redeem(ME, (await codes.forChat(joined)).code);
    await store.prune(0, clock.now().getTime() + 10 * 365 * DAY);
    const { lessonProgress, quizAttempts, certificates, studyReminders } = state.tables;
    for (const table of [lessonProgress, quizAttempts])
      expect(await state.db.select({ learner: table.learner }).from(table)).toEqual([
        { learner: chatLearnerId(joined) },
      ]);
    expect(await state.db.select().from(certificates)).toHaveLength(2);
    expect(await state.db.select().from(studyReminders)).toEqual([]);
  });
});
