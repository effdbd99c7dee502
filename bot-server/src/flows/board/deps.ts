import type { ReportDrafts } from '../../ports/report-drafts.ts';
import type { Targets, Work } from '../../ports/work.ts';
import type { ObstacleDeps } from '../obstacles/deps.ts';

/** What a ward's board and dashboard are made of. */
export interface BoardDeps extends ObstacleDeps {
  readonly work: Work;
  readonly targets: Targets;
  readonly reportDrafts: ReportDrafts;
}
