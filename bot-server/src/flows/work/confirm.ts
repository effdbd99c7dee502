import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import type { NewShare, NewTarget, NewWorkItem } from '../../ports/work.ts';
import { itemFromPlan, targetFromPlan, targetsOf, tasksOf } from '../../work/from-plan.ts';
import { readDue } from '../../work/read-due.ts';
import type { WorkRefusal } from '../../work/refusals.ts';
import { type Outcome, refuse, type WorkDeps } from './deps.ts';
import { type Desk, doerOf, isTheirs } from './see.ts';

export interface FactKey {
  readonly documentId: string;
  readonly factId: string;
}

/** What the standing unit changes of a task; what is absent stays as it is. */
export interface WorkEdit {
  readonly title?: string | undefined;
  /** Ids of units. */
  readonly leads?: readonly string[] | undefined;
  readonly coordinating?: readonly string[] | undefined;
  /** A phrase such as "Tháng 9/2026"; null = no time. */
  readonly due?: string | null | undefined;
  /** As colleagues call the person; null = nobody. */
  readonly responsible?: string | null | undefined;
}

export interface ConfirmedTask extends FactKey {
  readonly edit?: WorkEdit | undefined;
  /** Units: one task for each of them in the place of one for all. */
  readonly split?: readonly string[] | undefined;
}

/**
 * Makes tasks and targets of what the plans propose: all of them or none. A row that tasks were made of already gives these as
 * they are; a target is brought up to what its plan says now.
 */
export async function confirmFromPlan(
  deps: WorkDeps,
  desk: Desk,
  wanted: { readonly tasks: readonly ConfirmedTask[]; readonly targets: readonly FactKey[] },
): Promise<Outcome<{ readonly items: readonly WorkItem[]; readonly targets: number }>> {
  if (!desk.standpoint.standing) return refuse('forbidden');
  const targets = wantedTargets(desk, wanted.targets);
  const made = (await deps.work.list({ ward: desk.ward.key, all: true })).filter((item) => isTheirs(desk, item));
  const there: WorkItem[] = [];
  const fresh: NewWorkItem[] = [];
  const proposed = new Map(
    tasksOf(desk.ward.facts).map((fact) => [keyOf(fact.document.documentId, fact.fact.id), fact]),
  );
  for (const task of wanted.tasks) {
    const known = made.filter(({ from }) => from.documentId === task.documentId && from.factId === task.factId);
    const fact = proposed.get(keyOf(task.documentId, task.factId));
    if (known.length > 0) there.push(...known);
    else if (fact === undefined) return refuse('unknown_fact');
    else {
      const item = edited(itemFromPlan(desk.ward.key, fact, desk.actor.demo), task.edit ?? {}, desk.ward.units);
      if (typeof item === 'string') return refuse(item);
      const shares = sharesOf(item, task.split ?? [], desk.ward.units);
      if (shares === null) return refuse('unknown_unit');
      fresh.push(...(shares.length > 0 ? shares : [item]));
    }
  }
  if (targets === null) return refuse('unknown_fact');
  const items = fresh.length === 0 ? [] : await deps.work.confirm(fresh, doerOf(deps, desk));
  const kept = targets.length === 0 ? 0 : await deps.targets.confirm(targets);
  return { kind: 'done', items: [...there, ...items], targets: kept };
}

function wantedTargets(desk: Desk, wanted: readonly FactKey[]): NewTarget[] | null {
  const proposed = targetsOf(desk.ward.facts);
  const byKey = new Map(proposed.map((fact) => [keyOf(fact.document.documentId, fact.fact.id), fact]));
  const found = [...new Set(wanted.map(({ documentId, factId }) => keyOf(documentId, factId)))].flatMap(
    (key) => byKey.get(key) ?? [],
  );
  const isWhole = wanted.every(({ documentId, factId }) => byKey.has(keyOf(documentId, factId)));
  return isWhole ? found.map((fact) => targetFromPlan(desk.ward.key, fact, desk.actor.demo)) : null;
}

function keyOf(documentId: string, factId: string): string {
  return JSON.stringify([documentId, factId]);
}

/** The item with what somebody changed of it, or why that cannot be. */
export function edited<T extends Pick<NewWorkItem, 'title' | 'leads' | 'coordinating' | 'due' | 'responsible'>>(
  item: T,
  edit: WorkEdit,
  units: UnitDirectory,
): T | WorkRefusal {
  const due = edit.due === undefined ? item.due : readDue(edit.due);
  if (due === null) return 'due_unreadable';
  const leads = [...new Set(edit.leads ?? item.leads)];
  const coordinating = [...new Set(edit.coordinating ?? item.coordinating)].filter((id) => !leads.includes(id));
  const added = [...(edit.leads ?? []), ...(edit.coordinating ?? [])];
  const isKnown = (id: string) => units.get(id) !== undefined || [...item.leads, ...item.coordinating].includes(id);
  if (!added.every(isKnown)) return 'unknown_unit';
  const title = edit.title === undefined ? item.title : maskPersonal(edit.title);
  return { ...item, title, due, leads, coordinating, responsible: responsibleAfter(item, edit.responsible) };
}

function responsibleAfter(
  { responsible }: Pick<NewWorkItem, 'responsible'>,
  label: string | null | undefined,
): NewWorkItem['responsible'] {
  if (label === undefined || label === responsible?.label) return responsible;
  return label === null ? null : { subject: null, label: maskPersonal(label) };
}

/** One share for each unit, which leads it; [] = not split; null = an unknown unit among them. */
export function sharesOf<T extends NewShare>(item: T, among: readonly string[], units: UnitDirectory): T[] | null {
  const ids = [...new Set(among)];
  if (!ids.every((id) => units.get(id) !== undefined)) return null;
  return ids.map((id) => {
    const coordinating = item.coordinating.filter((other) => other !== id);
    return { ...item, share: id, leads: [id], coordinating, responsible: null };
  });
}
