import { beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import type { Broadcasts } from '../../bot-server/src/ports/broadcasts.ts';
import type {
  ClaimedDelivery,
  Deliveries,
  DeliverySettlement,
  NewDelivery,
} from '../../bot-server/src/ports/deliveries.ts';
import { claimedDue, newDelivery, published, taken } from '../fakes/broadcast-samples.ts';
import { chatEvent } from '../fakes/chat-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const NOW = 5_000;
const LEASE = 60_000;
const SENT = { kind: 'sent', messageId: 'z1', at: NOW } as const;
const OA = '100';

describeState('deliveries', (open, kind) => {
  let broadcasts: Broadcasts;
  let deliveries: Deliveries;
  beforeEach(() => {
    broadcasts = stateBroadcasts(open().state, randomIds, { demo: false });
    deliveries = stateDeliveries(open().state, randomIds);
  });

  async function prepared(rows: readonly NewDelivery[], change = {}) {
    const broadcast = await published(broadcasts, NOW, change);
    const claim = await claimedDue(broadcasts, NOW);
    expect(await deliveries.prepare(claim, { rows, messages: rows.length, next: null, now: NOW })).toBe(true);
    return broadcast;
  }
  const claim = (change = {}) =>
    deliveries.claim({ oaId: OA, now: NOW, leaseMs: LEASE, limit: 10, emergenciesOnly: false, ...change });
  const looks = (change = {}) => deliveries.claimLooks({ oaId: OA, now: NOW, leaseMs: LEASE, limit: 10, ...change });
  const recipients = (claims: readonly ClaimedDelivery[]) => claims.map(({ recipient }) => recipient);
  const settle = (claims: readonly ClaimedDelivery[], settlement: DeliverySettlement) =>
    deliveries.settle(claims.map((one) => ({ claim: one, settlement })));
  const states = async (id: string) =>
    (await deliveries.totals(id))
      .map(({ revision, channel, state, reason, count }) => [revision, channel, state, reason ?? '', count].join(' '))
      .sort();
  async function claimOne(change = {}): Promise<ClaimedDelivery> {
    const [one] = await claim({ limit: 1, ...change });
    if (one === undefined) throw new Error('nothing to claim');
    return one;
  }

  test('one row for announcement, revision, person and channel: prepared again it is the first one', async () => {
    const { id } = await published(broadcasts, NOW);
    const rows = [newDelivery(1), newDelivery(2), newDelivery(1, { channel: 'feed', state: 'sent', chat: null })];
    const first = await claimedDue(broadcasts, NOW);
    expect(await deliveries.prepare(first, { rows, messages: 2, next: 'a', now: NOW })).toBe(true);
    // Its process died before it knew; the place is where it was.
    const again = await claimedDue(broadcasts, NOW);
    expect([again.preparing, again.prepared]).toEqual(['a', 2]);
    expect(await deliveries.prepare(first, { rows, messages: 2, next: null, now: NOW })).toBe(false);
    await deliveries.prepare(again, { rows: [...rows, newDelivery(3)], messages: 1, next: null, now: NOW });
    expect(await broadcasts.claimDue(NOW + LEASE, LEASE)).toBeNull();
    expect(await states(id)).toEqual(['0 feed sent  1', '0 oa pending  3']);
    const people = (await deliveries.people(id)).map(({ state, people: count }) => `${state} ${count}`).sort();
    expect(people).toEqual(['pending 3']);
  });

  test('goes to one claimer, emergencies first, then by time, of one account alone; nobody settles what is not theirs', async () => {
    await prepared([
      newDelivery(1, { dueAt: 30 }),
      newDelivery(2, { dueAt: 10 }),
      newDelivery(3, { dueAt: 40, priority: 0 }),
      newDelivery(4, { dueAt: NOW + 1 }),
      newDelivery(5, { chat: { oaId: '200', userId: 'u5' } }),
      newDelivery(6, { state: 'failed', reason: 'never_wrote', dueAt: null }),
    ]);
    expect(recipients(await claim({ emergenciesOnly: true }))).toEqual(['zalo:3']);
    const [first] = await claim({ limit: 1 });
    const [second] = await claim();
    expect([first?.recipient, second?.recipient, await claim()]).toEqual(['zalo:2', 'zalo:1', []]);
    if (first === undefined || second === undefined) throw new Error('missing');
    expect(await deliveries.settle([{ claim: { ...first, token: second.token }, settlement: SENT }])).toBe(0);
    expect(await settle([first, second], SENT)).toBe(2);
    expect(await settle([first], SENT)).toBe(0);
    expect(recipients(await claim({ now: NOW + 1 }))).toEqual(['zalo:4']);
  });

  test('put off it waits until then, and forgets which words it was to bring', async () => {
    const { id } = await prepared([newDelivery(1)]);
    const later = { kind: 'later', dueAt: 9_000, verdict: 'wait_a_minute', counts: true } as const;
    await settle([await claimOne()], later);
    expect(await claim({ now: 8_999 })).toEqual([]);
    expect(await claimOne({ now: 9_000 })).toMatchObject({ attempts: 1, revision: 0, triedAt: null });
    expect(await states(id)).toEqual(['0 oa sending  1']);
  });

  describe('what may have arrived', () => {
    test('is looked for and never comes back to be sent', async () => {
      const { id } = await prepared([newDelivery(1), newDelivery(2)]);
      const [one, two] = await claim();
      if (one === undefined || two === undefined) throw new Error('missing');
      await settle([one], { kind: 'uncertain', lookAt: 7_000, verdict: 'no_answer' });
      expect(await looks({ now: 6_999 })).toEqual([]);
      const [looked] = await looks({ now: 7_000 });
      expect(looked).toMatchObject({ recipient: one.recipient, triedAt: NOW, attempts: 1 });
      expect(await looks({ now: 7_000 })).toEqual([]);
      await settle([looked as ClaimedDelivery], { kind: 'uncertain', lookAt: null, verdict: 'not_found' });
      // The other one's process dies.
      expect(recipients(await looks({ now: NOW + LEASE }))).toEqual([two.recipient]);
      expect(await settle([two], SENT)).toBe(0);
      expect(await claim({ now: NOW + 10 * LEASE })).toEqual([]);
      expect(await states(id)).toEqual(['0 oa uncertain  2']);
    });

    test('whoever looks and dies leaves it to the next who looks', async () => {
      await prepared([newDelivery(1)]);
      await settle([await claimOne()], { kind: 'uncertain', lookAt: NOW, verdict: 'no_answer' });
      expect(await looks()).toHaveLength(1);
      expect(await looks({ now: NOW + LEASE })).toHaveLength(1);
    });
  });

  test('stopped: what waits is cancelled, what is under way ends, and comes not back to wait', async () => {
    const broadcast = await prepared([1, 2, 3].map((number) => newDelivery(number, { dueAt: number })));
    const [one, two] = await claim({ limit: 2 });
    if (one === undefined || two === undefined) throw new Error('missing');
    await taken(broadcasts, broadcast, { act: 'stopped', change: { state: 'stopped' } });
    expect(await claim()).toEqual([]);
    await settle([one], SENT);
    await settle([two], { kind: 'later', dueAt: NOW, verdict: 'wait_a_minute', counts: false });
    expect(await claim()).toEqual([]);
    expect(await states(broadcast.id)).toEqual(['0 oa cancelled  2', '0 oa sent  1']);
  });

  test('stopped while its audience is being prepared: no further rows are made', async () => {
    const broadcast = await published(broadcasts, NOW);
    const held = await claimedDue(broadcasts, NOW);
    await taken(broadcasts, broadcast, { act: 'stopped', change: { state: 'stopped' } });
    expect(await deliveries.prepare(held, { rows: [newDelivery(1)], messages: 1, next: null, now: NOW })).toBe(false);
    expect(await states(broadcast.id)).toEqual([]);
  });

  describe('correction', () => {
    const corrected = (before: Parameters<typeof taken>[1], revision: number) =>
      taken(broadcasts, before, { act: 'corrected', change: { body: `Lần ${revision}`, revision, state: 'sending' } });

    test('who waits gets the corrected words at once; only who may have the first is told of it, when none is under way', async () => {
      const first = await prepared([1, 2, 3, 4, 5].map((number) => newDelivery(number, { dueAt: number })));
      const [one, two, three, four] = await claim({ limit: 4 });
      await settle([one as ClaimedDelivery], SENT);
      await settle([two as ClaimedDelivery], { kind: 'uncertain', lookAt: NOW, verdict: 'no_answer' });
      await settle([three as ClaimedDelivery], { kind: 'failed', reason: 'refused', verdict: 'our_fault', at: NOW });
      const second = await corrected(first, 1);
      expect(await deliveries.toldBefore(first.id, 1, '', 9)).toBeNull();
      await settle([four as ClaimedDelivery], { kind: 'later', dueAt: NOW, verdict: 'wait_a_minute', counts: false });
      const told = await deliveries.toldBefore(first.id, 1, '', 9);
      expect(told?.map(({ recipient }) => recipient)).toEqual(['zalo:1', 'zalo:2']);
      expect((await deliveries.toldBefore(first.id, 1, 'zalo:1', 9))?.map(({ recipient }) => recipient)).toEqual([
        'zalo:2',
      ]);
      const rows = (told ?? []).map((row) => newDelivery(Number(row.recipient.slice(5))));
      await deliveries.prepare(await claimedDue(broadcasts, NOW), { rows, messages: 0, next: null, now: NOW });
      const now = await claim();
      expect(now.map(({ recipient, revision, corrects }) => [recipient, revision, corrects]).sort()).toEqual([
        ['zalo:1', 1, true],
        ['zalo:2', 1, true],
        ['zalo:4', 1, false],
        ['zalo:5', 1, false],
      ]);
      await settle(now, SENT);
      expect(await broadcasts.byId(second.id)).toMatchObject({ revision: 1, state: 'sending' });
    });

    test('a second correction takes the place of one that still waits', async () => {
      const first = await prepared([newDelivery(1)]);
      await settle(await claim(), SENT);
      const second = await corrected(first, 1);
      await deliveries.prepare(await claimedDue(broadcasts, NOW), {
        rows: [newDelivery(1)],
        messages: 0,
        next: null,
        now: NOW,
      });
      await corrected(second, 2);
      expect(await claim(), 'the first correction is not sent any more').toEqual([]);
      await deliveries.prepare(await claimedDue(broadcasts, NOW), {
        rows: [newDelivery(1)],
        messages: 0,
        next: null,
        now: NOW,
      });
      expect(await claim()).toMatchObject([{ recipient: 'zalo:1', revision: 2, corrects: true }]);
      expect(await states(first.id)).toEqual(['0 oa sent  1', '1 oa cancelled  1', '2 oa sending  1']);
    });
  });

  test('finished when nothing waits, is under way or is to be looked for', async () => {
    const { id } = await prepared([newDelivery(1), newDelivery(2, { state: 'failed', reason: 'muted', dueAt: null })]);
    expect(await broadcasts.finishSent(NOW)).toBe(0);
    const one = await claimOne();
    expect(await broadcasts.finishSent(NOW)).toBe(0);
    await settle([one], { kind: 'uncertain', lookAt: NOW, verdict: 'no_answer' });
    expect(await broadcasts.finishSent(NOW)).toBe(0);
    await settle(await looks(), { kind: 'uncertain', lookAt: null, verdict: 'not_found' });
    expect([await broadcasts.finishSent(8_000), await broadcasts.finishSent(9_000)]).toEqual([1, 0]);
    expect(await broadcasts.byId(id)).toMatchObject({ state: 'sent', sentAt: 8_000 });
    expect((await broadcasts.log(id)).map(({ act }) => act)).toEqual(['written', 'scheduled', 'published', 'finished']);
  });

  test('receipts move it on and never back; others’ and unknown ones change nothing', async () => {
    const { id } = await prepared([newDelivery(1)]);
    await settle([await claimOne()], SENT);
    const mine = { oaId: OA, userId: 'u1' };
    await deliveries.noteReceipt({ oaId: OA, userId: 'other' }, ['z1'], 'seen', 1);
    await deliveries.noteReceipt(mine, ['z9'], 'seen', 1);
    await deliveries.noteReceipt(mine, [], 'seen', 1);
    expect(await states(id)).toEqual(['0 oa sent  1']);
    await deliveries.noteReceipt(mine, ['z1'], 'received', 6_000);
    expect(await states(id)).toEqual(['0 oa delivered  1']);
    await deliveries.noteReceipt(mine, ['z1'], 'seen', 7_000);
    await deliveries.noteReceipt(mine, ['z1'], 'received', 8_000);
    expect(await states(id)).toEqual(['0 oa seen  1']);
    expect(await deliveries.ownMessageIds(mine, ['z1', 'z2'])).toEqual(new Set(['z1']));
    expect(await deliveries.ownMessageIds(mine, [])).toEqual(new Set());
  });

  test('the sums: by channel and reason, each person once by the furthest, reads by hour, and whom to knock at', async () => {
    const hour = 3_600_000;
    const inFeed = (number: number) => newDelivery(number, { channel: 'feed', state: 'sent', chat: null, dueAt: null });
    const closed = (number: number, reason: NewDelivery['reason'], group = 'to-5') =>
      newDelivery(number, { state: 'failed', reason, dueAt: null, group });
    const { id } = await prepared([
      ...[newDelivery(1), inFeed(1)],
      ...[closed(2, 'not_linked'), inFeed(2)],
      ...[closed(3, 'not_linked'), inFeed(3)],
      ...[closed(4, 'never_wrote', 'to-6'), newDelivery(5), newDelivery(6, { group: null })],
    ]);
    const announcements = stateAnnouncements(open().state, randomIds, { demo: false });
    await announcements.markRead(id, 'zalo:2', 3 * hour + 5);
    const claims = await claim();
    for (const one of claims) await settle([one], { ...SENT, messageId: `m-${one.recipient}` });
    await deliveries.noteReceipt({ oaId: OA, userId: 'u1' }, ['m-zalo:1'], 'seen', 3 * hour + 10);
    await announcements.markRead(id, 'zalo:1', 5 * hour);
    expect(await states(id)).toEqual([
      ...['0 feed seen  2', '0 feed sent  1', '0 oa failed never_wrote 1', '0 oa failed not_linked 2'],
      ...['0 oa seen  1', '0 oa sent  2'],
    ]);
    const people = (await deliveries.people(id)).map(({ state, people: count }) => `${state} ${count}`).sort();
    expect(people).toEqual(['failed 2', 'seen 2', 'sent 2']);
    expect(await deliveries.readsByHour(id)).toEqual([{ hour: 3 * hour, reads: 2 }]);
    const unreached = (await deliveries.unreached(id)).map((one) => `${one.group} ${one.reason} ${one.people}`).sort();
    expect(unreached).toEqual(['to-5 not_linked 1', 'to-6 never_wrote 1']);
  });

  test('who does not want the account’s messages is known as gone until they write again', async () => {
    const { state } = open();
    const chats = stateChatStore(state, movingClock(), randomIds);
    await chats.accept([chatEvent('x', { oaId: OA, userId: 'u1' })], 0);
    await prepared([newDelivery(1)]);
    await settle([await claimOne()], { kind: 'failed', reason: 'blocked_or_left', verdict: 'x', at: 6_000 });
    expect(await state.db.select().from(state.tables.chatThreads)).toMatchObject([{ leftAt: 6_000 }]);
  });

  test('an erased chat leaves no row; whoever was sending to it can record nothing', async () => {
    await prepared([newDelivery(1), newDelivery(2)]);
    const claims = await claim();
    await stateChatStore(open().state, movingClock(), randomIds).erase({ oaId: OA, userId: 'u1' });
    expect(await settle(claims, SENT)).toBe(1);
    const { db, tables } = open().state;
    expect((await db.select().from(tables.deliveries)).map(({ recipient }) => recipient)).toEqual(['zalo:2']);
  });

  test('says for each account how much is to be done', async () => {
    await prepared([newDelivery(1), newDelivery(2), newDelivery(3, { state: 'failed', reason: 'muted' })]);
    await settle([await claimOne()], { kind: 'uncertain', lookAt: 1, verdict: 'x' });
    expect(await deliveries.waiting()).toEqual([{ oaId: OA, messages: 2 }]);
    await deliveries.prune(NOW + 1);
    expect(await deliveries.waiting()).toEqual([]);
  });

  test('several workers at once: every row to exactly one', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 400 }, (_, number) => newDelivery(number));
    await prepared(rows);
    const count = kind === 'postgres' ? 8 : 2;
    const workers = await Promise.all(
      Array.from({ length: count }, async () => stateDeliveries(await open().another(), randomIds)),
    );
    const got: string[] = [];
    await Promise.all(
      workers.map(async (worker) => {
        for (;;) {
          const wish = { oaId: OA, now: NOW, leaseMs: LEASE, limit: 7, emergenciesOnly: false };
          const claims = await worker.claim(wish);
          if (claims.length === 0) return;
          expect(claims.length).toBeLessThanOrEqual(7);
          got.push(...recipients(claims));
          await worker.settle(claims.map((one) => ({ claim: one, settlement: SENT })));
        }
      }),
    );
    expect(got.sort()).toEqual(rows.map(({ recipient }) => recipient).sort());
  });
});
