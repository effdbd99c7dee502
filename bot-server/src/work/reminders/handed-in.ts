import type { PeriodicReportKind } from '@phuong-so/shared/domain/work';
import type { ReportOccasion } from '@phuong-so/shared/domain/work-reminders';
import type { HandedIn } from '../../ports/report-drafts.ts';

/** The last month whose report tells of the first half of the year. */
const LAST_OF_FIRST_HALF = '08';

/**
 * Whether a unit has handed in what a plan asks for at this time. The ward's own report ends it for everybody; for the standing
 * unit, which gathers (`unit` null), nothing else does. `kinds`: of the drafts that suit what is asked for.
 */
export function isHandedIn(
  handedIn: readonly HandedIn[],
  kinds: readonly PeriodicReportKind[],
  unit: string | null,
  occasion: Pick<ReportOccasion, 'period' | 'lastDay'>,
): boolean {
  return handedIn.some((one) => (one.unit === null || one.unit === unit) && answers(one, kinds, occasion));
}

function answers(
  one: HandedIn,
  kinds: readonly PeriodicReportKind[],
  { period, lastDay }: Pick<ReportOccasion, 'period' | 'lastDay'>,
): boolean {
  if (period.includes('-H')) return one.kind === 'half_year' && one.period === period;
  if (kinds.includes('yearly')) return one.kind === 'yearly' && one.period === period;
  if (!kinds.includes('half_year')) return one.kind === 'on_demand' && one.period.startsWith(period);
  const half = lastDay.slice(5, 7) <= LAST_OF_FIRST_HALF ? 'H1' : 'H2';
  return one.kind === 'half_year' && one.period === `${period}-${half}`;
}
