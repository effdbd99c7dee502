import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateObstacles } from '../adapters/state/repos/obstacles.ts';
import { stateReportDrafts } from '../adapters/state/repos/report-drafts.ts';
import { stateTargets } from '../adapters/state/repos/targets.ts';
import { stateWork } from '../adapters/state/repos/work.ts';
import type { BoardDeps } from '../flows/board/deps.ts';
import { unitsWithin } from '../understanding/units-within.ts';
import { standingUnitOf } from '../work/standing-unit.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

/** What obstacles, the public board and the ward's dashboard need. */
export function composeBoard({ demo }: Pick<Config, 'demo'>, { state, index, clock, language }: Service): BoardDeps {
  return {
    obstacles: stateObstacles(state, randomIds, { demo }),
    work: stateWork(state, randomIds, { demo }),
    targets: stateTargets(state, randomIds, { demo }),
    reportDrafts: stateReportDrafts(state, randomIds, { demo }),
    clock,
    ward(key) {
      const facts = index.current().ward(key);
      if (facts === null) return null;
      const units = unitsWithin(facts, language.units);
      return { facts, units, standingUnit: standingUnitOf(facts, units) };
    },
  };
}
