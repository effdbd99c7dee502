import { expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import type { NewDelivery } from '../../bot-server/src/ports/deliveries.ts';
import { claimedDue, newDelivery, published } from '../fakes/broadcast-samples.ts';
import { describeState } from '../fakes/test-database.ts';

const NOW = 5_000;

describeState('messages that cost, and those to group chats', (open) => {
  async function prepared(rows: readonly NewDelivery[], ward = 'w') {
    const { state } = open();
    const [broadcasts, deliveries] = [
      stateBroadcasts(state, randomIds, { demo: false }),
      stateDeliveries(state, randomIds),
    ];
    const { id } = await published(broadcasts, NOW, { ward });
    const due = await claimedDue(broadcasts, NOW);
    await deliveries.prepare(due, { rows, messages: rows.length, next: null, now: NOW });
    return { deliveries, id };
  }
  const paid = (number: number, change = {}) => newDelivery(number, { channel: 'zbs', ...change });
  const wish = { oaId: '100', leaseMs: 60_000, limit: 10, emergenciesOnly: false };

  test('of those that are sent at the same time, each knows how many come before it', async () => {
    const { deliveries } = await prepared([paid(1), paid(2), paid(3), newDelivery(4)]);
    await prepared([paid(9, { chat: { oaId: '200', userId: 'u9' } })], 'other');
    await deliveries.claim({ ...wish, oaId: '200', now: NOW });
    const claims = await deliveries.claim({ ...wish, now: NOW });
    const before = async () =>
      Promise.all(claims.filter(({ channel }) => channel === 'zbs').map((one) => deliveries.paidBefore(one, 'w', 0)));
    expect((await before()).sort()).toEqual([0, 1, 2]);
    const [first] = claims;
    if (first === undefined) throw new Error('nothing claimed');
    await deliveries.settle([
      { claim: first, settlement: { kind: 'failed', reason: 'refused', verdict: 'x', at: NOW } },
    ]);
    expect(Math.max(...(await before()))).toBe(first.channel === 'zbs' ? 1 : 2);
    expect(await deliveries.paidBefore(first, 'w', NOW + 1)).toBe(0);
  });

  test('a message to a group chat is among the totals and among no people', async () => {
    const chat = { oaId: '100', userId: 'g5' };
    const { deliveries, id } = await prepared([
      newDelivery(1),
      newDelivery(2, { recipient: 'gmf:g5', channel: 'gmf', chat }),
    ]);
    const claims = await deliveries.claim({ ...wish, now: NOW });
    const sent = { kind: 'sent', messageId: null, at: NOW } as const;
    await deliveries.settle(claims.map((claim) => ({ claim, settlement: sent })));
    expect((await deliveries.totals(id)).map(({ channel, count }) => `${channel} ${count}`).sort()).toEqual([
      'gmf 1',
      'oa 1',
    ]);
    expect(await deliveries.people(id)).toEqual([{ state: 'sent', people: 1 }]);
    expect(await deliveries.unreached(id)).toEqual([]);
  });
});
