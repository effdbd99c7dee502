import type { ParsedPlan, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { PlacedTable, TableContext } from './annex-rows.ts';
import { isTargetTable, targetsOfTable } from './annex-targets.ts';
import { isTaskTable, tasksOfTable } from './annex-tasks.ts';
import { idsOf } from './unit-list.ts';

export interface Facts {
  readonly tasks: readonly PlanTask[];
  readonly targets: readonly PlanTarget[];
}

/** Tasks and targets of the tables of one annex or section. A table of indicators may name units too, so values decide first. */
export function tableFacts(tables: readonly PlacedTable[], context: TableContext): Facts {
  const tasks: PlanTask[] = [];
  const targets: PlanTarget[] = [];
  for (const placed of tables) {
    if (isTargetTable(placed.table)) targets.push(...targetsOfTable(placed, context));
    else if (isTaskTable(placed.table)) tasks.push(...tasksOfTable(placed, context));
  }
  return { tasks, targets };
}

/** `units` with the units that only this plan names; their ids are derived from their names. */
export function unitsOfPlan(plan: Pick<ParsedPlan, 'tasks' | 'targets'>, units: UnitDirectory): UnitDirectory {
  const facts = [...plan.tasks, ...plan.targets];
  return units.withPrinted(facts.flatMap((fact) => [...fact.lead, ...fact.coordinating]));
}

/** Gives each fact the ids of its units, and an id of its own. */
export function settleIds<Fact extends PlanTask | PlanTarget>(facts: readonly Fact[], units: UnitDirectory): Fact[] {
  const used = new Map<string, number>();
  return facts.map((fact) => {
    const copy = (used.get(fact.id) ?? 0) + 1;
    used.set(fact.id, copy);
    const id = copy === 1 ? fact.id : `${fact.id}~${copy}`;
    return { ...fact, id, leadIds: idsOf(fact.lead, units), coordinatingIds: idsOf(fact.coordinating, units) };
  });
}
