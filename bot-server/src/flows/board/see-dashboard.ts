import type { DashboardReply } from '@phuong-so/shared/contracts/board';
import { dashboardOf } from '../../work/board/dashboard-of.ts';
import type { BoardDeps } from './deps.ts';

/** What needs somebody in a ward today; null for a ward that there is not. Who may see it is the caller's to check. */
export async function seeDashboard(deps: BoardDeps, ward: string): Promise<DashboardReply | null> {
  const found = deps.ward(ward);
  if (found === null) return null;
  const [items, targets, values, drafts, obstacles] = await Promise.all([
    deps.work.list({ ward, all: true }),
    deps.targets.list(ward),
    deps.targets.values(ward),
    deps.reportDrafts.list(ward),
    deps.obstacles.unanswered(ward),
  ]);
  return dashboardOf({ ...found, ward, items, targets, values, drafts, obstacles }, deps.clock.today());
}
