import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { Broadcasts, Doer, DueBroadcast, NewBroadcast } from '../../bot-server/src/ports/broadcasts.ts';
import type { NewDelivery } from '../../bot-server/src/ports/deliveries.ts';

export const LEADER: Doer = { subject: 'zalo:leader', office: 'Tổ trưởng tổ dân phố 5', at: 1_000 };

export function newBroadcast(change: Partial<NewBroadcast> = {}): NewBroadcast {
  return {
    ...{ ward: 'w', groups: ['to-5'], kind: 'meeting', title: 'Họp tổ', body: 'Mời bà con đến họp.', event: null },
    ...{ asks: 'none', sendAt: null, repeat: 'none', emergencyReason: null, attachment: null },
    ...{ sender: 'Tổ trưởng tổ dân phố 5', demo: false },
    ...change,
  };
}

/** Written, scheduled for `at` and published: ready to be prepared. */
export async function published(
  broadcasts: Broadcasts,
  at: number,
  change: Partial<NewBroadcast> = {},
): Promise<Broadcast> {
  const draft = await broadcasts.write(newBroadcast(change), { ...LEADER, at });
  const scheduled = await taken(
    broadcasts,
    draft,
    { act: 'scheduled', change: { state: 'scheduled', sendAt: at } },
    at,
  );
  return taken(broadcasts, scheduled, { act: 'published', change: { state: 'sending' } }, at);
}

export async function taken(
  broadcasts: Broadcasts,
  before: Broadcast,
  step: Pick<Parameters<Broadcasts['take']>[1], 'act' | 'change'>,
  at = 1_000,
): Promise<Broadcast> {
  const after = await broadcasts.take(before, { ...step, by: { ...LEADER, at } });
  if (after === null) throw new Error('somebody else was faster');
  return after;
}

export async function claimedDue(broadcasts: Broadcasts, now: number): Promise<DueBroadcast> {
  const claim = await broadcasts.claimDue(now, 60_000);
  if (claim === null) throw new Error('nothing is due');
  return claim;
}

export function newDelivery(number: number, change: Partial<NewDelivery> = {}): NewDelivery {
  return {
    ...{ recipient: `zalo:${number}`, channel: 'oa', group: 'to-5', chat: { oaId: '100', userId: `u${number}` } },
    ...{ state: 'pending', reason: null, dueAt: 0, expiresAt: null, priority: 1 },
    ...change,
  };
}
