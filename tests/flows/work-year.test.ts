import { addDays, daysBetween } from '@phuong-so/shared/domain/calendar';
import { newThread, type ThreadKey } from '@phuong-so/shared/domain/chat';
import { startOfDay, vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Progress, WorkAct, WorkItem } from '@phuong-so/shared/domain/work';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { threadId } from '../../bot-server/src/adapters/state/repos/thread-id.ts';
import { stateWorkReminders } from '../../bot-server/src/adapters/state/repos/work-reminders.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { composeWork } from '../../bot-server/src/app/compose-work.ts';
import { type RemindDeps, remindOfficials } from '../../bot-server/src/flows/work/remind-officials.ts';
import type { Rights } from '../../bot-server/src/ports/rights.ts';
import type { NewWorkItem, Work, WorkChange, WorkDoer } from '../../bot-server/src/ports/work.ts';
import { itemFromPlan, tasksOf } from '../../bot-server/src/work/from-plan.ts';
import { taskNameOf } from '../../bot-server/src/work/task-name.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { realService } from '../fixtures/real-service.ts';

/** The ward whose plan has dates in the year that is played through. */
const DATED_WARD = 'nguyen-dai-nang';
const FIRST = '2026-01-01';
const LAST = '2026-12-31';
/** The server is off on these days. */
const SUPERSEDED_WARD = 'tran-lieu';
/** A task of the dated ward that is done again and again. */
const ONGOING = 'III.1';
const OFF = { from: '2026-06-14', until: '2026-06-17' };
const NIGHT = [0.5, 6.98, 21, 23.5];
const DAYTIME = [7, 12, 20.98];
const HOUR_MS = 3_600_000;
const BY: WorkDoer = { subject: 'zalo:doer', office: 'Phòng Văn hóa - Xã hội', at: startOfDay(FIRST) };

/** Kinds of unit that people work in; the others are names for several, or stand above the ward. */
const ACTING = ['department', 'centre', 'police', 'organisation'];

let service: Service;
let world: Awaited<ReturnType<typeof playYear>>;
beforeAll(async () => {
  service = await realService();
  world = await playYear(service);
}, 120_000);
afterAll(() => service.close());

/** Everything that the plans give a unit to do, confirmed as it stands. */
function tasksIn(ward: string): NewWorkItem[] {
  const facts = service.index.current().ward(ward);
  return facts === null ? [] : tasksOf(facts).map((fact) => itemFromPlan(ward, fact, false));
}

const subjectOf = (ward: string, unit: string, who: string) => `zalo:${ward}-${unit}-${who}`;
const said = (state: Progress['state'], day: string): Progress => ({
  ...{ state, percent: null, count: null, note: '', obstacle: '', evidence: [], at: startOfDay(day), unit: '' },
});

async function playYear(real: Service) {
  const { index, language } = real;
  const state = await openState({ kind: 'sqlite', file: ':memory:' });
  const clock = movingClock(`${FIRST}T00:00:00+07:00`);
  const { work, ward: wardOf } = composeWork({ demo: false }, { ...real, state });
  const rights = stateRights(state, clock, randomIds);
  const wards = index
    .current()
    .wards()
    .map(({ key }) => key);
  const deps: RemindDeps = {
    ...{ work, rights, ward: wardOf, paid: false, wards: () => wards },
    reminders: stateWorkReminders(state, randomIds),
    people: statePeople(state, clock),
    chats: stateChatStore(state, clock, randomIds),
    outbox: stateOutbox(state, randomIds),
    accounts: wards.map((ward) => ({ oaId: ward, ward })),
  };
  const items: WorkItem[] = [];
  const chats: ThreadKey[] = [];
  for (const ward of wards) items.push(...(await work.confirm(tasksIn(ward), BY)));
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
  const script = await writeScript({ work, rights, items });
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
        if (hour > 6 && hour < 7) await allWrite();
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
    task: (name: string) => named(items, name),
  };
}

interface World {
  readonly work: Work;
  readonly rights: Pick<Rights, 'take'>;
  readonly items: readonly WorkItem[];
}

const nameOf = (item: WorkItem | undefined) => {
  const facts = item && service.index.current().ward(item.ward);
  return item && facts ? (taskNameOf(item, facts) ?? '') : '';
};

/** The task of the dated ward that its people call so. */
function named(items: readonly WorkItem[], name: string): WorkItem {
  const found = items.find((item) => item.ward === DATED_WARD && nameOf(item) === name);
  if (found === undefined) throw new Error(`no task ${name}`);
  return found;
}

/** What people do in the year, each day's before seven in the morning. */
async function writeScript({ work, rights, items }: World): Promise<Map<string, () => Promise<unknown>>> {
  const fresh = async (name: string) => {
    const item = await work.byId(named(items, name).id);
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
      () => change(nameOf(waiting), { eventOn: '2026-07-01', dueAfterEvent: '2026-08-15' }, 'event_recorded'),
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
  ]);
}

const person = (unit: string, who: string) => subjectOf(DATED_WARD, unit, who);

/** Days of the year on which somebody was reminded of the task. */
const daysOf = (item: WorkItem) =>
  [...new Set(world.reminders.filter(({ itemId }) => itemId === item.id).map(({ day }) => day))].sort();
/** Who was reminded of the task on a day: unit and person without the ward. */
const toldOn = (item: WorkItem, day: string) =>
  world.reminders
    .filter((one) => one.itemId === item.id && one.day === day)
    .map(({ subject }) => subject.replace(`zalo:${item.ward}-`, ''))
    .sort();
/** Every seventh day after a last day in time, from one day until another. */
const weekly = (lastDay: string, from: string, until: string) => {
  const days: string[] = [];
  for (let day = addDays(lastDay, 7); day <= until; day = addDays(day, 7)) if (day >= from) days.push(day);
  return days.map((day) => (day >= OFF.from && day <= OFF.until ? addDays(OFF.until, 1) : day));
};

describe('a year of all five wards', () => {
  test('dated tasks: 30, 7, 1 days before, on the day, weekly until somebody confirms', () => {
    expect(daysOf(world.task('III.5'))).toEqual([
      ...['2026-08-31', '2026-09-23', '2026-09-29', '2026-09-30', '2026-10-07', '2026-10-14'],
    ]);
    expect(daysOf(world.task('V.6'))).toEqual(weekly('2025-12-31', FIRST, '2026-03-09'));
    expect(daysOf(world.task('III.3'))).toEqual(weekly('2025-12-31', FIRST, LAST));
  });

  test('nothing while it is muted, and nothing once it is closed or superseded', () => {
    const all = weekly('2025-09-30', FIRST, LAST);
    expect(daysOf(world.task('I.1'))).toEqual(all.filter((day) => day < '2026-04-01' || day > '2026-04-30'));
    expect(daysOf(world.task('I.6'))).toEqual(all.filter((day) => day < '2026-05-05'));
    const late = world.reminders.filter(({ ward, day }) => ward === SUPERSEDED_WARD && day >= '2026-08-01');
    expect(late).toEqual([]);
    expect(world.reminders.some(({ ward }) => ward === SUPERSEDED_WARD)).toBe(true);
  });

  test('what waits for an event is silent until it is recorded, then counts', () => {
    const [waiting, ...others] = world.items.filter(
      ({ ward, due }) => ward === DATED_WARD && due.kind === 'after_event',
    );
    if (waiting === undefined) throw new Error('nothing waits');
    const before = ['2026-07-16', '2026-08-08', '2026-08-14', '2026-08-15'];
    expect(daysOf(waiting)).toEqual([...before, ...weekly('2026-08-15', FIRST, LAST)]);
    expect(others.flatMap(daysOf)).toEqual([]);
  });

  test('thường xuyên: each quarter once, unless a word came in it; a day that was missed is caught up once', () => {
    const quarters = ['2026-03-17', '2026-06-18', '2026-09-16', '2026-12-17'];
    const told = world.task(ONGOING);
    const ongoing = world.items.filter(({ ward, due }) => ward === DATED_WARD && due.kind === 'ongoing');
    expect(ongoing).toHaveLength(35);
    for (const item of ongoing) {
      expect(daysOf(item), item.title).toEqual(item === told ? quarters.filter((_, at) => at !== 1) : quarters);
    }
  });

  test('hằng năm and reports: by the ward’s own day, or once before the year ends', () => {
    const yearly = world.items.filter(({ due, ward }) => due.kind === 'yearly' && ward !== SUPERSEDED_WARD);
    const dated = ['2026-10-30', '2026-11-22', '2026-11-28', '2026-11-29', ...weekly('2026-11-29', FIRST, LAST)];
    for (const item of yearly)
      expect(daysOf(item), item.title).toEqual(item.due.monthDay === null ? ['2026-12-17'] : dated);
    const reports = (ward: string) =>
      [
        ...new Set(
          world.reminders.filter((one) => one.ward === ward && one.itemId.startsWith('report:')).map(({ day }) => day),
        ),
      ].sort();
    expect(reports('hoang-mai')).toEqual(['2026-10-15', '2026-11-07', '2026-11-13', '2026-11-14']);
    expect(reports(DATED_WARD)).toEqual(['2026-10-30', '2026-11-22', '2026-11-28', '2026-11-29']);
    // The yearly one of 001 is a task as well: nobody is reminded of the same sentence twice on one day.
    expect(reports('phuong-001')).toEqual(['2026-06-18']);
    expect(reports('yen-hoa')).toEqual(['2026-12-17']);
  });

  test('no other task is reminded of', () => {
    const silent = world.items.filter(({ due }) => due.kind === 'none');
    expect(silent.length).toBeGreaterThan(20);
    expect(silent.flatMap(daysOf)).toEqual([]);
  });

  test('the person who took it on, then the head, then the standing unit; all of the unit where nobody did', () => {
    const taken = world.task('V.6');
    const standing = ['vhxh-1', 'vhxh-2', 'vhxh-head'];
    expect(toldOn(taken, '2026-01-07')).toEqual(['tt-pvhcc-1', 'tt-pvhcc-head']);
    expect(toldOn(taken, '2026-01-14')).toEqual(['tt-pvhcc-1', 'tt-pvhcc-head', ...standing]);
    expect(toldOn(world.task('III.5'), '2026-08-31')).toEqual(standing);
    // A collective lead that nobody has split.
    expect(toldOn(world.task('III.3'), '2026-01-07')).toEqual(standing);
  });

  test('whoever has lost the right hears nothing more', () => {
    const removed = person('kt-ht-dt', '1');
    expect(world.reminders.filter(({ subject, day }) => subject === removed && day >= '2026-02-04')).toEqual([]);
    expect(world.reminders.some(({ subject }) => subject === person('kt-ht-dt', '2'))).toBe(true);
  });

  test('one message a person and day, and it comes by day', () => {
    const owed = new Set(world.reminders.map(({ subject, day }) => `${subject} ${day}`));
    const sent = world.messages.map(({ oaId, userId, createdAt }) => `zalo:${oaId}-${userId} ${vietnamDay(createdAt)}`);
    expect(new Set(sent)).toEqual(owed);
    expect(sent).toHaveLength(owed.size);
    expect(world.night.every((count) => count === 0)).toBe(true);
    const hours = world.messages.map(({ createdAt }) => (createdAt - startOfDay(vietnamDay(createdAt))) / HOUR_MS);
    expect([Math.min(...hours), Math.max(...hours) < 21]).toEqual([7, true]);
    expect(world.reminders.every(({ toldAt }) => toldAt !== null)).toBe(true);
  });

  test('a message says what is pressing, in the words of the plan', () => {
    const found = world.messages.find(
      ({ userId, createdAt }) => userId === 'tt-pvhcc-1' && vietnamDay(createdAt) === '2026-01-07',
    );
    expect(found?.text).toBe(
      [
        'Phường Nguyễn Đại Năng nhắc việc. Hôm nay: 1 việc quá hạn.',
        '1) V.6 Triển khai nền tảng phân tích xử lý dữ liệu tổng hợp, ứng dụng trí tuệ nhân tạo (AI)… Quá hạn 7 ngày theo kế hoạch (hạn 31/12/2025), chưa có xác nhận.',
        'Xem tất cả, bạn nhắn VIỆC CỦA PHÒNG TÔI.',
        'Nhắn “cập nhật việc V.6 …” để báo tiến độ, “tắt nhắc việc V.6 đến …” để tắt nhắc.',
      ].join('\n'),
    );
  });

  test('a year takes the processor seconds', () => {
    expect(world.workMs).toBeLessThan(30_000);
  });
});
