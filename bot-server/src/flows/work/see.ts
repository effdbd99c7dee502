import type { KeptTarget, WorkActor, WorkItem } from '@phuong-so/shared/domain/work';
import { rightsTo, type Standpoint, type WorkRight } from '@phuong-so/shared/domain/work-rights';
import type { WorkDoer } from '../../ports/work.ts';
import { isCollective } from '../../work/collectives.ts';
import { standsFor } from '../../work/standing-unit.ts';
import { unitIdOf, unitRefOf } from '../../work/unit-names.ts';
import type { WorkDeps, WorkWard } from './deps.ts';

/** An official of a ward, or whoever runs the service for it, and the ward as they work in it. */
export interface Desk {
  readonly actor: WorkActor;
  readonly ward: WorkWard;
  readonly standpoint: Standpoint;
}

/** null for everybody else: another ward's officials, leaders, residents, and officials of a unit that nobody knows. */
export function deskOf(deps: WorkDeps, actor: WorkActor, key: string): Desk | null {
  if (actor.ward !== key || (actor.role !== 'official' && actor.role !== 'admin')) return null;
  const ward = deps.ward(key);
  if (ward === null) return null;
  const standing = standsFor(actor, key, ward.standingUnit, ward.units);
  const unit = unitIdOf(actor.unit, ward.units) ?? (actor.role === 'admin' ? ward.standingUnit : actor.unit);
  // A right without a unit, or with one that no plan names, still looks on: it leads nothing.
  return { actor, ward, standpoint: { unit: unit ?? '', standing } };
}

/** A demonstration's people work on its tasks alone, and everybody else on none of them. */
export function isTheirs({ actor }: Desk, { ward, demo }: Pick<WorkItem, 'ward' | 'demo'>): boolean {
  return actor.ward === ward && actor.demo === demo;
}

/** The task, where this person may see it; null also where there is none: that it exists is nobody else's to know. */
export async function seeItem(deps: WorkDeps, actor: WorkActor, id: string): Promise<SeenItem | null> {
  const item = await deps.work.byId(id);
  const desk = item === null ? null : deskOf(deps, actor, item.ward);
  return item === null || desk === null || !isTheirs(desk, item) ? null : { ...desk, item };
}

export interface SeenItem extends Desk {
  readonly item: WorkItem;
}

/** The same of a target. */
export async function seeTarget(deps: WorkDeps, actor: WorkActor, id: string): Promise<SeenTarget | null> {
  const target = await deps.targets.byId(id);
  const desk = target === null ? null : deskOf(deps, actor, target.ward);
  return target === null || desk === null || !isTheirs(desk, target) ? null : { ...desk, target };
}

export interface SeenTarget extends Desk {
  readonly target: KeptTarget;
}

/** What this person may do with a task now. */
export function rightsOn({ ward, standpoint }: Desk, item: WorkItem): WorkRight[] {
  return rightsTo(item, standpoint, (unit) => isCollective(unit, ward.units));
}

/** The unit as it is shown and kept in histories: never a person. */
export function doerOf(deps: WorkDeps, { actor, ward, standpoint }: Desk): WorkDoer {
  const isOffice = actor.unit !== null && unitIdOf(actor.unit, ward.units) === null;
  const office = isOffice ? actor.unit : unitRefOf(standpoint.unit, ward.units).name;
  return { subject: actor.subject, office: office || `UBND ${ward.name ?? 'phường'}`, at: deps.clock.now().getTime() };
}
