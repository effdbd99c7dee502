import type { Obstacle } from '@phuong-so/shared/domain/work';
import type { OfficialDocument } from '../../ports/documents.ts';
import { obstacleLetter } from '../../work/obstacles/letter.ts';
import { planRoute } from '../../work/obstacles/plan-route.ts';
import { planName } from '../../work/reports/plan-names.ts';
import { taskName } from '../../work/reports/words.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import type { ObstacleDeps } from './deps.ts';

/** The draft of a letter beyond the ward; null where the obstacle or its ward is no longer there. */
export async function letterOf(deps: ObstacleDeps, id: string, to: string | null): Promise<OfficialDocument | null> {
  const one = await deps.obstacles.byId(id);
  const ward = one && deps.ward(one.ward);
  if (one === null || ward === null) return null;
  const members = await deps.obstacles.members(one);
  return obstacleLetter(one, {
    ...{ wardName: ward.name, plans: ward.facts.documents.map(planName), route: planRoute(ward.facts, ward.units) },
    ...{ to, members, works: await worksOf(deps, [one, ...members]) },
    unitName: (unit) => unitRefOf(unit, ward.units).name,
    madeAt: deps.clock.now(),
  });
}

async function worksOf({ work }: ObstacleDeps, all: readonly Obstacle[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    all.map(async ({ id, workId }) => ({ id, item: workId === null ? null : await work.byId(workId) })),
  );
  return new Map(found.flatMap(({ id, item }) => (item === null ? [] : [[id, taskName(item)] as const])));
}
