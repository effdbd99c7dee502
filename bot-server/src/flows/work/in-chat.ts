import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { WorkActor, WorkItem } from '@phuong-so/shared/domain/work';
import { lastDayOf, standingOf } from '@phuong-so/shared/domain/work-clock';
import { nextReportDay, passedReportDays } from '@phuong-so/shared/domain/work-reminders';
import type { AskedFor, WorkDone, Working, WorkTask } from '../../chatting/working/deps.ts';
import type { Audience } from '../../ports/audience.ts';
import type { Rights } from '../../ports/rights.ts';
import { WORK_REFUSALS } from '../../work/refusals.ts';
import { reportDays } from '../../work/reminders/decide-reminders.ts';
import { isHandedIn } from '../../work/reminders/handed-in.ts';
import { taskNameOf } from '../../work/task-name.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import { type ItemOutcome, refuse, type WorkDeps } from './deps.ts';
import { muteItem } from './hold.ts';
import { listWork } from './list.ts';
import { reportWork } from './report.ts';
import { type Desk, deskOf, rightsOn, type SeenItem, seeItem } from './see.ts';
import { wardWork } from './ward-work.ts';

export interface ChatWorkDeps extends WorkDeps {
  readonly audience: Pick<Audience, 'idOfChat'>;
  readonly rights: Pick<Rights, 'of'>;
}

/** The rules of officials' work as the chat uses them: each call reads the right of whoever writes anew. */
export function workInChat(deps: ChatWorkDeps): Working {
  const deskIn = (key: ThreadKey) => deskOfChat(deps, key);
  const seen = async (key: ThreadKey, id: string) => {
    const actor = await actorOfChat(deps, key);
    return actor && seeItem(deps, actor, id);
  };
  const act = async (key: ThreadKey, id: string, does: (on: SeenItem) => Promise<ItemOutcome>): Promise<WorkDone> => {
    const on = await seen(key, id);
    const outcome = on === null ? refuse('not_found') : await does(on);
    if (outcome.kind === 'refused') return { kind: 'refused', why: WORK_REFUSALS[outcome.reason] };
    return on === null
      ? { kind: 'refused', why: WORK_REFUSALS.not_found }
      : { kind: 'done', task: taskOf(deps, on, outcome.item) };
  };
  return {
    today: () => deps.clock.today(),
    async official(key, ward) {
      const desk = await deskIn(key);
      if (desk === null || (ward !== null && desk.ward.key !== ward)) return null;
      const { units, standingUnit } = desk.ward;
      const { unit, standing } = desk.standpoint;
      return {
        ...{ ward: desk.ward.key, unit: unit === '' ? null : unitRefOf(unit, units).name, isStanding: standing },
        standingUnit: unitRefOf(standingUnit, units).name,
      };
    },
    async list(key, of) {
      const desk = await deskIn(key);
      if (desk === null) return [];
      const { items } = (await listWork(deps, desk, { all: false })) ?? { items: [] };
      const tasks = items.map((item) => taskOf(deps, desk, item));
      const isWhole = of !== 'own' && desk.standpoint.standing;
      return tasks.filter((task) => (isWhole || task.isOwn) && belongs(task, of)).sort(byUrgency);
    },
    async all(key) {
      const desk = await deskIn(key);
      const listed = desk === null ? null : await listWork(deps, desk, { all: false });
      return desk === null ? [] : (listed?.items ?? []).map((item) => taskOf(deps, desk, item));
    },
    async see(key, id) {
      const on = await seen(key, id);
      return on && taskOf(deps, on, on.item);
    },
    report: (key, id, said, pressKey) =>
      act(key, id, (on) => reportWork(deps, on, pressKey, { ...said, evidence: [] })),
    mute: (key, id, until, reason) => act(key, id, (on) => muteItem(deps, on, on.item.version, { until, reason })),
    async reports(key) {
      const desk = await deskIn(key);
      return desk === null ? [] : reportsOf(deps, desk);
    },
  };
}

/** null for a chat that is nobody's in the Mini App, and for whoever holds no right. */
async function actorOfChat({ audience, rights }: ChatWorkDeps, key: ThreadKey): Promise<WorkActor | null> {
  const subject = await audience.idOfChat(key);
  const right = await rights.of(subject);
  return right && { ...right, subject, demo: subject.startsWith('demo:') };
}

async function deskOfChat(deps: ChatWorkDeps, key: ThreadKey): Promise<Desk | null> {
  const actor = await actorOfChat(deps, key);
  return actor === null || actor.ward === null ? null : deskOf(deps, actor, actor.ward);
}

function taskOf(deps: WorkDeps, desk: Desk, item: WorkItem): WorkTask {
  const { ward, standpoint } = desk;
  const today = deps.clock.today();
  const rights = rightsOn(desk, item);
  const named = (ids: readonly string[]) => ids.map((id) => unitRefOf(id, ward.units).name);
  const isLead = rights.includes('report_lead');
  return {
    ...{ item, name: taskNameOf(item, ward.facts), standing: standingOf(item, today), lastDay: lastDayOf(item, today) },
    ...{ leads: named(item.leads), coordinating: named(item.coordinating) },
    isOwn: [...item.leads, ...item.coordinating].includes(standpoint.unit),
    ...{ mayReport: isLead || rights.includes('report_part'), mayMute: rights.includes('mute') },
    confirmedBy: isLead ? unitRefOf(ward.standingUnit, ward.units).name : named(item.leads).join(', '),
  };
}

function belongs({ standing }: WorkTask, of: 'own' | 'soon' | 'overdue'): boolean {
  if (of === 'own') return standing !== 'done' && standing !== 'closed';
  return standing === (of === 'soon' ? 'due_soon' : 'overdue');
}

const URGENT: readonly WorkTask['standing'][] = ['overdue', 'due_soon', 'word_due', 'upcoming', 'waiting'];

function byUrgency(one: WorkTask, other: WorkTask): number {
  const place = ({ standing }: WorkTask) => (URGENT.includes(standing) ? URGENT.indexOf(standing) : URGENT.length);
  return place(one) - place(other) || (one.lastDay ?? '9').localeCompare(other.lastDay ?? '9');
}

/** Of each report the day that comes, and before it the ones that passed without its being handed in here. */
async function reportsOf(deps: WorkDeps, { ward, actor, standpoint }: Desk): Promise<readonly AskedFor[]> {
  const today = deps.clock.today();
  const work = await wardWork(deps, ward.key, actor.demo);
  if (work === null) return [];
  const unit = standpoint.standing ? null : standpoint.unit;
  const found = work.reports.flatMap((report) => {
    const { deadline, kinds } = report;
    const isIn = (lastDay: string) => isHandedIn(work.handedIn, kinds, unit, { period: lastDay.slice(0, 4), lastDay });
    const { watchedFrom } = reportDays(report, { ...work, since: '', today });
    const next = nextReportDay(deadline, today);
    const asked = { what: deadline.what, toWhom: deadline.toWhom, when: deadline.when };
    const passed = passedReportDays(deadline, { today, watchedFrom }).filter((day) => !isIn(day));
    const ahead = next !== null && isIn(next) ? [] : [next];
    return [...passed, ...ahead].map((day) => ({ ...asked, day }));
  });
  return found.sort((one, other) => (one.day ?? '9').localeCompare(other.day ?? '9'));
}
