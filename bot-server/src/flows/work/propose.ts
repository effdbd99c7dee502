import { contradictions } from '@phuong-so/shared/domain/contradictions';
import type { KeptTarget, Provenance, WorkItem } from '@phuong-so/shared/domain/work';
import type { NewTarget, NewWorkItem } from '../../ports/work.ts';
import { isCollective } from '../../work/collectives.ts';
import { type Changes, changedTarget, changedTask } from '../../work/compare-plan.ts';
import { itemFromPlan, targetFromPlan, targetsOf, tasksOf } from '../../work/from-plan.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import type { WorkDeps } from './deps.ts';
import { type Desk, isTheirs } from './see.ts';

/** `changed`: the plan, read anew, says something else than what was confirmed; `gone`: it says it no more. */
export type Match = 'new' | 'same' | 'changed' | 'gone';

export interface TaskProposal {
  readonly task: NewWorkItem | WorkItem;
  readonly collective: boolean;
  readonly match: Match;
  readonly changes: Changes;
  readonly items: readonly WorkItem[];
}

export interface TargetProposal {
  readonly target: NewTarget | KeptTarget;
  readonly match: Match;
  readonly changes: Changes;
  readonly kept: KeptTarget | null;
  /** Ids of facts of the same plan. */
  readonly contradicts: readonly string[];
}

export interface Proposals {
  readonly tasks: readonly TaskProposal[];
  readonly targets: readonly TargetProposal[];
  readonly superseded: ReadonlyMap<string, string>;
}

/** What the plans of the ward propose, beside what has been confirmed of it; then what was confirmed and no plan says any more. */
export async function proposals(deps: WorkDeps, desk: Desk): Promise<Proposals> {
  const { key, facts, units } = desk.ward;
  const { demo } = desk.actor;
  const [items, kept, superseded] = await Promise.all([
    deps.work.list({ ward: key, all: true }).then((all) => all.filter((item) => isTheirs(desk, item))),
    deps.targets.list(key).then((all) => all.filter((target) => isTheirs(desk, target))),
    deps.work.superseded(key, demo),
  ]);
  const name = (id: string) => unitRefOf(id, units).name;
  const madeOf = grouped(items);
  const keptOf = grouped(kept);
  const tasks = tasksOf(facts).map((fact): TaskProposal => {
    const task = itemFromPlan(key, fact, demo);
    const made = madeOf.get(keyOf(task.from)) ?? [];
    const changes = changedTask(task, made, name);
    const collective = task.leads.some((id) => isCollective(id, units));
    return { task, collective, match: matchOf(made.length > 0, changes), changes, items: made };
  });
  const targets = targetsOf(facts).map((fact): TargetProposal => {
    const target = targetFromPlan(key, fact, demo);
    const [one = null] = keptOf.get(keyOf(target.from)) ?? [];
    const changes = one === null ? [] : changedTarget(target, one, name);
    const contradicts = contradictions(fact.document.plan.warnings).get(fact.fact.id) ?? [];
    return { target, match: matchOf(one !== null, changes), changes, kept: one, contradicts };
  });
  return {
    superseded,
    tasks: [...tasks, ...goneTasks(items, new Set(tasks.map(({ task }) => keyOf(task.from))))],
    targets: [...targets, ...goneTargets(kept, new Set(targets.map(({ target }) => keyOf(target.from))))],
  };
}

function matchOf(isThere: boolean, changes: Changes): Match {
  if (!isThere) return 'new';
  return changes.length === 0 ? 'same' : 'changed';
}

/** What is open and no plan says any more: whether it still is to be done a person decides. */
function goneTasks(items: readonly WorkItem[], said: ReadonlySet<string>): TaskProposal[] {
  const gone = items.filter(({ from, state }) => state === 'open' && !said.has(keyOf(from)));
  return gone.map((task) => ({ task, collective: false, match: 'gone', changes: [], items: [task] }));
}

function goneTargets(kept: readonly KeptTarget[], said: ReadonlySet<string>): TargetProposal[] {
  const gone = kept.filter(({ from }) => !said.has(keyOf(from)));
  return gone.map((target) => ({ target, match: 'gone', changes: [], kept: target, contradicts: [] }));
}

function keyOf({ documentId, factId }: Provenance): string {
  return JSON.stringify([documentId, factId]);
}

function grouped<T extends { readonly from: Provenance }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one.from);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
