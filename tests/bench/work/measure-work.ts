import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { z } from 'zod';
import { frozenClock } from '../../../bot-server/src/adapters/clock/frozen-clock.ts';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { stateObstacles } from '../../../bot-server/src/adapters/state/repos/obstacles.ts';
import { stateReportDrafts } from '../../../bot-server/src/adapters/state/repos/report-drafts.ts';
import { stateTargets } from '../../../bot-server/src/adapters/state/repos/targets.ts';
import { stateWork } from '../../../bot-server/src/adapters/state/repos/work.ts';
import { openSqliteState } from '../../../bot-server/src/adapters/state/sqlite-state.ts';
import { composeContent } from '../../../bot-server/src/app/compose.ts';
import { readConfig } from '../../../bot-server/src/app/config.ts';
import { seeDashboard } from '../../../bot-server/src/flows/board/see-dashboard.ts';
import { listWork } from '../../../bot-server/src/flows/work/list.ts';
import type { Desk } from '../../../bot-server/src/flows/work/see.ts';
import type { WardFacts } from '../../../bot-server/src/ports/ward-facts.ts';
import { remindAll } from './remind-all.ts';
import { seedWork, UNITS, wardKey } from './seed-work.ts';

const arm = z.object({ p50: z.number(), p99: z.number(), cpu99: z.number(), rows: z.number() });
/** Nothing of a demonstration. */
const OWN = { demo: false };

export const workReport = z.object({
  unit: arm,
  ward: arm,
  dashboard: arm,
  bareUnit: arm,
  bareWard: arm,
  seedMs: z.number(),
  reminders: z.object({ ms: z.number(), cpuMs: z.number(), reminders: z.number(), messages: z.number() }),
  mib: z.number(),
});
export type WorkReport = z.infer<typeof workReport>;

/** A unit's tasks and a ward's overview beside the bare statements that read the same rows, ward after ward at random. */
export async function measureWork(file: string, wards: number, tasks: number, calls: number): Promise<WorkReport> {
  const state = openSqliteState(file);
  const begun = performance.now();
  seedWork(state, { wards, tasks });
  const seedMs = performance.now() - begun;
  const clock = frozenClock(new Date('2026-11-21T01:00:00Z'));
  const units = new UnitDirectory((await composeContent(readConfig({})).language()).units);
  const deps = {
    ...{ work: stateWork(state, randomIds, OWN), targets: stateTargets(state, randomIds, OWN) },
    ...{ obstacles: stateObstacles(state, randomIds, OWN), reportDrafts: stateReportDrafts(state, randomIds, OWN) },
    ...{ clock, attachments: { about: async () => null, isEvidence: async () => false } },
    ward: (key: string) => ({
      key,
      name: key,
      facts: { documents: [] } as unknown as WardFacts,
      units,
      standingUnit: 'vhxh',
    }),
  };
  const deskIn = (key: string): Desk => ({
    actor: { subject: 'zalo:1', role: 'official', ward: key, unit: 'vhxh', demo: false },
    ward: { key, name: null, facts: {} as WardFacts, units, standingUnit: 'vhxh' },
    standpoint: { unit: 'vhxh', standing: true },
  });
  const list = async (at: number, unit: string | undefined) =>
    (await listWork(deps, deskIn(wardKey(at)), { unit, all: false }))?.items.length ?? 0;
  const ofWard = state.sqlite.prepare(`select * from work_items where ward = ? and state = 'open' order by position`);
  const ofUnit = state.sqlite.prepare(
    `select i.* from work_items i join work_item_units u on u.item_id = i.id
       where u.ward = ? and u.unit = ? and i.state = 'open' order by i.position`,
  );
  const unitAt = (call: number) => UNITS[call % UNITS.length] ?? '';
  const measured = {
    unit: await timed(wards, calls, (at, call) => list(at, unitAt(call))),
    bareUnit: await timed(wards, calls, (at, call) => ofUnit.all(wardKey(at), unitAt(call)).length),
    ward: await timed(wards, calls, (at) => list(at, undefined)),
    dashboard: await timed(wards, calls, async (at) => (await seeDashboard(deps, wardKey(at)))?.total.tasks ?? 0),
    bareWard: await timed(wards, calls, (at) => ofWard.all(wardKey(at)).length),
  };
  const reminders = await remindAll(state, wards, deps);
  const [{ bytes = 0 } = {}] = state.sqlite
    .prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size')
    .all() as { bytes?: number }[];
  await state.close();
  return { ...measured, reminders, seedMs, mib: bytes / 2 ** 20 };
}

async function timed(wards: number, calls: number, work: (ward: number, call: number) => Promise<number> | number) {
  const times: number[] = [];
  const cpu: number[] = [];
  let rows = 0;
  for (let call = 0; call < calls; call += 1) {
    // A step that shares no factor with the number of wards meets all of them, and no neighbour's warm page.
    const ward = (call * 1_237) % wards;
    const before = process.cpuUsage();
    const begun = performance.now();
    rows += await work(ward, call);
    times.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1_000);
  }
  return { p50: share(times, 0.5), p99: share(times, 0.99), cpu99: share(cpu, 0.99), rows: rows / calls };
}

function share(times: readonly number[], of: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
}
