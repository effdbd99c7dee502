import { z } from 'zod';
import { frozenClock } from '../../../bot-server/src/adapters/clock/frozen-clock.ts';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../../bot-server/src/adapters/state/open-state.ts';
import { stateAudience } from '../../../bot-server/src/adapters/state/repos/audience.ts';
import { stateBroadcasts } from '../../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../../bot-server/src/adapters/state/repos/deliveries.ts';
import { prepareNextPage } from '../../../bot-server/src/flows/prepare-announcement.ts';

export const preparingReport = z.object({ ms: z.number(), mib: z.number(), people: z.number() });
export type PreparingReport = z.infer<typeof preparingReport>;

/** Makes the deliveries of a published announcement, page by page; the memory is what the process grew by at its highest. */
export async function measurePreparing(file: string, oaId: string): Promise<PreparingReport> {
  const state = await openState({ kind: 'sqlite', file });
  const clock = frozenClock(new Date());
  const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
  const deliveries = stateDeliveries(state, randomIds);
  const deps = {
    ...{ broadcasts, deliveries, clock, audience: stateAudience(state), perSecond: null, isHoliday: () => false },
    channels: () => ({ oa: true, mini_app: false, zbs: false, groupChats: [], oaIds: [oaId] }),
  };
  const before = process.memoryUsage().rss;
  let highest = before;
  let people = 0;
  const started = performance.now();
  for (;;) {
    const claim = await broadcasts.claimDue(clock.now().getTime(), 60_000);
    if (claim === null) break;
    await prepareNextPage(deps, claim);
    people = claim.prepared;
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  const ms = performance.now() - started;
  const [waiting] = await deliveries.waiting();
  await state.close();
  return { ms, mib: (highest - before) / 2 ** 20, people: waiting?.messages ?? people };
}
