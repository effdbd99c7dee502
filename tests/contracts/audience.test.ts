import type { Resident } from '@phuong-so/shared/domain/audience';
import { newThread } from '@phuong-so/shared/domain/chat';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAudience } from '../../bot-server/src/adapters/state/repos/audience.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateNoticeWishes } from '../../bot-server/src/adapters/state/repos/notice-wishes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { AudienceRequest } from '../../bot-server/src/ports/audience.ts';
import type { ChatStore } from '../../bot-server/src/ports/chat-store.ts';
import type { NoticeWishes } from '../../bot-server/src/ports/notice-wishes.ts';
import type { People } from '../../bot-server/src/ports/people.ts';
import { chatEvent } from '../fakes/chat-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const ALL: AudienceRequest = { ward: 'w', groups: [], oaIds: ['100'], after: '', limit: 100, demo: false };

describeState('audience and what comes back from it', (open) => {
  let people: People;
  let chats: ChatStore;
  let wishes: NoticeWishes;
  const clock = movingClock();
  beforeEach(() => {
    people = statePeople(open().state, clock);
    chats = stateChatStore(open().state, clock, randomIds);
    wishes = stateNoticeWishes(open().state);
  });

  async function everyone(change: Partial<AudienceRequest> = {}): Promise<Resident[]> {
    const audience = stateAudience(open().state);
    const found: Resident[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = await audience.page({ ...ALL, ...change, after });
      found.push(...page.people);
      after = page.next;
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const ids = async (change: Partial<AudienceRequest> = {}) => (await everyone(change)).map(({ id }) => id);

  /** Somebody who wrote to the account at that moment. */
  async function writes(userId: string, at: number, oaId = '100', ward: string | null = null): Promise<void> {
    await chats.accept([chatEvent(`${userId} ${at}`, { oaId, userId, at })], 0);
    for (let claim = await chats.claim(1, 1_000); claim !== null; claim = await chats.claim(1, 1_000))
      await chats.finish(claim, { thread: { ...newThread(claim.thread), ward, lastMessageAt: at }, messages: [] });
  }
  async function links(subject: string, userId: string, oaId = '100'): Promise<void> {
    const codes = stateLinkCodes(open().state, clock, randomIds);
    await codes.redeem(subject, (await codes.forChat({ oaId, userId })).code);
  }

  test('people of the ward in the app and in the chat, each once; not another ward’s, not a demonstration’s', async () => {
    await people.choose('zalo:1', { ward: 'w', group: 'to-5', notifications: true });
    await people.choose('zalo:2', { ward: 'w' });
    await people.choose('zalo:3', { ward: 'other' });
    await people.choose('demo:4', { ward: 'w' });
    await people.meet('zalo:5');
    await writes('only-chat', 5_000);
    await writes('of-1', 6_000);
    await writes('of-3', 6_000);
    await writes('of-5', 6_000);
    await writes('elsewhere', 6_000, '200');
    await writes('chose-w', 6_000, '200', 'w');
    await links('zalo:1', 'of-1');
    await links('zalo:3', 'of-3');
    await links('zalo:5', 'of-5');
    expect(await everyone()).toEqual([
      {
        ...{ id: 'chat:100:only-chat', group: null, inApp: false, notifications: false, muted: [], wantsChat: true },
        chat: { oaId: '100', userId: 'only-chat', interactedAt: 5_000, leftAt: null },
      },
      expect.objectContaining({ id: 'chat:200:chose-w' }),
      {
        ...{ id: 'zalo:1', group: 'to-5', inApp: true, notifications: true, muted: [], wantsChat: true },
        chat: { oaId: '100', userId: 'of-1', interactedAt: 6_000, leftAt: null },
      },
      expect.objectContaining({ id: 'zalo:2', inApp: true, chat: null }),
      expect.objectContaining({ id: 'zalo:5', inApp: false }),
    ]);
    expect(await ids({ oaIds: [] })).toEqual(['chat:200:chose-w', 'zalo:1', 'zalo:2']);
    expect(await ids({ groups: ['to-5', 'to-9'] })).toEqual(['zalo:1']);
    expect(await ids({ demo: true })).toEqual(['demo:4']);
  });

  test('of several chats of one person the newest counts', async () => {
    await people.choose('zalo:1', { ward: 'w' });
    await writes('old', 5_000);
    await writes('new', 9_000);
    await links('zalo:1', 'old');
    await links('zalo:1', 'new');
    expect(await everyone()).toMatchObject([{ id: 'zalo:1', chat: { userId: 'new' } }]);
    const audience = stateAudience(open().state);
    expect(await audience.idOfChat({ oaId: '100', userId: 'old' })).toBe('zalo:1');
    expect(await audience.idOfChat({ oaId: '100', userId: 'x' })).toBe('chat:100:x');
  });

  test('by pages of any size everybody comes once', async () => {
    for (const number of [3, 1, 2, 5, 4]) await people.choose(`zalo:${number}`, { ward: 'w' });
    for (const number of [7, 6, 8]) await writes(`u${number}`, 5_000);
    const all = await ids();
    expect(all).toHaveLength(8);
    for (const limit of [1, 2, 3, 5, 8]) expect(await ids({ limit })).toEqual(all);
  });

  test('what a person wants goes along, under either kind of id', async () => {
    await people.choose('zalo:1', { ward: 'w' });
    await writes('u', 5_000);
    expect(await wishes.choices('zalo:1')).toEqual({ muted: [], chat: true });
    await wishes.choose('zalo:1', { muted: ['fee', 'meeting'], chat: true }, 1);
    await wishes.choose('zalo:1', { muted: ['fee'], chat: true }, 2);
    await wishes.choose('chat:100:u', { muted: [], chat: false }, 3);
    expect(await everyone()).toMatchObject([
      { id: 'chat:100:u', muted: [], wantsChat: false },
      { id: 'zalo:1', muted: ['fee'], wantsChat: true },
    ]);
  });

  test('answers and reports: the last of each person counts', async () => {
    await wishes.answer('b', 'zalo:1', { answer: 'yes', people: 3, at: 1 });
    await wishes.answer('b', 'zalo:1', { answer: 'yes', people: 2, at: 2 });
    await wishes.answer('b', 'zalo:2', { answer: 'yes', people: 1, at: 3 });
    await wishes.answer('b', 'zalo:3', { answer: 'no', people: 0, at: 4 });
    await wishes.answer('other', 'zalo:3', { answer: 'read', people: 1, at: 5 });
    const answers = [...(await wishes.answers('b'))].sort((a, b) => a.count - b.count);
    expect(answers).toEqual([
      { answer: 'no', count: 1, people: 0 },
      { answer: 'yes', count: 2, people: 3 },
    ]);
    expect(await wishes.answerOf('b', 'zalo:1')).toEqual({ answer: 'yes', people: 2, at: 2 });
    expect(await wishes.answerOf('b', 'zalo:9')).toBeNull();
    await wishes.reportWrong('b', 'zalo:1', 'suspicious', 1);
    await wishes.reportWrong('b', 'zalo:1', 'wrong_fact', 2);
    expect(await wishes.wrongReports('b')).toEqual([{ why: 'wrong_fact', people: 1 }]);
  });

  test('who is erased is in no audience, and nothing of what they answered, reported or muted is left', async () => {
    await people.choose('zalo:1', { ward: 'w' });
    await wishes.answer('b', 'zalo:1', { answer: 'yes', people: 1, at: 1 });
    await wishes.reportWrong('b', 'zalo:1', 'other', 1);
    await wishes.choose('zalo:1', { muted: ['fee'], chat: true }, 1);
    await wishes.choose('chat:100:u', { muted: ['fee'], chat: true }, 1);
    expect((await people.records('zalo:1')).map(({ what }) => what)).toEqual([
      ...['Lựa chọn của bạn', 'Câu trả lời của bạn cho thông báo', 'Thông báo bạn báo là sai'],
      'Loại thông báo bạn muốn nhận',
    ]);
    await people.erase('zalo:1');
    await chats.erase({ oaId: '100', userId: 'u' });
    expect(await everyone()).toEqual([]);
    expect([await wishes.answers('b'), await wishes.wrongReports('b')]).toEqual([[], []]);
    const { db, tables } = open().state;
    expect(await db.select().from(tables.noticeChoices)).toEqual([]);
  });
});
