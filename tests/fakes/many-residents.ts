import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import { newBroadcast, taken } from './broadcast-samples.ts';
import { movingClock } from './moving-clock.ts';

const AT_ONCE = 500;

/** So many people who wrote to the account an hour ago: "person-0", "person-1", … */
export async function seedResidents(state: State, oaId: string, count: number, now = Date.now()): Promise<void> {
  const at = now - 3_600_000;
  const row = (number: number) => ({
    ...{ id: `${oaId}:person-${number}`, oaId, userId: `person-${number}`, state: null, dueAt: null, attempt: 0 },
    ...{ claimToken: null, leaseUntil: null, lastMessageAt: at, ward: null, interactedAt: at, leftAt: null },
  });
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => row(from + at));
    await state.db.insert(state.tables.chatThreads).values(rows);
  }
}

/** An official's emergency for the whole ward, due now: it goes at any hour at which a test may run. */
export async function scheduleEmergency(state: State, ward: string): Promise<{ id: string; code: string }> {
  const official = { role: 'official', ward, unit: null, group: null } as const;
  await stateRights(state, movingClock(), randomIds).give('zalo:official', official, 'test');
  const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
  const by = { subject: 'zalo:official', office: 'Văn phòng', at: Date.now() };
  const reason = 'Thử máy: không có thật';
  const draft = await broadcasts.write(
    newBroadcast({ ward, groups: [], kind: 'urgent', title: 'Thử gửi', emergencyReason: reason }),
    by,
  );
  await taken(broadcasts, draft, { act: 'emergency', change: { state: 'scheduled', sendAt: by.at } }, by.at);
  return { id: draft.id, code: draft.code };
}
