import { newThread } from '@phuong-so/shared/domain/chat';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateWorkReminders } from '../../bot-server/src/adapters/state/repos/work-reminders.ts';
import type { NewWorkReminder, Reminded, WorkReminders } from '../../bot-server/src/ports/work-reminders.ts';
import { chatEvent } from '../fakes/chat-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const DAY = '2026-09-23';
const LEASE = 60_000;
const ME = 'zalo:1';
const CHAT = { oaId: '100', userId: '7' };
const reminder = (change: Partial<NewWorkReminder> = {}): NewWorkReminder => ({
  ...{ subject: ME, itemId: 'v1', occasion: '2026-09-30:7', rank: 'responsible', ...change },
});

describeState('work reminders', (open) => {
  let reminders: WorkReminders;
  beforeEach(() => {
    reminders = stateWorkReminders(open().state, randomIds);
  });
  async function make(all: readonly NewWorkReminder[], day = DAY, ward = 'w'): Promise<void> {
    const claim = await reminders.claim(ward, day, 0, LEASE);
    if (claim === null || !(await reminders.finish(claim, all, 5))) throw new Error('not claimed');
  }

  const toTell = (day: string, since: number, after: Reminded | null = null) =>
    reminders.toTell(day, since, { after, limit: 9 });

  test('a ward’s day is taken by one, of many at once, and done once', async () => {
    const others = [stateWorkReminders(await open().another(), randomIds), reminders, reminders];
    const claims = (await Promise.all(others.map((one) => one.claim('w', DAY, 0, LEASE)))).filter(
      (one) => one !== null,
    );
    expect(claims).toMatchObject([{ ward: 'w', day: DAY, since: null }]);
    expect(await reminders.pending(['w', 'v'], DAY)).toEqual(['w', 'v']);
    const [claim] = claims;
    if (claim === undefined) throw new Error('not claimed');
    expect(await reminders.finish(claim, [reminder()], 5)).toBe(true);
    expect(await reminders.pending(['w', 'v'], DAY)).toEqual(['v']);
    expect(await reminders.claim('w', DAY, LEASE * 9, LEASE)).toBeNull();
    expect(await reminders.claim('w', '2026-09-22', LEASE * 9, LEASE)).toBeNull();
    expect(await reminders.claim('w', '2026-09-25', 0, LEASE)).toMatchObject({ since: DAY });
  });

  test('who was interrupted loses the day to the next, and keeps nothing', async () => {
    const first = await reminders.claim('w', DAY, 0, LEASE);
    expect(await reminders.claim('w', DAY, LEASE - 1, LEASE)).toBeNull();
    const second = await reminders.claim('w', DAY, LEASE, LEASE);
    if (first === null || second === null) throw new Error('not claimed');
    expect(await reminders.finish(first, [reminder({ itemId: 'late' })], 5)).toBe(false);
    expect(await reminders.finish(second, [reminder()], 6)).toBe(true);
    expect(await reminders.of([ME], DAY)).toEqual([{ ...reminder(), ward: 'w', day: DAY, told: false }]);
  });

  test('the same reminder on another day is none', async () => {
    await make([reminder()]);
    await make([reminder(), reminder({ occasion: '2026-09-30:1', rank: 'head' })], '2026-09-29');
    expect(await reminders.of([ME], '2026-09-29')).toMatchObject([{ occasion: '2026-09-30:1', rank: 'head' }]);
  });

  test('many at once are kept', async () => {
    await make(Array.from({ length: 1_203 }, (_, at) => reminder({ itemId: `v${at}` })));
    expect(await reminders.of([ME], DAY)).toHaveLength(1_203);
  });

  test('to be told: who has written in a joined chat of late, until they were told', async () => {
    const { state } = open();
    const clock = movingClock();
    const chats = stateChatStore(state, clock, randomIds);
    const codes = stateLinkCodes(state, clock, randomIds);
    await make([reminder(), reminder({ itemId: 'v2' }), reminder({ subject: 'zalo:2' })]);
    expect(await toTell(DAY, 0)).toEqual([]);
    await codes.redeem(ME, (await codes.forChat(CHAT)).code);
    await chats.accept([chatEvent('e', { ...CHAT, at: 1_000 })], 1_000);
    const claim = await chats.claim(1_000, 1_000);
    if (claim === null) throw new Error('nothing to claim');
    await chats.finish(claim, { thread: { ...newThread(CHAT), lastMessageAt: 1_000, greetedAt: 1 }, messages: [] });
    expect(await toTell(DAY, 999)).toEqual([{ ward: 'w', subject: ME }]);
    expect(await toTell(DAY, 999, { ward: 'v', subject: 'zalo:9' })).toHaveLength(1);
    expect(await toTell(DAY, 999, { ward: 'w', subject: ME })).toEqual([]);
    expect(await toTell(DAY, 1_000)).toEqual([]);
    expect(await toTell('2026-09-24', 999)).toEqual([]);
    const message = { ...CHAT, id: 'm', kind: 'notice', part: 0, text: 'Nhắc', topic: null, choices: [] } as const;
    const told = { subjects: [ME], messages: [{ ...message, createdAt: 7, expiresAt: 99 }], at: 7 };
    for (const _ of ['twice', 'is once']) await reminders.tell(DAY, told);
    expect(await stateOutbox(state, randomIds).waiting()).toMatchObject([{ oaId: CHAT.oaId, messages: 1 }]);
    expect(await toTell(DAY, 999)).toEqual([]);
    expect((await reminders.of([ME], DAY)).map(({ told }) => told)).toEqual([true, true]);
    expect((await reminders.of(['zalo:2'], DAY)).map(({ told }) => told)).toEqual([false]);
  });

  test('old ones are forgotten; a person’s are theirs to see, and go with them', async () => {
    const people = statePeople(open().state, movingClock());
    await make([reminder(), reminder({ subject: 'zalo:2' })], '2025-01-01');
    await make([reminder({ itemId: 'v2' }), reminder({ subject: 'zalo:2', itemId: 'v2' })]);
    await reminders.prune('2025-01-02');
    expect(await reminders.of([ME], '2025-01-01')).toEqual([]);
    const seen = await people.records(ME);
    expect(seen).toMatchObject([{ what: 'Lời nhắc việc đã gửi cho bạn', rows: [{ ngày: DAY, 'gửi lúc': null }] }]);
    await people.erase(ME);
    expect(await people.records(ME)).toEqual([]);
    expect(await reminders.of(['zalo:2'], DAY)).toHaveLength(1);
  });
});
