import { addDays, daysBetween, lastDayOfMonth, lastDayOfQuarter } from './calendar.ts';
import type { PlanDeadline } from './plan.ts';
import { vietnamDay } from './vietnam-time.ts';
import type { WorkItem } from './work.ts';
import { lastDayOf, periodOf, rhythmOf } from './work-clock.ts';

/** As many days before the last day in time; 0 is that day. */
const DAYS_BEFORE = [30, 7, 1, 0];
const WEEK = 7;
/** So many days before the end of a quarter or a year in which no word has come. */
export const DAYS_BEFORE_PERIOD_ENDS = 14;

/** Why somebody is reminded of something, and of which day. */
export interface Occasion {
  /** Unique for the task: "2026-09-30:7" is seven days before that last day, "2026-09-30:-14" the second week after it. */
  readonly key: string;
  /** ISO day on which it is owed. */
  readonly day: string;
  /** `word`: no word yet in a quarter or year that ends soon. */
  readonly kind: 'soon' | 'today' | 'overdue' | 'word';
  /** ISO last day in time that is meant. */
  readonly lastDay: string;
}

/** What deciding on reminders needs to know of a task. */
export type Remindable = Pick<
  WorkItem,
  'state' | 'due' | 'eventOn' | 'dueAfterEvent' | 'confirmed' | 'reported' | 'muted' | 'createdAt'
>;

/**
 * The newest reminder of a task that was owed after the ISO day `since`, until and including `today`, and is still to the
 * point today; null = none. Days on which the server was off are so caught up with one reminder, not with several.
 *
 * - A dated task (also "hằng năm" with a day, each year anew): 30, 7 and 1 days before its last day in time, on that day, and
 *   every seventh day after it as long as nobody has confirmed that it is done.
 * - "Thường xuyên": once a quarter, "hằng năm" without a day: once a year, 14 days before the end, where no word has come yet.
 * - Nothing for what is done, closed, superseded, muted, undated, or waits for an event; nor for days before it was confirmed.
 */
export function occasionOf(item: Remindable, since: string, today: string): Occasion | null {
  if (item.state !== 'open' || item.confirmed?.state === 'not_applicable' || isMuted(item, today)) return null;
  const dayBefore = addDays(vietnamDay(item.createdAt), -1);
  const from = since > dayBefore ? since : dayBefore;
  const all = [...datesOf(item, today).flatMap((lastDay) => around(lastDay, today)), ...wordsOf(item, today)];
  return newestOf(
    all.filter(({ day }) => !isMuted(item, day)),
    from,
    today,
  );
}

/** The occasion by which a reminder was decided on, if it is still the newest one and to the point; null = it is not. */
export function stillOwed(item: Remindable, key: string, today: string): Occasion | null {
  const newest = occasionOf(item, EARLIEST, today);
  return newest?.key === key ? newest : null;
}

/** Before every ISO day. */
const EARLIEST = '';

function isMuted({ muted }: Remindable, day: string): boolean {
  return muted !== null && day <= muted.until;
}

/** Last days in time that may matter today and for which nothing has been confirmed, or said, yet. */
function datesOf(item: Remindable, today: string): readonly string[] {
  const rhythm = rhythmOf(item);
  if (rhythm === null) {
    const day = item.confirmed?.state === 'done' ? null : lastDayOf(item, today);
    return day === null ? [] : [day];
  }
  const { monthDay } = item.due;
  if (item.due.kind !== 'yearly' || monthDay === null) return [];
  const year = Number(today.slice(0, 4));
  return [year, year + 1].filter((one) => !hasWord(item, String(one))).map((one) => `${one}-${monthDay}`);
}

function wordsOf(item: Remindable, today: string): readonly Occasion[] {
  const rhythm = rhythmOf(item);
  if (rhythm === null || (item.due.kind === 'yearly' && item.due.monthDay !== null)) return [];
  const period = periodOf(rhythm, today);
  return hasWord(item, period) ? [] : [endOfPeriod(period)];
}

/** Of the period in which the task's newest word was given: a quarter or a year, as its rhythm has it. */
function hasWord(item: Remindable, period: string): boolean {
  const rhythm = rhythmOf(item);
  return rhythm !== null && item.reported !== null && periodOf(rhythm, vietnamDay(item.reported.at)) === period;
}

/** `period`: "2026", "2026-H1" or "2026-Q3". */
function endOfPeriod(period: string): Occasion {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)];
  const lastDay = part.startsWith('Q')
    ? lastDayOfQuarter(year, Number(part.slice(1)))
    : lastDayOfMonth(year, part === 'H1' ? 6 : 12);
  const day = addDays(lastDay, -DAYS_BEFORE_PERIOD_ENDS);
  return { key: `${period}:${DAYS_BEFORE_PERIOD_ENDS}`, day, kind: 'word', lastDay };
}

/** All before and on this last day in time, and the newest after it. */
function around(lastDay: string, today: string): readonly Occasion[] {
  const weeks = Math.floor(daysBetween(lastDay, today) / WEEK);
  return (weeks >= 1 ? [-WEEK * weeks, ...DAYS_BEFORE] : DAYS_BEFORE).map((days) => occasion(lastDay, days));
}

function newestOf<T extends Occasion>(all: readonly T[], since: string, today: string): T | null {
  const owed = all.filter(({ day }) => day > since && day <= today);
  return owed.sort((one, other) => other.day.localeCompare(one.day))[0] ?? null;
}

function occasion(lastDay: string, days: number): Occasion {
  const kind = days > 0 ? 'soon' : days === 0 ? 'today' : 'overdue';
  return { key: `${lastDay}:${days}`, day: addDays(lastDay, -days), kind, lastDay };
}

/** Somebody of the ward's administration, by the right that holds now. */
export interface WorkPerson {
  readonly subject: string;
  /** Unit id; null = of none that the ward knows. */
  readonly unit: string | null;
  readonly head: boolean;
  /** Belongs to the unit that gathers for the ward, or stands in for it where it has nobody. */
  readonly isStanding: boolean;
}

export type ReminderRank = 'responsible' | 'unit' | 'head' | 'standing';

/**
 * Who is reminded of a task, each person once, with the rung they stand on. The ladder, each rung beside the ones before:
 *
 * 1. the person who took the task on, if they still are of a unit of it or of the standing unit; where nobody did, all of the
 *    lead units;
 * 2. from the last day in time on (that day, and the first week overdue), also the heads of the lead units;
 * 3. from the second week overdue on, also the standing unit.
 *
 * The standing unit is also reminded, from the first reminder on, of what its unit calls done: confirming that is theirs; and
 * of what none of the lead units can be told of, for instance a collective lead that nobody has split yet.
 */
export function remindedOf(
  item: Pick<WorkItem, 'leads' | 'coordinating' | 'responsible' | 'reported' | 'confirmed'>,
  { kind, key }: Pick<Occasion, 'kind' | 'key'>,
  people: readonly WorkPerson[],
): ReadonlyMap<string, ReminderRank> {
  const of = (units: readonly string[]) => people.filter(({ unit }) => unit !== null && units.includes(unit));
  const leads = of(item.leads);
  const concerned = [...of([...item.leads, ...item.coordinating]), ...people.filter(({ isStanding }) => isStanding)];
  const took = concerned.filter(({ subject }) => subject === item.responsible?.subject);
  const weeks = kind === 'overdue' ? -Number(key.slice(key.lastIndexOf(':') + 1)) / WEEK : 0;
  const isOver = kind === 'today' || kind === 'overdue';
  const first = took.length > 0 ? took : leads;
  const isTold = first.length > 0;
  const rungs: readonly (readonly [ReminderRank, readonly WorkPerson[]])[] = [
    [took.length > 0 ? 'responsible' : 'unit', first],
    ['head', isOver ? leads.filter(({ head }) => head) : []],
    [
      'standing',
      weeks >= 2 || !isTold || awaitsConfirmation(item) ? people.filter(({ isStanding }) => isStanding) : [],
    ],
  ];
  const reminded = new Map<string, ReminderRank>();
  for (const [rank, them] of rungs) {
    for (const { subject } of them) if (!reminded.has(subject)) reminded.set(subject, rank);
  }
  return reminded;
}

/** Its unit calls it done and nobody has confirmed that. */
export function awaitsConfirmation({ reported, confirmed }: Pick<WorkItem, 'reported' | 'confirmed'>): boolean {
  return reported?.state === 'done' && confirmed?.state !== 'done';
}

/** A report that stays out is reminded of for so many weeks after its day; who waits for it longer asks in person. */
export const REPORT_WEEKS_AFTER = 12;

/** `period`: the year or half-year that is told of: of a day, its own year. */
export type ReportOccasion = Occasion & { readonly period: string };

/** ISO days. `since`: the one that was looked at last. */
export interface ReportDays {
  readonly since: string;
  readonly today: string;
  readonly watchedFrom: string | null;
}

/**
 * The newest reminder of a report that a plan asks for, by the same days as a task; null = none. Weekly after its day, for
 * `REPORT_WEEKS_AFTER` weeks; not after a day before `watchedFrom`, since when the ward works on the plan here (null = it does
 * not): what went on paper before is nobody's debt. A day whose year is not stated counts for each year. Where the plan states
 * no day, once before the end of each year, and of each half-year where it asks for one. `isIn`: whether the report of that
 * time has been handed in: nothing more is said of it.
 */
export function reportOccasionOf(
  { kind, due, rule }: Pick<PlanDeadline, 'kind' | 'due' | 'rule'>,
  { since, today, watchedFrom }: ReportDays,
  isIn: (occasion: ReportOccasion) => boolean,
): ReportOccasion | null {
  if (kind !== 'reporting') return null;
  const year = Number(today.slice(0, 4));
  const days = due.lastDay !== null ? [due.lastDay] : [year - 1, year, year + 1].map((one) => `${one}-${due.monthDay}`);
  const isDated = due.lastDay !== null || due.monthDay !== null;
  const halves = rule.startsWith('half-yearly') ? [`${year}-H1`] : [];
  const periods = due.kind === 'yearly' && !isDated ? [...halves, String(year)] : [];
  const dated = (isDated ? days : [])
    .filter((day) => day >= (watchedFrom ?? today) || day >= today)
    .filter((day) => daysBetween(day, today) <= WEEK * REPORT_WEEKS_AFTER)
    .flatMap((day) => around(day, today).map((one) => ({ ...one, period: day.slice(0, 4) })));
  const ends = periods.map((period) => ({ ...endOfPeriod(period), period })).filter(({ lastDay }) => lastDay >= today);
  return newestOf(
    [...dated, ...ends].filter((one) => !isIn(one)),
    since,
    today,
  );
}

/**
 * Who is reminded of a report, each person once: the standing unit, which gathers; and of every other unit its heads, or all of
 * it where it has none. `isStandingAlone`: the plan asks the standing unit for it and nobody else.
 */
export function reportRemindedOf(
  people: readonly WorkPerson[],
  isStandingAlone: boolean,
): ReadonlyMap<string, ReminderRank> {
  const standing = people.filter(({ isStanding }) => isStanding);
  const others = isStandingAlone ? [] : people.filter(({ isStanding, unit }) => !isStanding && unit !== null);
  const hasHead = new Set(others.filter(({ head }) => head).map(({ unit }) => unit));
  const reminded = others.filter(({ head, unit }) => head || !hasHead.has(unit));
  return new Map([
    ...standing.map(({ subject }) => [subject, 'standing'] as const),
    ...reminded.map(({ subject, head }) => [subject, head ? 'head' : 'unit'] as const),
  ]);
}

/** The ISO last day in time of a report that a plan asks for, from today on; null = none, or none that the plan states. */
export function nextReportDay({ due }: Pick<PlanDeadline, 'due'>, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const { lastDay, monthDay } = due;
  if (lastDay !== null) return lastDay >= today ? lastDay : null;
  if (monthDay === null) return null;
  return `${year}-${monthDay}` >= today ? `${year}-${monthDay}` : `${year + 1}-${monthDay}`;
}

/**
 * ISO last days in time before today that a report is still waited for: of the last `REPORT_WEEKS_AFTER` weeks, and not before
 * `watchedFrom` (null = none at all). The oldest first; whether it was handed in is the caller's to know.
 */
export function passedReportDays(
  { due }: Pick<PlanDeadline, 'due'>,
  { today, watchedFrom }: Pick<ReportDays, 'today' | 'watchedFrom'>,
): readonly string[] {
  const { lastDay, monthDay } = due;
  const year = Number(today.slice(0, 4));
  const ofYears = monthDay === null ? [] : [`${year - 1}-${monthDay}`, `${year}-${monthDay}`];
  return (lastDay === null ? ofYears : [lastDay]).filter(
    (day) =>
      watchedFrom !== null && day >= watchedFrom && day < today && daysBetween(day, today) <= WEEK * REPORT_WEEKS_AFTER,
  );
}
