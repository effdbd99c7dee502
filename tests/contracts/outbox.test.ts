import { beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import type { ClaimedMessage, Outbox } from '../../bot-server/src/ports/outbox.ts';
import { NEIGHBOUR, outboxMessage, PERSON } from '../fakes/chat-samples.ts';
import { describeState } from '../fakes/test-database.ts';

const OA = PERSON.oaId;
const LEASE = 30_000;
const NOW = 2_000;

describeState('outbox', (open) => {
  let outbox: Outbox;
  beforeEach(() => {
    outbox = stateOutbox(open().state, randomIds);
  });

  const claim = (now = NOW, limit = 10) => outbox.claim(OA, now, LEASE, limit);
  const ids = (claims: readonly ClaimedMessage[]) => claims.map(({ message }) => message.id);
  async function claimOne(now = NOW): Promise<ClaimedMessage> {
    const [first] = await claim(now, 1);
    if (first === undefined) throw new Error('nothing to claim');
    return first;
  }
  async function send(id: string, messageId: string | null, change = {}): Promise<void> {
    await outbox.add([outboxMessage(id, change)]);
    expect(await outbox.settle(await claimOne(), { kind: 'sent', messageId, at: NOW })).toBe(true);
  }

  test('a message comes back as it was, to one claimer, until it is sent', async () => {
    const topic = {
      ward: 'w',
      intent: 'who',
      unitIds: ['u'],
      taskIds: [],
      targetIds: [],
      year: '2026',
      documentId: null,
    };
    const choices = ['Ai chủ trì?', '2. "Bao giờ"\n'];
    const message = outboxMessage('m', { text: 'Chào bác 😊 "\\\n', topic, choices, expiresAt: 1_900_000_000_000 });
    await outbox.add([message]);
    const first = await claimOne();
    expect(first).toMatchObject({ message, attempts: 0, mayHaveArrived: false, triedAt: null });
    expect(await claim()).toEqual([]);
    expect(await outbox.settle(first, { kind: 'sent', messageId: 'z1', at: NOW })).toBe(true);
    expect(await claim(NOW + 10 * LEASE)).toEqual([]);
    expect(await outbox.settle(first, { kind: 'dead', verdict: 'x' })).toBe(false);
  });

  test('a second message with the same id is the first one again, also after it was sent', async () => {
    await outbox.add([outboxMessage('m'), outboxMessage('m', { text: 'other words' })]);
    await outbox.add([outboxMessage('m', { text: 'other words' })]);
    await outbox.add([]);
    const first = await claimOne();
    expect(first.message.text).toBe('words of m');
    await outbox.settle(first, { kind: 'sent', messageId: null, at: NOW });
    await outbox.add([outboxMessage('m')]);
    expect(await claim()).toEqual([]);
  });

  test('messages to one person go one after the other, in the order they were made and by their parts', async () => {
    await outbox.add([
      outboxMessage('second-0', { createdAt: 1_001 }),
      outboxMessage('first-1', { part: 1 }),
      outboxMessage('first-0'),
    ]);
    const order: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const claims = await claim();
      order.push(...ids(claims));
      expect(await claim()).toEqual([]);
      for (const one of claims) await outbox.settle(one, { kind: 'sent', messageId: null, at: NOW });
    }
    expect(order).toEqual(['first-0', 'first-1', 'second-0']);
  });

  test('a message that has to wait holds up the later ones to the same person, and nobody else’s', async () => {
    await outbox.add([outboxMessage('a'), outboxMessage('b', { part: 1 }), outboxMessage('n', NEIGHBOUR)]);
    await outbox.settle(await claimOne(), { kind: 'later', dueAt: 9_000, verdict: 'limit', counts: false });
    expect(ids(await claim(8_999))).toEqual(['n']);
    const again = await claimOne(9_000);
    expect(again.message.id).toBe('a');
    await outbox.settle(again, { kind: 'dead', verdict: 'blocked' });
    expect(ids(await claim(9_000))).toEqual(['b']);
  });

  test('takes the oldest first, as many as are wanted, of one account, one for each person', async () => {
    const people = [5, 3, 9, 1].map((createdAt) =>
      outboxMessage(`m${createdAt}`, { userId: `u${createdAt}`, createdAt }),
    );
    await outbox.add([...people, outboxMessage('other', { oaId: '200', createdAt: 0 })]);
    await outbox.add([outboxMessage('m1-more', { userId: 'u1', createdAt: 2 })]);
    expect(ids(await claim(NOW, 3))).toEqual(['m1', 'm3', 'm5']);
    expect(ids(await claim(NOW, 3))).toEqual(['m9']);
    expect(ids(await outbox.claim('200', NOW, LEASE, 5))).toEqual(['other']);
  });

  describe('what may have arrived', () => {
    test('a lease that ran out: the next claimer knows since when, and the first can settle no more', async () => {
      await outbox.add([outboxMessage('m')]);
      const first = await claimOne(NOW);
      expect(await claim(NOW + LEASE - 1)).toEqual([]);
      const second = await claimOne(NOW + LEASE);
      expect(second).toMatchObject({ mayHaveArrived: true, triedAt: NOW, attempts: 1 });
      expect(await outbox.settle(first, { kind: 'sent', messageId: 'z', at: NOW })).toBe(false);
      expect(await outbox.settle(second, { kind: 'sent', messageId: 'z', at: NOW })).toBe(true);
    });

    test('settled as uncertain: it comes back when due, and remembers the first such try', async () => {
      await outbox.add([outboxMessage('m')]);
      await outbox.settle(await claimOne(NOW), { kind: 'uncertain', dueAt: 5_000, verdict: 'timeout' });
      expect(await claim(4_999)).toEqual([]);
      const second = await claimOne(5_000);
      expect(second).toMatchObject({ mayHaveArrived: true, triedAt: NOW, attempts: 1 });
      await outbox.settle(second, { kind: 'later', dueAt: 6_000, verdict: 'limit', counts: false });
      const third = await claimOne(6_000);
      expect(third).toMatchObject({ mayHaveArrived: true, triedAt: NOW, attempts: 1 });
      await outbox.settle(third, { kind: 'uncertain', dueAt: 7_000, verdict: 'timeout' });
      expect(await claimOne(7_000)).toMatchObject({ mayHaveArrived: true, triedAt: NOW, attempts: 2 });
    });

    test('put off before it left: it has not arrived, and counts only when told so', async () => {
      await outbox.add([outboxMessage('m')]);
      await outbox.settle(await claimOne(NOW), { kind: 'later', dueAt: 3_000, verdict: 'limit', counts: false });
      const second = await claimOne(3_000);
      expect(second).toMatchObject({ attempts: 0, mayHaveArrived: false, triedAt: null });
      await outbox.settle(second, { kind: 'later', dueAt: 4_000, verdict: 'busy', counts: true });
      expect(await claimOne(4_000)).toMatchObject({ attempts: 1, mayHaveArrived: false, triedAt: null });
    });
  });

  test('the words are forgotten once a message is sent or dead', async () => {
    await send('sent', 'z1');
    await outbox.add([outboxMessage('dead', { createdAt: 1_500, choices: ['words of a choice'] })]);
    await outbox.settle(await claimOne(), { kind: 'dead', verdict: 'expired' });
    const { db, tables } = open().state;
    expect(JSON.stringify(await db.select().from(tables.outboxMessages))).not.toContain('words of');
  });

  test('knows its own messages of a chat, and what they were about', async () => {
    const topic = { ward: 'w', intent: null, unitIds: [], taskIds: [], targetIds: ['t'], year: null, documentId: null };
    await send('a', 'z1', { topic });
    await send('b', 'z2');
    await send('n', 'z3', { ...NEIGHBOUR, topic });
    expect(await outbox.ownMessageIds(PERSON, ['z1', 'z2', 'z3', 'z9'])).toEqual(new Set(['z1', 'z2']));
    expect(await outbox.ownMessageIds(PERSON, [])).toEqual(new Set());
    expect(await outbox.topicOf(PERSON, 'z1')).toEqual(topic);
    expect(await outbox.topicOf(PERSON, 'z2')).toBeNull();
    expect(await outbox.topicOf(PERSON, 'z3')).toBeNull();
    expect(await outbox.topicOf(PERSON, 'z9')).toBeNull();
  });

  test('notes the first receipt of each kind; unknown messages are no error', async () => {
    await send('a', 'z1');
    await outbox.noteReceipt(PERSON, ['z1', 'z9'], 'received', 3_000);
    await outbox.noteReceipt(PERSON, ['z1'], 'received', 4_000);
    await outbox.noteReceipt(PERSON, ['z1'], 'seen', 5_000);
    await outbox.noteReceipt(NEIGHBOUR, ['z1'], 'seen', 1);
    await outbox.noteReceipt(PERSON, [], 'seen', 1);
    const { db, tables } = open().state;
    expect(await db.select().from(tables.outboxMessages)).toMatchObject([{ receivedAt: 3_000, seenAt: 5_000 }]);
  });

  test('says for each account how many are unsettled, and since when', async () => {
    expect(await outbox.waiting()).toEqual([]);
    await send('sent', null, { createdAt: 1 });
    await outbox.add([outboxMessage('a', { createdAt: 1_700_000_000_001 }), outboxMessage('b', { createdAt: 5_000 })]);
    await outbox.add([outboxMessage('c', { oaId: '200' })]);
    const byAccount = [...(await outbox.waiting())].sort((a, b) => a.oaId.localeCompare(b.oaId));
    expect(byAccount).toEqual([
      { oaId: '100', messages: 2, oldestAt: 5_000 },
      { oaId: '200', messages: 1, oldestAt: 1_000 },
    ]);
  });

  test('pruning forgets old settled messages, and nothing that is still to be sent', async () => {
    await send('old', 'z1', { createdAt: 100 });
    await send('new', 'z2', { createdAt: 200 });
    await outbox.add([outboxMessage('waiting', { createdAt: 100 })]);
    await outbox.prune(200);
    expect(await outbox.ownMessageIds(PERSON, ['z1', 'z2'])).toEqual(new Set(['z2']));
    expect(ids(await claim())).toEqual(['waiting']);
  });

  test('all messages are put in, or none', async () => {
    const broken = outboxMessage('broken', { part: null as unknown as number });
    await expect(outbox.add([outboxMessage('a'), broken])).rejects.toThrow();
    expect(await outbox.waiting()).toEqual([]);
  });
});
