import { newThread } from '@phuong-so/shared/domain/chat';
import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateConversationMemory } from '../../bot-server/src/adapters/state/repos/conversation-memory.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import type { ChatStore, ClaimedChat } from '../../bot-server/src/ports/chat-store.ts';
import type { Outbox } from '../../bot-server/src/ports/outbox.ts';
import { chatEvent, NEIGHBOUR, outboxMessage, PERSON } from '../fakes/chat-samples.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const LEASE = 30_000;
const NONE = { events: 0, oldestAt: null };

describeState('chat store', (open) => {
  let clock: MovingClock;
  let store: ChatStore;
  let outbox: Outbox;
  beforeEach(() => {
    clock = movingClock();
    store = stateChatStore(open().state, clock, randomIds);
    outbox = stateOutbox(open().state, randomIds);
  });

  async function claimed(now: number): Promise<ClaimedChat> {
    const claim = await store.claim(now, LEASE);
    if (claim === null) throw new Error('nothing to claim');
    return claim;
  }
  const texts = (claim: ClaimedChat | null) => claim?.events.map(({ text }) => text) ?? null;
  const finish = (claim: ClaimedChat) => store.finish(claim, { thread: claim.thread, messages: [] });

  test('an event comes back as it was, once, to whoever claims first', async () => {
    const event = chatEvent('chào', {
      messageIds: ['m1', 'm2'],
      quotedMessageId: 'm0',
      text: 'chào \u0000 phường 😊 "\\',
    });
    expect(await store.accept([event], 500)).toBe(1);
    expect(await store.claim(499, LEASE)).toBeNull();
    const claim = await claimed(500);
    expect(claim).toMatchObject({ thread: newThread(PERSON), events: [event], attempt: 1 });
    expect(await store.claim(500, LEASE)).toBeNull();
  });

  test('where a recording is kept is known until its event is done, and not afterwards', async () => {
    const address = 'https://f6.example.vn/tieng.amr';
    const event = chatEvent('nghe', { kind: 'audio', text: null, media: [address] });
    await store.accept([event, chatEvent('chữ', { at: 2_000 })], 500);
    const claim = await claimed(500);
    expect(claim.events.map(({ media }) => media)).toEqual([[address], undefined]);
    await finish(claim);
    const { state } = open();
    expect(JSON.stringify(await state.db.select().from(state.tables.inboxEvents))).not.toContain('tieng.amr');
  });

  test('counts the new events only; one that is repeated changes nothing', async () => {
    const [a, b] = [chatEvent('a'), chatEvent('b')];
    expect(await store.accept([a, a], 500)).toBe(1);
    expect(await store.accept([b, a], 500)).toBe(1);
    expect(await store.accept([], 500)).toBe(0);
    await store.postpone(await claimed(500), 900);
    expect(await store.accept([a, b], 0)).toBe(0);
    expect(await store.claim(899, LEASE)).toBeNull();
    const claim = await claimed(900);
    expect(claim.events).toHaveLength(2);
    expect(await finish(claim)).toBe(true);
    expect(await store.accept([a, b], 0)).toBe(0);
    expect(await store.claim(Number.MAX_SAFE_INTEGER - LEASE, LEASE)).toBeNull();
  });

  test('gives all waiting events of a chat in the order they happened, whatever order they came in', async () => {
    await store.accept([chatEvent('third', { at: 30 }), chatEvent('first', { at: 10 })], 500);
    clock.advance(1);
    await store.accept([chatEvent('fourth', { at: 30 }), chatEvent('second', { at: 20 })], 9_000);
    expect(texts(await claimed(500))).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('the chat whose event has been due longest comes first', async () => {
    await store.accept([chatEvent('later', PERSON)], 600);
    await store.accept([chatEvent('sooner', NEIGHBOUR)], 500);
    expect(texts(await claimed(1_000))).toEqual(['sooner']);
    expect(texts(await claimed(1_000))).toEqual(['later']);
    expect(await store.claim(1_000, LEASE)).toBeNull();
  });

  test.each<ChatScreen>([
    { kind: 'announce_words', id: null },
    { kind: 'announce_to', id: 'a1', from: 8 },
    { kind: 'announce_group', id: 'a1', group: null },
    { kind: 'announce_kind', id: 'a1', of: 'fee' },
    { kind: 'announce_event', id: 'a1', startsAt: 1_000 },
    { kind: 'announce_time', id: 'a1' },
    { kind: 'announcement', id: 'a1' },
    { kind: 'announce_asks', id: 'a1', asks: 'attending' },
    { kind: 'announce_when', id: 'a1' },
    { kind: 'announce_at', id: 'a1', sendAt: null },
    { kind: 'announce_send', id: 'a1', version: 2 },
    { kind: 'announce_keep', id: 'a1' },
    { kind: 'announce_drop', id: 'a1', version: 2 },
    { kind: 'announce_progress', id: 'a1' },
    { kind: 'announce_stop', id: 'a1', version: 2 },
    { kind: 'announce_review', id: 'a1' },
    { kind: 'announce_approve', id: 'a1', version: 2 },
    { kind: 'announce_return', id: 'a1', version: 2 },
    { kind: 'notices' },
    { kind: 'notice', of: 'all', on: false },
    { kind: 'notice_wrong', id: 'a1', why: null },
  ])('a thread in the middle of $kind is read back', async (screen) => {
    await store.accept([chatEvent('x')], 500);
    const claim = await claimed(500);
    const thread = { ...claim.thread, activity: { screen, at: 5, away: false } };
    await store.finish(claim, { thread: { ...thread, choices: ['Một'], choiceScreens: [screen] }, messages: [] });
    expect(await store.thread(PERSON)).toMatchObject({ activity: thread.activity, choiceScreens: [screen] });
  });

  test('finishing keeps the thread, sends the messages on, and forgets the words', async () => {
    await store.accept([chatEvent('số nhà tôi')], 500);
    const claim = await claimed(500);
    const thread = {
      ...claim.thread,
      ward: 'w',
      greetedAt: 5,
      lastMessageAt: 6,
      choices: ['Một', 'Hai'],
      choicesAt: 7,
    };
    expect(await store.finish(claim, { thread, messages: [outboxMessage('m1')] })).toBe(true);
    expect(await store.thread(PERSON)).toEqual(thread);
    expect(await store.waiting()).toEqual(NONE);
    expect((await outbox.claim('100', 2_000, LEASE, 10)).map(({ message }) => message)).toEqual([outboxMessage('m1')]);
    const { db, tables } = open().state;
    expect(JSON.stringify(await db.select().from(tables.inboxEvents))).not.toMatch(/số nhà|100:7/);
    expect(await finish(claim)).toBe(false);
  });

  test('events that come while a chat is being answered stay due', async () => {
    await store.accept([chatEvent('a')], 500);
    const claim = await claimed(500);
    await store.accept([chatEvent('b')], 600);
    expect(await store.claim(700, LEASE)).toBeNull();
    expect(await finish(claim)).toBe(true);
    expect(await store.claim(599, LEASE)).toBeNull();
    const next = await claimed(600);
    expect(next).toMatchObject({ attempt: 1 });
    expect(texts(next)).toEqual(['b']);
  });

  test('a lease that ran out goes to another, and the first can neither finish nor postpone', async () => {
    await store.accept([chatEvent('a')], 500);
    const first = await claimed(500);
    expect(await store.claim(499 + LEASE, LEASE)).toBeNull();
    const second = await claimed(500 + LEASE);
    expect(second).toMatchObject({ attempt: 2, events: first.events });
    const outcome = { thread: { ...first.thread, ward: 'wrong' }, messages: [outboxMessage('m1')] };
    expect(await store.finish(first, outcome)).toBe(false);
    expect(await store.postpone(first, 0)).toBe(false);
    expect(await outbox.waiting()).toEqual([]);
    expect((await store.thread(PERSON))?.ward).toBeNull();
    expect(await finish(second)).toBe(true);
  });

  test('who finishes late, but before anybody else came, finishes all the same', async () => {
    await store.accept([chatEvent('a')], 500);
    const claim = await claimed(500);
    clock.advance(10 * LEASE);
    expect(await finish(claim)).toBe(true);
  });

  test('a postponed chat keeps its events and starts counting its tries anew', async () => {
    await store.accept([chatEvent('a')], 500);
    expect(await store.postpone(await claimed(500), 5_000)).toBe(true);
    expect(await store.claim(4_999, LEASE)).toBeNull();
    const claim = await claimed(5_000);
    expect(claim.attempt).toBe(1);
    expect(texts(claim)).toEqual(['a']);
  });

  test('a message that comes to a postponed chat makes it due by itself', async () => {
    await store.accept([chatEvent('a')], 500);
    await store.postpone(await claimed(500), 5_000);
    await store.accept([chatEvent('b')], 600);
    expect(texts(await claimed(600))).toEqual(['a', 'b']);
  });

  test('a stranger has no thread; a person whose first event waits has an empty one', async () => {
    expect(await store.thread(PERSON)).toBeNull();
    await store.accept([chatEvent('a')], 500);
    expect(await store.thread(PERSON)).toEqual(newThread(PERSON));
  });

  test('says how many events wait, and since when', async () => {
    expect(await store.waiting()).toEqual(NONE);
    const oldestAt = clock.now().getTime();
    await store.accept([chatEvent('a')], 500);
    clock.advance(5_000);
    await store.accept([chatEvent('b', NEIGHBOUR)], 500);
    expect(await store.waiting()).toEqual({ events: 2, oldestAt });
  });

  test('erasing a person leaves nothing of theirs in any table, and nothing of anybody else is touched', async () => {
    const memory = stateConversationMemory(open().state, clock);
    const topic = { ward: 'w', intent: null, unitIds: [], taskIds: [], targetIds: [], year: null, documentId: null };
    for (const key of [PERSON, NEIGHBOUR]) {
      const name = `${key.userId}-words`;
      await store.accept([chatEvent(`${name}-done`, key)], 0);
      const claim = await claimed(0);
      const messages = [outboxMessage(`${name}-sent`, key), outboxMessage(`${name}-waiting`, { ...key, part: 1 })];
      await store.finish(claim, { thread: { ...claim.thread, ward: 'w' }, messages });
      const [sent] = await outbox.claim('100', 2_000, LEASE, 1);
      if (sent) await outbox.settle(sent, { kind: 'sent', messageId: `${name}-id`, at: 2_000 });
      await store.accept([chatEvent(`${name}-new`, key)], 9_000);
      await memory.save(`zalo:100:${key.userId}`, 'w', topic);
      await memory.save(`zalo:100:${key.userId}:w`, 'w', topic);
    }
    await store.erase(PERSON);
    const left = await everything();
    expect(left).not.toMatch(/"7"|100:7"|100:7:|7-words/);
    expect(left).toMatch(/70-words-new/);
    expect(left).toMatch(/zalo:100:70"/);
    expect(await store.thread(PERSON)).toBeNull();
    expect((await store.thread(NEIGHBOUR))?.ward).toBe('w');
    expect((await outbox.waiting())[0]?.messages).toBe(1);
    expect((await store.waiting()).events).toBe(1);
  });

  async function everything(): Promise<string> {
    const { db, tables } = open().state;
    const rows = await Promise.all(Object.values(tables).map((table) => db.select().from(table)));
    return JSON.stringify(rows);
  }

  test('after an erasure a repeated delivery brings nothing back, and a new event starts afresh', async () => {
    await store.accept([chatEvent('done')], 0);
    await finish(await claimed(0));
    await store.accept([chatEvent('waiting')], 0);
    await store.erase(PERSON);
    expect(await store.accept([chatEvent('done'), chatEvent('waiting')], 0)).toBe(0);
    expect(await store.thread(PERSON)).toBeNull();
    expect(await store.claim(10_000, LEASE)).toBeNull();
    expect(await store.accept([chatEvent('new'), chatEvent('done')], 0)).toBe(1);
    expect(texts(await claimed(10_000))).toEqual(['new']);
  });

  test('a receipt that comes after an erasure leaves nobody’s id behind; what came meanwhile is still answered', async () => {
    const { db, tables } = open().state;
    await store.accept([chatEvent('received', { kind: 'received', text: null })], 500);
    expect(await finish(await claimed(500))).toBe(true);
    expect(await db.select().from(tables.chatThreads)).toEqual([]);
    expect(JSON.stringify(await db.select().from(tables.inboxEvents))).not.toContain(`"${PERSON.userId}"`);
    await store.accept([chatEvent('seen', { kind: 'seen', text: null })], 500);
    const claim = await claimed(500);
    await store.accept([chatEvent('chào')], 500);
    expect(await finish(claim)).toBe(true);
    expect(texts(await store.claim(500, LEASE))).toEqual(['chào']);
  });

  test('whoever answers a person that is erased meanwhile finishes nothing', async () => {
    await store.accept([chatEvent('a')], 0);
    const claim = await claimed(0);
    await store.erase(PERSON);
    expect(await store.finish(claim, { thread: claim.thread, messages: [outboxMessage('m1')] })).toBe(false);
    expect(await store.thread(PERSON)).toBeNull();
    expect(await outbox.waiting()).toEqual([]);
  });

  test('pruning forgets old done events and idle chats, never what still waits', async () => {
    const old = clock.now().getTime();
    const newer = { ...PERSON, userId: '9' };
    await store.accept([chatEvent('old done'), chatEvent('old waiting', NEIGHBOUR)], 0);
    await finish(await claimed(0));
    clock.advance(1_000);
    await store.accept([chatEvent('new done', newer)], -1);
    const claim = await claimed(0);
    await store.finish(claim, { thread: { ...claim.thread, lastMessageAt: old + 900 }, messages: [] });
    await store.prune(old + 1, old + 900);
    expect(await store.thread(PERSON)).toBeNull();
    expect(await store.thread(newer)).not.toBeNull();
    expect(await store.thread(NEIGHBOUR)).not.toBeNull();
    expect(await store.accept([chatEvent('new done', newer)], 0)).toBe(0);
    expect(await store.accept([chatEvent('old waiting', NEIGHBOUR)], 0)).toBe(0);
    expect(await store.accept([chatEvent('old done')], 0)).toBe(1);
  });

  test('a whole delivery is stored or nothing of it', async () => {
    const broken = { ...chatEvent('broken'), kind: 'no such kind' as 'text' };
    await expect(store.accept([chatEvent('a'), broken], 0)).rejects.toThrow();
    expect(await store.waiting()).toEqual(NONE);
  });
});
