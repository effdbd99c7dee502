import type { ReportDraft } from '@phuong-so/shared/domain/work';
import { dueReports } from '../../work/reports/due-reports.ts';
import { recipientsOf } from '../../work/reports/recipients.ts';
import type { ReportFrame } from '../../work/reports/report-document.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import type { ReportDeps } from './deps.ts';
import { plansOf } from './gather.ts';

/** What stands around the sections when a draft becomes a file; null: the ward is no longer there. */
export async function frameOf(deps: ReportDeps, draft: ReportDraft): Promise<ReportFrame | null> {
  const ward = deps.ward(draft.ward);
  if (ward === null) return null;
  const unit = draft.unit === null ? null : unitRefOf(draft.unit, ward.units);
  const due = dueReports(ward.facts.documents, ward.units, deps.clock.today());
  return {
    ...{ wardName: ward.name, unitName: unit?.name ?? null },
    plans: await plansOf(deps, ward, draft.demo),
    recipients: recipientsOf(due, unit, unitRefOf(ward.standingUnit, ward.units)),
    madeAt: new Date(draft.changedAt),
  };
}
