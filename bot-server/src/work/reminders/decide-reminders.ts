import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { PeriodicReportKind, WorkItem } from '@phuong-so/shared/domain/work';
import {
  occasionOf,
  type ReportDays,
  type ReportOccasion,
  remindedOf,
  reportOccasionOf,
  reportRemindedOf,
  type WorkPerson,
} from '@phuong-so/shared/domain/work-reminders';
import type { HandedIn } from '../../ports/report-drafts.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { NewWorkReminder } from '../../ports/work-reminders.ts';
import { draftKindsOf } from '../reports/due-reports.ts';
import { isHandedIn } from './handed-in.ts';

/** One ward on one day. Days are ISO days; `since`: the one that was looked at last. */
export interface WardDay {
  readonly items: readonly WorkItem[];
  readonly reports: readonly AskedReport[];
  readonly handedIn: readonly HandedIn[];
  readonly people: readonly WorkPerson[];
  readonly standingUnit: string;
  readonly units: UnitDirectory;
  readonly since: string;
  readonly today: string;
}

/** A report that a plan asks for. */
export interface AskedReport {
  /** In the place of a task's id. */
  readonly itemId: string;
  readonly documentId: string;
  readonly deadline: PlanDeadline;
  /** Of the drafts that suit it. */
  readonly kinds: readonly PeriodicReportKind[];
}

/** The reports that the ward's plans ask for, without plans whose place a newer one has taken. */
export function askedReports(
  { documents }: Pick<WardFacts, 'documents'>,
  superseded: ReadonlyMap<string, string>,
): readonly AskedReport[] {
  return documents
    .filter(({ documentId }) => !superseded.has(documentId))
    .flatMap(({ documentId, plan }) =>
      plan.deadlines
        .filter(({ kind }) => kind === 'reporting')
        .map((deadline) => ({
          ...{ itemId: `report:${documentId}:${deadline.id}`, documentId, deadline },
          kinds: draftKindsOf(deadline),
        })),
    );
}

/** Who is to be reminded of what on this day. */
export function decideReminders(ward: WardDay): readonly NewWorkReminder[] {
  const ofTasks = ward.items.flatMap((item) => ofTask(item, ward));
  return [...ofTasks, ...ward.reports.flatMap((report) => ofReport(report, ward, ofTasks))];
}

function ofTask(item: WorkItem, { people, since, today }: WardDay): readonly NewWorkReminder[] {
  const occasion = occasionOf(item, since, today);
  if (occasion === null) return [];
  const reminded = remindedOf(item, occasion, people);
  return [...reminded].map(([subject, rank]) => ({ subject, itemId: item.id, occasion: occasion.key, rank }));
}

/** A plan's sentence may be a task as well: whoever is reminded of the task on this day is not told of the same twice. */
function ofReport(report: AskedReport, ward: WardDay, ofTasks: readonly NewWorkReminder[]): readonly NewWorkReminder[] {
  const { people, standingUnit, units, handedIn } = ward;
  const { itemId, documentId, deadline, kinds } = report;
  const days = reportDays(report, ward);
  if (reportOccasionOf(deadline, days, () => false) === null) return [];
  const same = ward.items.filter(
    ({ from }) => from.documentId === documentId && isSaidIn(from.quote, deadline.quote.text),
  );
  const told = ofTasks.filter(({ itemId: id }) => same.some((item) => item.id === id)).map(({ subject }) => subject);
  const who = units.resolve(deadline.who ?? '');
  const isStandingAlone = who.length === 1 && who[0] === standingUnit;
  const unitOf = new Map(people.map(({ subject, unit, isStanding }) => [subject, isStanding ? null : unit]));
  return [...reportRemindedOf(people, isStandingAlone)]
    .filter(([subject]) => !told.includes(subject))
    .flatMap(([subject, rank]) => {
      const isIn = (one: ReportOccasion) => isHandedIn(handedIn, kinds, unitOf.get(subject) ?? null, one);
      const occasion = reportOccasionOf(deadline, days, isIn);
      return occasion === null ? [] : [{ subject, itemId, occasion: occasion.key, rank }];
    });
}

/** A plan is watched from the first of its tasks that was confirmed on. */
export function reportDays(
  { documentId }: AskedReport,
  { items, since, today }: Pick<WardDay, 'items' | 'since' | 'today'>,
): ReportDays {
  const confirmed = items.filter(({ from }) => from.documentId === documentId).map(({ createdAt }) => createdAt);
  return { since, today, watchedFrom: confirmed.length === 0 ? null : vietnamDay(Math.min(...confirmed)) };
}

function isSaidIn(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
