import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateObstacles } from '../adapters/state/repos/obstacles.ts';
import { stateReportDrafts } from '../adapters/state/repos/report-drafts.ts';
import type { ReportDeps } from '../flows/reports/deps.ts';
import type { WorkDeps } from '../flows/work/deps.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

/** What drafting and keeping reports needs beside officials' tasks and targets. */
export function composeReports({ demo }: Pick<Config, 'demo'>, { state }: Service, own: WorkDeps): ReportDeps {
  return {
    ...own,
    drafts: stateReportDrafts(state, randomIds, { demo }),
    obstacles: stateObstacles(state, randomIds, { demo }),
  };
}
