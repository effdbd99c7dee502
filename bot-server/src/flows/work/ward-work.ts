import type { WorkItem } from '@phuong-so/shared/domain/work';
import type { HandedIn } from '../../ports/report-drafts.ts';
import { type AskedReport, askedReports } from '../../work/reminders/decide-reminders.ts';
import type { WorkDeps, WorkWard } from './deps.ts';

export interface WardWorkDeps extends Pick<WorkDeps, 'ward' | 'reportDrafts'> {
  readonly work: Pick<WorkDeps['work'], 'list' | 'superseded'>;
}

/** What is to be done in a ward: open tasks, and the reports that its plans ask for, beside what was handed in of them. */
export interface WardWork extends WorkWard {
  readonly items: readonly WorkItem[];
  readonly reports: readonly AskedReport[];
  readonly handedIn: readonly HandedIn[];
}

/** `demo`: of the demonstration, whose people work on its tasks alone. null for a ward that there is not. */
export async function wardWork(deps: WardWorkDeps, key: string, demo: boolean): Promise<WardWork | null> {
  const ward = deps.ward(key);
  if (ward === null) return null;
  const items = (await deps.work.list({ ward: key })).filter((item) => item.demo === demo);
  const reports = askedReports(ward.facts, await deps.work.superseded(key, demo));
  const handedIn = reports.length === 0 ? [] : await deps.reportDrafts.handedIn(key, demo);
  return { ...ward, items, reports, handedIn };
}
