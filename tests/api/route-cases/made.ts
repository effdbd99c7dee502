import { LEADER, newBroadcast, taken } from '../../fakes/broadcast-samples.ts';
import { newObstacle, RAISER } from '../../fakes/obstacle-samples.ts';
import type { TestServer } from '../../fakes/test-server.ts';
import { newItem, newReport, newTarget, newValue, provenance, UNIT } from '../../fakes/work-samples.ts';
import { GROUP } from './world.ts';

/** Where things are made. */
interface Place {
  readonly server: TestServer;
  readonly ward: string;
}

/** A broadcast of the leader's to the own group. */
export async function broadcastIn({ server, ward }: Place, state: 'draft' | 'waiting' | 'published') {
  const { broadcasts } = server.deps.announce;
  const sender = 'Tổ trưởng tổ dân phố 1 (trình diễn)';
  const asks = { asks: 'attending', event: { startsAt: Date.now() + 86_400_000, place: null } } as const;
  const draft = await broadcasts.write(newBroadcast({ ward, groups: [GROUP], sender, demo: true, ...asks }), LEADER);
  if (state === 'draft') return draft;
  if (state === 'waiting')
    return taken(broadcasts, draft, { act: 'submitted', change: { state: 'awaiting_approval' } });
  const scheduled = await taken(broadcasts, draft, { act: 'scheduled', change: { state: 'scheduled' } });
  return taken(broadcasts, scheduled, { act: 'published', change: { state: 'sending' } });
}
/** A confirmed task that the standing unit leads. */
async function newTask({ server, ward }: Place) {
  const { work } = server.deps.work;
  const from = provenance({ documentId: ward, factId: server.deps.ids.next() });
  const [task] = await work.confirm([newItem({ ward, from, leads: ['vhxh'], coordinating: [], demo: true })], UNIT);
  return task!;
}

async function newTargetOf({ server, ward }: Place) {
  const { targets } = server.deps.work;
  const from = provenance({ documentId: ward, factId: server.deps.ids.next() });
  await targets.confirm([newTarget({ ward, from, leads: ['vhxh'], demo: true })]);
  return (await targets.list(ward)).find((one) => one.from.factId === from.factId)!;
}

/** What is made for one request alone: its part of the address. */
export const MADE = {
  draft: async (place: Place) => (await broadcastIn(place, 'draft')).id,
  waiting: async (place: Place) => (await broadcastIn(place, 'waiting')).id,
  published: async (place: Place) => (await broadcastIn(place, 'published')).id,
  /** An official's, so that to a resident it is not there. */
  async obstacle({ server, ward }: Place) {
    const raised = newObstacle({ ward, unit: 'vhxh', demo: true });
    return (await server.deps.board.obstacles.raise(raised, RAISER)).id;
  },
  task: async (place: Place) => (await newTask(place)).id,
  async report(place: Place) {
    const task = await newTask(place);
    const { id } = await place.server.deps.work.work.report(task, newReport(task.id, { unit: 'vhxh' }), UNIT);
    return `${task.id}/reports/${id}`;
  },
  target: async (place: Place) => (await newTargetOf(place)).id,
  async value(place: Place) {
    const target = await newTargetOf(place);
    const { id } = await place.server.deps.work.targets.enter(target, newValue(target.id), UNIT);
    return `${target.id}/values/${id}`;
  },
};
