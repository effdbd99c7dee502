import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateObstacles } from '../adapters/state/repos/obstacles.ts';
import { stateReportDrafts } from '../adapters/state/repos/report-drafts.ts';
import { stateTargets } from '../adapters/state/repos/targets.ts';
import { stateWork } from '../adapters/state/repos/work.ts';
import type { ReportDeps, ReportingWard } from '../flows/reports/deps.ts';
import { unitsWithin } from '../understanding/units-within.ts';
import { standingUnitOf } from '../work/standing-unit.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

/** What drafting and keeping reports needs of the state and the plans. */
export function composeReports({ demo }: Pick<Config, 'demo'>, service: Service): ReportDeps {
  const { state, index, clock, language } = service;
  return {
    drafts: stateReportDrafts(state, randomIds, { demo }),
    work: stateWork(state, randomIds, { demo }),
    targets: stateTargets(state, randomIds, { demo }),
    obstacles: stateObstacles(state, randomIds, { demo }),
    clock,
    ward(key): ReportingWard | null {
      const facts = index.current().ward(key);
      if (facts === null) return null;
      const units = unitsWithin(facts, language.units);
      return { key, name: facts.profile.name, facts, units, standingUnit: standingUnitOf(facts, units) };
    },
  };
}
