import { ROUTES } from './addresses.ts';
import { ConfirmWorkPage } from './confirm-work-page.tsx';
import { ManageWorkPage } from './manage-work-page.tsx';
import { PageGroup } from './page-group.tsx';
import type { PageProps } from './services.ts';
import { WorkListPage } from './work-list-page.tsx';
import { WorkPage } from './work-page.tsx';
import { WorkReportPage } from './work-report-page.tsx';
import { TargetValuePage, WorkTargetsPage } from './work-targets-page.tsx';

const PAGES = [
  [ROUTES.work, WorkListPage],
  [ROUTES.oneWork, WorkPage],
  [ROUTES.reportWork, WorkReportPage],
  [ROUTES.manageWork, ManageWorkPage],
  [ROUTES.confirmWork, ConfirmWorkPage],
  [ROUTES.workTargets, WorkTargetsPage],
  [ROUTES.workTarget, TargetValuePage],
] as const;

/** For officials: what their units answer for. */
export function WorkPages({ services }: PageProps) {
  return <PageGroup services={services} base={ROUTES.work} pages={PAGES} />;
}
