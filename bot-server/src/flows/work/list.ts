import type { WorkStanding } from '@phuong-so/shared/contracts/work';
import type { KeptTarget, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { standingOf } from '@phuong-so/shared/domain/work-clock';
import { unitIdOf } from '../../work/unit-names.ts';
import type { WorkDeps } from './deps.ts';
import { type Desk, isTheirs } from './see.ts';

export interface ListedWork {
  /** Of everything that the filter by unit lets through. */
  readonly counts: Readonly<Partial<Record<WorkStanding, number>>>;
  readonly items: readonly WorkItem[];
}

/** The ward's tasks in the order of their plans. null: `unit` names none. */
export async function listWork(
  deps: WorkDeps,
  desk: Desk,
  wanted: { readonly unit?: string | undefined; readonly standing?: WorkStanding | undefined; readonly all: boolean },
): Promise<ListedWork | null> {
  const unit = wanted.unit === undefined ? undefined : unitIdOf(wanted.unit, desk.ward.units);
  if (unit === null) return null;
  const today = deps.clock.today();
  const request = { ward: desk.ward.key, all: wanted.all, ...(unit === undefined ? {} : { unit }) };
  const all = (await deps.work.list(request)).filter((item) => isTheirs(desk, item));
  const counts: Partial<Record<WorkStanding, number>> = {};
  const items = all.filter((item) => {
    const standing = standingOf(item, today);
    counts[standing] = (counts[standing] ?? 0) + 1;
    return wanted.standing === undefined || standing === wanted.standing;
  });
  return { counts, items };
}

/** The ward's targets with the values that stand. null: `unit` names none. */
export async function listTargets(
  deps: WorkDeps,
  desk: Desk,
  given: string | undefined,
): Promise<{ readonly target: KeptTarget; readonly values: readonly TargetValue[] }[] | null> {
  const unit = given === undefined ? undefined : unitIdOf(given, desk.ward.units);
  if (unit === null) return null;
  const [targets, values] = await Promise.all([deps.targets.list(desk.ward.key), deps.targets.values(desk.ward.key)]);
  const concerns = ({ leads, coordinating }: KeptTarget) =>
    unit === undefined || leads.includes(unit) || coordinating.includes(unit);
  return targets
    .filter((target) => isTheirs(desk, target) && concerns(target))
    .map((target) => ({ target, values: values.filter(({ targetId }) => targetId === target.id) }));
}
