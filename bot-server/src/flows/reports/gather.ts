import { lastDayOfPeriod } from '@phuong-so/shared/domain/periods';
import { DAY_MS, startOfDay, vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, PeriodicReportKind, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { periodDays } from '../../work/reports/periods.ts';
import { planName } from '../../work/reports/plan-names.ts';
import type { ReportFacts, TargetFacts } from '../../work/reports/report-facts.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import type { WorkWard } from '../work/deps.ts';
import type { ReportDeps } from './deps.ts';

export interface WantedReport {
  /** null = the ward's own. */
  readonly unit: string | null;
  readonly kind: PeriodicReportKind;
  readonly period: string;
  /** Of a demonstration: it tells of a demonstration's work alone, and any other of none of it. */
  readonly demo: boolean;
}

/** More obstacles than these nobody reads in one report. */
const MOST_OBSTACLES = 500;

/** Everything that was entered and belongs into the report; null: the period does not exist or has not begun. */
export async function gatherFacts(
  deps: ReportDeps,
  ward: WorkWard,
  { unit, kind, period, demo }: WantedReport,
): Promise<ReportFacts | null> {
  const today = deps.clock.today();
  const days = periodDays(kind, period);
  if (days === null || days.from > today) return null;
  const asOf = days.to < today ? days.to : today;
  const end = startOfDay(asOf) + DAY_MS;
  const [items, words, targets, values, drafts, plans] = await Promise.all([
    deps.work.list({ ward: ward.key, all: true }),
    deps.work.reportsBetween(ward.key, 0, end),
    deps.targets.list(ward.key),
    deps.targets.values(ward.key),
    unit === null ? deps.drafts.list(ward.key) : [],
    plansOf(deps, ward, demo),
  ]);
  const work = items.filter((item) => item.demo === demo && item.state !== 'superseded' && concerns(item, unit));
  const ids = new Set(work.map(({ id }) => id));
  return {
    author: unit === null ? `UBND ${ward.name ?? 'phường'}` : unitRefOf(unit, ward.units).name,
    ...{ unit, kind, period, days, asOf, plans, work },
    words: words.filter(({ itemId }) => ids.has(itemId)),
    targets: targets
      .filter((target) => target.demo === demo && (unit === null || concerns(target, unit)))
      .map((target) => valuesOf(target, values, asOf, days.to)),
    obstacles: await obstaclesOf(deps, ward.key, unit, demo, end),
    unitDrafts: drafts.filter(
      (one) => one.unit !== null && one.kind === kind && one.period === period && one.demo === demo,
    ),
    unitName: (id) => unitRefOf(id, ward.units).name,
  };
}

/** The ward's plans that hold, by their names. */
export async function plansOf(
  { work }: Pick<ReportDeps, 'work'>,
  { key, facts }: WorkWard,
  demo: boolean,
): Promise<string[]> {
  const superseded = await work.superseded(key, demo);
  return facts.documents.filter(({ documentId }) => !superseded.has(documentId)).map(planName);
}

function concerns({ leads, coordinating }: Pick<WorkItem, 'leads' | 'coordinating'>, unit: string | null): boolean {
  return unit === null || leads.includes(unit) || coordinating.includes(unit);
}

/** Of periods that end within the report's, entered by its day: what is confirmed, and what was only reported, each the newest. */
function valuesOf(target: KeptTarget, values: readonly TargetValue[], asOf: string, to: string): TargetFacts {
  const own = values.filter(
    ({ targetId, period, at }) =>
      targetId === target.id && (lastDayOfPeriod(period) ?? '9') <= to && vietnamDay(at) <= asOf,
  );
  const newest = (state: TargetValue['state']) => own.find((value) => value.state === state) ?? null;
  return { target, confirmed: newest('confirmed'), reported: newest('reported') };
}

async function obstaclesOf({ obstacles }: ReportDeps, ward: string, unit: string | null, demo: boolean, end: number) {
  const page = await obstacles.list({
    ...{ ward, raisedBy: null, state: null, kind: null, heads: true, limit: MOST_OBSTACLES, after: null },
  });
  return page.obstacles
    .filter((one) => one.demo === demo && one.createdAt < end && (unit === null || one.unit === unit))
    .reverse();
}
