import { addDays, daysBetween } from '@phuong-so/shared/domain/calendar';
import { newThread, type ThreadKey } from '@phuong-so/shared/domain/chat';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Progress, WorkAct, WorkItem } from '@phuong-so/shared/domain/work';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateReportDrafts } from '../../bot-server/src/adapters/state/repos/report-drafts.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { threadId } from '../../bot-server/src/adapters/state/repos/thread-id.ts';
import { stateWorkReminders } from '../../bot-server/src/adapters/state/repos/work-reminders.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { composeWork } from '../../bot-server/src/app/compose-work.ts';
import { type RemindDeps, remindOfficials } from '../../bot-server/src/flows/work/remind-officials.ts';
import type { ReportDrafts } from '../../bot-server/src/ports/report-drafts.ts';
import type { Rights } from '../../bot-server/src/ports/rights.ts';
import type { NewWorkItem, Work, WorkChange, WorkDoer } from '../../bot-server/src/ports/work.ts';
import { itemFromPlan, tasksOf } from '../../bot-server/src/work/from-plan.ts';
import { taskNameOf } from '../../bot-server/src/work/task-name.ts';
import { movingClock } from './moving-clock.ts';

/** The ward whose plan has dates in the year that is played through. */
export const DATED_WARD = 'nguyen-dai-nang';
export const FIRST = '2026-01-01';
export const LAST = '2026-12-31';
export const SUPERSEDED_WARD = 'tran-lieu';
/** A ward whose plan asks for a report each year by 15/11; it goes out late. */
export const REPORTING_WARD = 'hoang-mai';
/** A task of the dated ward that is done again and again. */
export const ONGOING = 'III.1';
/** The server is off on these days. */
export const OFF = { from: '2026-06-14', until: '2026-06-17' };
const NIGHT = [0.5, 6.98, 21, 23.5];
const DAYTIME = [7, 20.98];
export const HOUR_MS = 3_600_000;
const BY: WorkDoer = { subject: 'zalo:doer', office: 'Phòng Văn hóa - Xã hội', at: startOfDay(FIRST) };

/** Kinds of unit that people work in; the others are names for several, or stand above the ward. */
const ACTING = ['department', 'centre', 'police', 'organisation'];

/** Everything that the plans give a unit to do, confirmed as it stands. */
function tasksIn({ index }: Service, ward: string): NewWorkItem[] {
  const facts = index.current().ward(ward);
  return facts === null ? [] : tasksOf(facts).map((fact) => itemFromPlan(ward, fact, false));
}

const subjectOf = (ward: string, unit: string, who: string) => `zalo:${ward}-${unit}-${who}`;
const said = (state: Progress['state'], day: string): Progress => ({
  ...{ state, percent: null, count: null, note: '', obstacle: '', evidence: [], at: startOfDay(day), unit: '' },
});

/** The year from its first day to its last, as it was told to whom. */
export async function playYear(real: Service) {
  const { index, language } = real;
  const state = await openState({ kind: 'sqlite', file: ':memory:' });
  const clock = movingClock(`${FIRST}T00:00:00+07:00`);
  const { work, ward: wardOf } = composeWork({ demo: false }, { ...real, state });
  const rights = stateRights(state, clock, randomIds);
  const wards = index
    .current()
    .wards()
    .map(({ key }) => key);
  const reportDrafts = stateReportDrafts(state, randomIds, { demo: false });
  const deps: RemindDeps = {
    ...{ work, reportDrafts, rights, ward: wardOf, paid: false, wards: () => wards },
    reminders: stateWorkReminders(state, randomIds),
    people: statePeople(state, clock),
    chats: stateChatStore(state, clock, randomIds),
    accounts: wards.map((ward) => ({ oaId: ward, ward })),
  };
  const items: WorkItem[] = [];
  const chats: ThreadKey[] = [];
  for (const ward of wards) items.push(...(await work.confirm(tasksIn(real, ward), BY)));
  /** Two officials and a head of every unit that has something to do; the chat of each is joined. */
  for (const ward of wards) {
    const ids = index.current().ward(ward)?.units.ids ?? [];
    for (const unit of ids.filter((id) => ACTING.includes(language.units.get(id)?.kind ?? ''))) {
      for (const who of ['1', '2', 'head']) {
        const subject = subjectOf(ward, unit, who);
        const name = language.units.get(unit)?.name ?? unit;
        await rights.give(subject, { role: 'official', ward, unit: name, group: null, head: who === 'head' }, 'x');
        const key = { oaId: ward, userId: `${unit}-${who}` };
        await state.db.insert(state.tables.personChats).values({ id: threadId(key), subject, ...key, verifiedAt: 1 });
        chats.push(key);
      }
    }
  }
  /** Everybody has written just now. */
  async function allWrite(): Promise<void> {
    const lastMessageAt = clock.now().getTime();
    const rows = chats.map((key) => {
      const thread = JSON.stringify({ ...newThread(key), lastMessageAt, greetedAt: 1 });
      return { id: threadId(key), ...key, attempt: 0, lastMessageAt, interactedAt: lastMessageAt, state: thread };
    });
    await state.db.delete(state.tables.chatThreads);
    await state.db.insert(state.tables.chatThreads).values(rows);
  }
  const nameOf = (item: WorkItem) => {
    const facts = index.current().ward(item.ward);
    return (facts && taskNameOf(item, facts)) ?? '';
  };
  const script = await writeScript({ work, rights, reportDrafts, items, nameOf });
  const night: number[] = [];
  const before = process.cpuUsage();
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    if (day >= OFF.from && day <= OFF.until) continue;
    const moveTo = (hour: number) => clock.advance(startOfDay(day) + hour * HOUR_MS - clock.now().getTime());
    for (const hour of [...NIGHT, ...DAYTIME].sort((one, other) => one - other)) {
      moveTo(hour);
      const now = clock.now().getTime();
      if (NIGHT.includes(hour)) {
        night.push(await remindOfficials(deps, now));
        if (hour > 6 && hour < 7) await script.get(day)?.();
        // A chat is open for 48 hours.
        if (hour > 6 && hour < 7 && (daysBetween(FIRST, day) % 2 === 0 || day === addDays(OFF.until, 1)))
          await allWrite();
        continue;
      }
      // Several workers at once on every Wednesday, which is the day that what ended with 2025 is reminded of.
      const workers = hour === 7 && daysBetween(FIRST, day) % 7 === 6 ? [1, 2, 3] : [1];
      await Promise.all(workers.map(() => remindOfficials(deps, now)));
    }
  }
  const { user, system } = process.cpuUsage(before);
  const messages = await state.db.select().from(state.tables.outboxMessages);
  const reminders = await state.db.select().from(state.tables.workReminders);
  return {
    ...{ state, items, wards, messages, reminders, night, workMs: (user + system) / 1000 },
    task: (name: string) => named({ items, nameOf }, name),
  };
}

interface World {
  readonly work: Work;
  readonly rights: Pick<Rights, 'take'>;
  readonly reportDrafts: ReportDrafts;
  readonly items: readonly WorkItem[];
  readonly nameOf: (item: WorkItem) => string;
}

/** The task of the dated ward that its people call so. */
function named({ items, nameOf }: Pick<World, 'items' | 'nameOf'>, name: string): WorkItem {
  const found = items.find((item) => item.ward === DATED_WARD && nameOf(item) === name);
  if (found === undefined) throw new Error(`no task ${name}`);
  return found;
}

/** What people do in the year, each day's before seven in the morning. */
async function writeScript(world: World): Promise<Map<string, () => Promise<unknown>>> {
  const { work, rights, reportDrafts, items, nameOf } = world;
  const fresh = async (name: string) => {
    const item = await work.byId(named(world, name).id);
    if (item === null) throw new Error(name);
    return item;
  };
  const change = async (name: string, what: WorkChange, act: WorkAct) =>
    work.change(await fresh(name), what, { act, note: null, changes: [] }, BY);
  const says = async (name: string, day: string, state: Progress['state']) => {
    const item = await fresh(name);
    const progress = { ...said(state, day), unit: item.leads[0] ?? '' };
    return work.report(item, { as: 'lead', progress, pressKey: `${name} ${day}` }, { ...BY, at: progress.at });
  };
  const confirms = async (name: string, day: string) =>
    work.decide(await says(name, day, 'done'), { confirm: true, note: null }, { ...BY, at: startOfDay(day) });
  const handsIn = async (ward: string, unit: string | null) => {
    const period = { kind: 'yearly', period: FIRST.slice(0, 4) } as const;
    const draft = await reportDrafts.open({ ward, unit, ...period, sections: [], demo: false }, BY);
    return reportDrafts.change(draft, { state: 'handed_in' }, BY);
  };
  await change('V.6', { responsible: { subject: person('tt-pvhcc', '1'), label: 'Anh Một' } }, 'assigned');
  const waiting = items.find(({ ward, due }) => ward === DATED_WARD && due.kind === 'after_event');
  const [old] = items.filter(({ ward }) => ward === SUPERSEDED_WARD);
  return new Map<string, () => Promise<unknown>>([
    ['2026-02-04', () => rights.take(person('kt-ht-dt', '1'))],
    ['2026-03-10', () => confirms('V.6', '2026-03-10')],
    ['2026-04-01', () => change('I.1', { muted: { until: '2026-04-30', reason: 'Chờ thành phố hướng dẫn' } }, 'muted')],
    ['2026-05-05', () => change('I.6', { state: 'closed' }, 'closed')],
    ['2026-05-06', () => says(ONGOING, '2026-05-06', 'in_progress')],
    [
      '2026-07-01',
      () =>
        change(
          waiting ? nameOf(waiting) : '',
          { eventOn: '2026-07-01', dueAfterEvent: '2026-08-15' },
          'event_recorded',
        ),
    ],
    [
      '2026-08-01',
      () =>
        work.supersede(
          { ward: SUPERSEDED_WARD, older: old?.from.documentId ?? '', newer: 'ke-hoach-moi', demo: false },
          BY,
        ),
    ],
    ['2026-10-01', () => says('III.5', '2026-10-01', 'done')],
    ['2026-10-20', () => confirms('III.5', '2026-10-20')],
    // The report of that ward has passed its day by then: of one unit, then of the ward.
    ['2026-11-26', () => handsIn(REPORTING_WARD, 'kt-ht-dt')],
    ['2026-12-10', () => handsIn(REPORTING_WARD, null)],
  ]);
}

export const person = (unit: string, who: string) => subjectOf(DATED_WARD, unit, who);
