import type { ChatEvent, OutboxMessage } from '@phuong-so/shared/domain/chat';
import { beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import type { ChatStore, ClaimedChat } from '../../bot-server/src/ports/chat-store.ts';
import { chatEvent, outboxMessage, PERSON } from '../fakes/chat-samples.ts';
import { describeState } from '../fakes/test-database.ts';

const WORKERS = 8;
const LEASE = 600_000;

/** What only several connections can show; on SQLite they share a file, on PostgreSQL a server. */
describeState('several connections', (open) => {
  let states: State[];
  beforeAll(async () => {
    states = await Promise.all(Array.from({ length: WORKERS }, () => open().another()));
  });
  const stores = () => states.map((state) => stateChatStore(state, systemClock, randomIds));
  const outboxes = () => states.map((state) => stateOutbox(state, randomIds));
  const first = <T>([one]: readonly T[]): T => one as T;

  const people = (count: number) => Array.from({ length: count }, (_, at) => ({ oaId: '100', userId: `u${at}` }));

  async function drain(
    store: ChatStore,
    work: (claim: ClaimedChat) => Promise<unknown>,
    now = 1_000,
  ): Promise<string[]> {
    const seen: string[] = [];
    for (let claim = await store.claim(now, LEASE); claim !== null; claim = await store.claim(now, LEASE)) {
      seen.push(...claim.events.map(({ id }) => id));
      await work(claim);
    }
    return seen;
  }

  test('eight workers take 500 chats, each exactly once', async () => {
    const events = people(500).map((key) => chatEvent(key.userId, key));
    for (let at = 0; at < events.length; at += 50) await first(stores()).accept(events.slice(at, at + 50), at);
    const seen = await Promise.all(stores().map((store) => drain(store, async () => {})));
    expect(seen.flat().sort()).toEqual(events.map(({ id }) => id).sort());
  });

  test('eight senders take 500 messages, each once and each person’s in order', async () => {
    const messages = people(100).flatMap(({ userId }) =>
      [0, 1, 2, 3, 4].map((part) => outboxMessage(`${userId}-${part}`, { userId, part })),
    );
    await first(outboxes()).add(messages);
    const sent: OutboxMessage[] = [];
    await Promise.all(
      outboxes().map(async (outbox) => {
        while ((await outbox.waiting()).length > 0) {
          for (const claim of await outbox.claim('100', 2_000, LEASE, 7)) {
            sent.push(claim.message);
            expect(claim.mayHaveArrived).toBe(false);
            expect(await outbox.settle(claim, { kind: 'sent', messageId: claim.message.id, at: 2_000 })).toBe(true);
          }
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    );
    expect(sent.map(({ id }) => id).sort()).toEqual(messages.map(({ id }) => id).sort());
    for (const { userId } of people(100)) {
      expect(sent.filter((one) => one.userId === userId).map(({ part }) => part)).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test('nobody takes more than was asked for, however many ask', async () => {
    await first(outboxes()).add(people(60).map(({ userId }) => outboxMessage(userId, { userId })));
    const claims = await Promise.all(outboxes().map((outbox) => outbox.claim('100', 2_000, LEASE, 3)));
    expect(claims.map(({ length }) => length).filter((length) => length > 3)).toEqual([]);
    const ids = claims.flat().map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('one lock for many refreshers', async () => {
    const all = states.map((state) => stateOaTokens(state, randomIds));
    for (const round of [0, 1, 2]) {
      const locks = await Promise.all(all.map((tokens) => tokens.lock('100', round * LEASE, LEASE)));
      expect(locks.filter((lock) => lock !== null)).toHaveLength(1);
    }
  });

  test('a delivery that comes over every connection at once, in any order, is stored once', async () => {
    const events = people(32).flatMap((key) => [chatEvent(`${key.userId}a`, key), chatEvent(`${key.userId}b`, key)]);
    const rotated = (by: number): ChatEvent[] => [...events.slice(by), ...events.slice(0, by)];
    for (let round = 0; round < 5; round++) {
      const fresh = (all: ChatEvent[]) => all.map((event) => ({ ...event, id: `${event.id}${round}` }));
      const deliveries = stores().map((store, at) => store.accept(fresh(rotated(at * 7)), round));
      expect((await Promise.all(deliveries)).reduce((sum, one) => sum + one)).toBe(events.length);
    }
    expect((await first(stores()).waiting()).events).toBe(5 * events.length);
  });

  test('an event that comes while its chat is being finished is never lost', async () => {
    const [accepting, ...working] = stores() as [ChatStore, ...ChatStore[]];
    const accepted: string[] = [];
    const accept = async () => {
      for (let at = 0; at < 80; at++) {
        const event = chatEvent(`e${at}`, { ...PERSON, userId: `u${at % 3}` });
        accepted.push(event.id);
        await accepting.accept([event], 0);
      }
    };
    const finish = (store: ChatStore) => async (claim: ClaimedChat) =>
      expect(await store.finish(claim, { thread: claim.thread, messages: [] })).toBe(true);
    const seen: string[] = [];
    let done = false;
    await Promise.all([
      accept().finally(() => {
        done = true;
      }),
      ...working.map(async (store) => {
        while (!done || (await store.waiting()).events > 0) {
          seen.push(...(await drain(store, finish(store))));
          // SQLite answers without leaving the microtasks; the disk would never get to say that it is done.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    ]);
    expect(seen.sort()).toEqual(accepted.sort());
  });

  test('of two who hold a chat one after the other, only the second finishes, however they race', async () => {
    const [one, two] = stores() as [ChatStore, ChatStore];
    for (let round = 0; round < 20; round++) {
      await one.accept([chatEvent(`e${round}`)], 0);
      const early = (await one.claim(1_000, 1)) as ClaimedChat;
      const late = (await two.claim(2_000, LEASE)) as ClaimedChat;
      expect(late.attempt).toBe(2);
      const outcome = (claim: ClaimedChat) => ({ thread: claim.thread, messages: [outboxMessage(`m${claim.token}`)] });
      const ends = await Promise.all([one.finish(early, outcome(early)), two.finish(late, outcome(late))]);
      expect(ends).toEqual([false, true]);
    }
    expect((await first(outboxes()).waiting())[0]?.messages).toBe(20);
  });

  test('everything at once for few people: nobody waits for ever, and nothing stands still afterwards', async () => {
    const keys = people(3);
    await Promise.all(
      stores().map(async (store, worker) => {
        for (let at = 0; at < 25; at++) {
          const delivery = keys.map((key) => chatEvent(`${worker}-${at}-${key.userId}`, key));
          await store.accept(worker % 2 ? delivery : delivery.reverse(), 0);
          const claim = await store.claim(1_000, LEASE);
          const thread = claim?.thread ?? null;
          if (claim && at % 3 === 0) await store.postpone(claim, 500);
          else if (claim && thread)
            await store.finish(claim, { thread, messages: [outboxMessage(claim.token, thread)] });
          if (at % 8 === 7) await store.erase(keys[at % 3] ?? PERSON);
        }
      }),
    );
    const store = first(stores());
    await drain(store, (claim) => store.finish(claim, { thread: claim.thread, messages: [] }));
    expect(await store.waiting()).toEqual({ events: 0, oldestAt: null });
  });
});
