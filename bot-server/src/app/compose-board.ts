import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateObstacles } from '../adapters/state/repos/obstacles.ts';
import { stateReportDrafts } from '../adapters/state/repos/report-drafts.ts';
import type { BoardDeps } from '../flows/board/deps.ts';
import type { Service } from './compose.ts';
import { composeWork } from './compose-work.ts';
import type { Config } from './config.ts';

/** What obstacles, the public board and the ward's dashboard need. */
export function composeBoard(config: Pick<Config, 'demo'>, service: Service): BoardDeps {
  return {
    ...composeWork(config, service),
    obstacles: stateObstacles(service.state, randomIds, config),
    reportDrafts: stateReportDrafts(service.state, randomIds, config),
  };
}
