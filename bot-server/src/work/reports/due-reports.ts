import type { REPORT_TIMES } from '@phuong-so/shared/contracts/report-drafts';
import { addDays } from '@phuong-so/shared/domain/calendar';
import { nextTime } from '@phuong-so/shared/domain/due-date';
import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { PeriodicReportKind } from '@phuong-so/shared/domain/work';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { WardDocument } from '../../ports/ward-facts.ts';
import { throughUnit } from '../standing-unit.ts';

/** A draft is opened so many days before the last day of its report. */
export const DAYS_OPEN = 30;

export type ReportTime = (typeof REPORT_TIMES)[number];

/** A report that a plan asks for; null = the plan does not say it in that sentence. */
export interface DueReport {
  readonly document: WardDocument;
  readonly deadline: PlanDeadline;
  readonly time: ReportTime;
  /** Kinds of draft that suit it. */
  readonly kinds: readonly PeriodicReportKind[];
  readonly next: Occurrence | null;
  readonly past: Occurrence | null;
  readonly who: string | null;
  /** Ids of the units that `who` names. */
  readonly whoIds: readonly string[];
  readonly toWhom: string | null;
  readonly through: string | null;
  readonly onward: string | null;
}

export interface Occurrence {
  /** ISO day, the last in time. */
  readonly lastDay: string;
  readonly opensOn: string;
  readonly open: boolean;
}

/** Every report that the ward's plans ask for, in the order of the plans. `today`: ISO day. */
export function dueReports(documents: readonly WardDocument[], units: UnitDirectory, today: string): DueReport[] {
  return documents.flatMap((document) =>
    document.plan.deadlines
      .filter(({ kind }) => kind === 'reporting')
      .map((deadline): DueReport => {
        const { toWhom, who, quote } = deadline;
        const time = timeOf(deadline);
        return {
          ...{ document, deadline, time, kinds: kindsOf(deadline, time), who, whoIds: units.resolve(who ?? '') },
          ...occurrences(document, deadline, time, today),
          toWhom: toWhom?.replace(/\s*\(\s*qua\s[^()]*\)/iu, '') ?? null,
          through: throughUnit(toWhom, units)?.name ?? null,
          onward: ONWARD.exec(quote.text)?.[1] ?? null,
        };
      }),
  );
}

/** "… để tổng hợp, báo cáo UBND thành phố Hà Nội, Sở Khoa học và Công nghệ". */
const ONWARD = /để tổng hợp,?\s+(?:và\s+)?(?:trình|báo cáo)\s+(.+?)(?=\s+(?:xem xét|theo quy định|chỉ đạo)|[.;]|$)/iu;
const YEARLY = /\b(?:hang|moi) nam\b/;
const HALF_YEARLY = /\b(?:6|sau) thang\b/;
const ON_DEMAND = /\b(?:dot xuat|theo yeu cau|khi co yeu cau)\b/;

function timeOf({ due, when }: PlanDeadline): ReportTime {
  if (due.lastDay !== null) return 'one_day';
  if (due.monthDay !== null) return due.kind === 'yearly' ? 'every_year' : 'year_not_stated';
  const words = foldMarks(when);
  return YEARLY.test(words) || HALF_YEARLY.test(words) ? 'no_day' : 'no_period';
}

/** Kinds of draft that suit a deadline. */
export function draftKindsOf(deadline: PlanDeadline): readonly PeriodicReportKind[] {
  return kindsOf(deadline, timeOf(deadline));
}

function kindsOf({ when }: PlanDeadline, time: ReportTime): PeriodicReportKind[] {
  const words = foldMarks(when);
  const year = time !== 'no_period' && (YEARLY.test(words) || !HALF_YEARLY.test(words));
  return [
    ...(HALF_YEARLY.test(words) ? (['half_year'] as const) : []),
    ...(year ? (['yearly'] as const) : []),
    ...(ON_DEMAND.test(words) || time === 'no_period' ? (['on_demand'] as const) : []),
  ];
}

function occurrences({ plan }: WardDocument, { due }: PlanDeadline, time: ReportTime, today: string) {
  const { date: issued, period } = plan.document;
  const lastYear = period?.to ?? null;
  // A day without a year is shown in this year, and said to be assumed.
  const thisYear = due.lastDay ?? (due.monthDay === null ? null : `${today.slice(0, 4)}-${due.monthDay}`);
  const ahead = time === 'year_not_stated' ? thisYear : nextTime(due, today, { issued, lastYear });
  const inPlan = (day: string) =>
    (issued === null || day >= issued) && (lastYear === null || Number(day.slice(0, 4)) <= lastYear);
  return {
    next: ahead === null || ahead < today ? null : occurrence(ahead, today),
    past: thisYear === null || thisYear >= today || !inPlan(thisYear) ? null : occurrence(thisYear, today),
  };
}

function occurrence(lastDay: string, today: string): Occurrence {
  const opensOn = addDays(lastDay, -DAYS_OPEN);
  return { lastDay, opensOn, open: opensOn <= today };
}
