import type { DashboardReply, DashboardWork } from '@phuong-so/shared/contracts/board';
import { isOverdue } from '@phuong-so/shared/domain/obstacle-steps';
import { compareWithMilestone, countingValue, type Milestone } from '@phuong-so/shared/domain/target-standing';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { DAY_MS, midnightBefore, startOfDay, vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, Obstacle, ReportDraft, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { lastDayOf, standingOf } from '@phuong-so/shared/domain/work-clock';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { isCollective } from '../collectives.ts';
import { dueReports } from '../reports/due-reports.ts';
import { unitRefOf } from '../unit-names.ts';
import { partsBy, tallyOf, watchedOf } from './tally.ts';

/** Nobody has said anything for so many days: a quarter. */
export const SILENT_DAYS = 90;
/** So many days without an answer are too long for an obstacle that has no day. */
export const OBSTACLE_DAYS = 30;

/** Everything that the leaders of a ward look at. */
export interface DashboardFacts {
  readonly ward: string;
  readonly facts: Pick<WardFacts, 'documents'>;
  readonly units: UnitDirectory;
  readonly items: readonly WorkItem[];
  readonly targets: readonly KeptTarget[];
  readonly values: readonly TargetValue[];
  readonly drafts: readonly ReportDraft[];
  /** Not answered and not closed, oldest first. */
  readonly obstacles: readonly Obstacle[];
}

/** What needs somebody in a ward on the ISO day `today`. */
export function dashboardOf(given: DashboardFacts, today: string): DashboardReply {
  const { ward, units } = given;
  const items = watchedOf(given.items);
  const open = items.filter((item) => item.state === 'open');
  const of = (standing: string) => open.filter((item) => standingOf(item, today) === standing);
  const ref = refs(units, today);
  return {
    ...{ ward, as_of: today, total: tallyOf(items, today) },
    overdue_by_unit: [...partsBy(of('overdue'), ({ leads }) => leads)]
      .map(([id, part]) => ({ unit: unitRefOf(id, units), tasks: longestFirst(part.map(ref)) }))
      .sort((one, other) => other.tasks.length - one.tasks.length),
    due_soon: of('due_soon')
      .map(ref)
      .sort((one, other) => one.days - other.days),
    no_word: longestFirst(open.flatMap((item) => silent(item, units, today))),
    to_confirm: open.filter(({ reported, confirmed }) => reported !== null && reported.at > (confirmed?.at ?? 0))
      .length,
    targets_at_risk: targetsAtRisk(given, today),
    reports: reportsOf(given, today),
    obstacles: given.obstacles.filter((one) => isTooLong(one, today)).map((one) => obstacleRef(one, units, today)),
  };
}

/** Days since the day that counts, or until it. */
function refs(units: UnitDirectory, today: string): (item: WorkItem) => DashboardWork {
  return (item) => {
    const day = lastDayOf(item, today);
    return { ...named(item, units), day, days: day === null ? 0 : Math.abs(daysBetween(day, today)) };
  };
}

function named({ id, no, group, title, leads }: WorkItem, units: UnitDirectory) {
  return { id, no, group, title, leads: leads.map((unit) => unitRefOf(unit, units)) };
}

/** No word for a quarter; of one about which nothing was ever said, since it is watched. What is done, or waits, owes none. */
function silent(item: WorkItem, units: UnitDirectory, today: string): DashboardWork[] {
  const standing = standingOf(item, today);
  if (standing === 'done' || standing === 'closed' || standing === 'waiting') return [];
  const since = vietnamDay(item.reported?.at ?? item.createdAt);
  const days = daysBetween(since, today);
  if (days < SILENT_DAYS) return [];
  return [{ ...named(item, units), day: item.reported === null ? null : since, days }];
}

const longestFirst = (all: readonly DashboardWork[]) => [...all].sort((one, other) => other.days - one.days);

/** A target whose milestone is this year's or an earlier one, and is not known to be reached. */
function targetsAtRisk({ targets, values, units }: DashboardFacts, today: string): DashboardReply['targets_at_risk'] {
  const ofTarget = partsBy(values, ({ targetId }) => [targetId]);
  return targets.flatMap((target) => {
    const milestone = dueMilestone(target.values, today.slice(0, 4));
    if (milestone === null) return [];
    const own = ofTarget.get(target.id) ?? [];
    const value = countingValue(own.filter(({ state }) => state === 'confirmed')) ?? countingValue(own);
    const why = value === null ? 'no_figure' : compareWithMilestone(value.value, milestone.value, target.unit);
    if (why === 'reached') return [];
    return [
      {
        ...{ id: target.id, no: target.from.no, name: target.name },
        leads: target.leads.map((id) => unitRefOf(id, units)),
        ...{ year: milestone.year, milestone: milestone.value, value: value?.value ?? null },
        ...{ is_confirmed: value?.state === 'confirmed', why },
      },
    ];
  });
}

/** The newest milestone whose year has come; null = none yet. */
function dueMilestone(values: KeptTarget['values'], year: string): Milestone | null {
  const come = Object.entries(values)
    .flatMap(([of, value]) => (value === null || of === '' || of > year ? [] : [{ year: of, value }]))
    .sort((one, other) => one.year.localeCompare(other.year));
  return come.at(-1) ?? null;
}

/** Reports of the calendar whose time is open or has passed this year, and which units have handed theirs in. */
function reportsOf({ facts, units, drafts, items }: DashboardFacts, today: string): DashboardReply['reports'] {
  const named = new Set(items.filter(({ state }) => state === 'open').flatMap(({ leads }) => leads));
  // "Các cơ quan, đơn vị" has nobody who could hand anything in.
  const leading = [...named].filter((unit) => !isCollective(unit, units));
  return dueReports(facts.documents, units, today).flatMap(({ deadline, kinds, next, past }) => {
    const [kind] = kinds;
    if (kind === undefined) return [];
    const due = next?.open === true ? next : (past ?? next);
    const period = (due?.lastDay ?? today).slice(0, 4);
    const same = drafts.filter((draft) => draft.kind === kind && draft.period.startsWith(period));
    const given = new Set(same.flatMap(({ unit, state }) => (unit === null || state === 'draft' ? [] : [unit])));
    return [
      {
        id: same.find(({ unit }) => unit === null)?.id ?? null,
        ...{ kind, period, due_text: deadline.when, due_on: due?.lastDay ?? null, open: due?.open ?? false },
        handed_in: leading.filter((id) => given.has(id)).map((id) => unitRefOf(id, units)),
        missing: leading.filter((id) => !given.has(id)).map((id) => unitRefOf(id, units)),
      },
    ];
  });
}

function isTooLong(one: Obstacle, today: string): boolean {
  return isOverdue(one, today) || (one.dueOn === null && daysOpen(one, today) >= OBSTACLE_DAYS);
}

function obstacleRef(one: Obstacle, units: UnitDirectory, today: string): DashboardReply['obstacles'][number] {
  const { id, code, kind, title, state, owner, dueOn } = one;
  return {
    ...{ id, code, kind, title, state, due_on: dueOn, days_open: daysOpen(one, today) },
    owner: owner === null ? null : unitRefOf(owner, units),
  };
}

function daysOpen({ createdAt }: Obstacle, today: string): number {
  return Math.round((startOfDay(today) - midnightBefore(createdAt)) / DAY_MS);
}

/** Whole days from one ISO day to another; below 0 when it lies behind. */
function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}
