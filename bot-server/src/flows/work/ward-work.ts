import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { Work } from '../../ports/work.ts';
import { type AskedReport, askedReports } from '../../work/reminders/decide-reminders.ts';
import { standingUnitOf } from '../../work/standing-unit.ts';

export interface WardWorkDeps {
  readonly work: Pick<Work, 'list' | 'superseded'>;
  readonly units: UnitDirectory;
  /** What the ward's plans say; null for a ward that there is not. */
  readonly facts: (ward: string) => WardFacts | null;
}

/** What is to be done in a ward: open tasks, and the reports that its plans ask for. */
export interface WardWork {
  readonly items: readonly WorkItem[];
  readonly reports: readonly AskedReport[];
  /** With the ward's own short names. */
  readonly units: UnitDirectory;
  readonly standingUnit: string;
}

export async function wardWork(deps: WardWorkDeps, ward: string): Promise<WardWork | null> {
  const facts = deps.facts(ward);
  if (facts === null) return null;
  const units = deps.units.withinWard(facts.units.ids);
  const reports = askedReports(facts, await deps.work.superseded(ward));
  return { items: await deps.work.list({ ward }), reports, units, standingUnit: standingUnitOf(facts, units) };
}
