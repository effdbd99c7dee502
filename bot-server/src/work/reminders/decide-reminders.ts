import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import {
  occasionOf,
  remindedOf,
  reportOccasionOf,
  reportRemindedOf,
  type WorkPerson,
} from '@phuong-so/shared/domain/work-reminders';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { NewWorkReminder } from '../../ports/work-reminders.ts';

/** One ward on one day. Days are ISO days; `since`: the one that was looked at last. */
export interface WardDay {
  readonly items: readonly WorkItem[];
  readonly reports: readonly AskedReport[];
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
        .map((deadline) => ({ itemId: `report:${documentId}:${deadline.id}`, documentId, deadline })),
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
function ofReport(
  { itemId, documentId, deadline }: AskedReport,
  { items, people, standingUnit, units, since, today }: WardDay,
  ofTasks: readonly NewWorkReminder[],
): readonly NewWorkReminder[] {
  const occasion = reportOccasionOf(deadline, since, today);
  if (occasion === null) return [];
  const same = items.filter(({ from }) => from.documentId === documentId && isSaidIn(from.quote, deadline.quote.text));
  const told = ofTasks.filter(({ itemId: id }) => same.some((item) => item.id === id)).map(({ subject }) => subject);
  const who = units.resolve(deadline.who ?? '');
  const isStandingAlone = who.length === 1 && who[0] === standingUnit;
  return [...reportRemindedOf(people, isStandingAlone)]
    .filter(([subject]) => !told.includes(subject))
    .map(([subject, rank]) => ({ subject, itemId, occasion: occasion.key, rank }));
}

function isSaidIn(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
