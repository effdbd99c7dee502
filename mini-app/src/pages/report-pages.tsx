import { ROUTES } from './addresses.ts';
import { PageGroup } from './page-group.tsx';
import { ReportDraftPage } from './report-draft-page.tsx';
import { ReportVersionsPage } from './report-versions-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import type { PageProps } from './services.ts';

const PAGES = [
  [ROUTES.reports, ReportsPage],
  [ROUTES.reportDraft, ReportDraftPage],
  [ROUTES.reportVersions, ReportVersionsPage],
] as const;

/** For officials: what the plans ask to be reported. */
export function ReportPages({ services }: PageProps) {
  return <PageGroup services={services} base={ROUTES.reports} pages={PAGES} />;
}
