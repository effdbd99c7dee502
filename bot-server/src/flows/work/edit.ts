import { isRealDay } from '@phuong-so/shared/domain/calendar';
import type { WorkAct, WorkItem } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import type { WorkChange } from '../../ports/work.ts';
import { type Changes, change, sameUnits } from '../../work/compare-plan.ts';
import type { WorkRefusal } from '../../work/refusals.ts';
import { unitRefOf } from '../../work/unit-names.ts';
import { edited, sharesOf, type WorkEdit } from './confirm.ts';
import { type ItemOutcome, type ItemsOutcome, refuse, type WorkDeps } from './deps.ts';
import { doerOf, rightsOn, type SeenItem } from './see.ts';

export interface ItemEdit extends WorkEdit {
  /** ISO day on which what the task waits for happened; null = it has not. */
  readonly eventOn?: string | null | undefined;
  readonly dueAfterEvent?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly note?: string | undefined;
}

/** Fewer letters give no reason. */
export const SHORTEST_REASON = 3;

/** The standing unit changes a task, closes it with a reason, opens it again, or records what it waited for. */
export async function editItem(deps: WorkDeps, seen: SeenItem, version: number, given: ItemEdit): Promise<ItemOutcome> {
  const { item, ward } = seen;
  if (!rightsOn(seen, item).includes('edit')) return refuse('forbidden');
  if (item.version !== version) return refuse('changed');
  const after = edited(item, given, ward.units);
  if (typeof after === 'string') return refuse(after);
  const waiting = waitingAfter(item, after, given, deps.clock.today());
  if (typeof waiting === 'string') return refuse(waiting);
  const note = given.note ? maskPersonal(given.note) : null;
  const state = given.state ?? item.state;
  if (state === 'closed' && item.state !== 'closed' && (note ?? '').length < SHORTEST_REASON)
    return refuse('note_needed');
  const whole = { ...after, ...waiting, state };
  const changes = changesBetween(item, whole, (id) => unitRefOf(id, ward.units).name);
  if (changes.length === 0 && whole.responsible === item.responsible) return { kind: 'done', item };
  const changed = await deps.work.change(
    item,
    changeOf(whole),
    { act: actOf(item, whole, changes), note, changes },
    doerOf(deps, seen),
  );
  return changed === null ? refuse('changed') : { kind: 'done', item: changed };
}

type Waiting = Pick<WorkItem, 'eventOn' | 'dueAfterEvent'>;

function waitingAfter(before: WorkItem, { due }: WorkItem, given: ItemEdit, today: string): Waiting | WorkRefusal {
  const eventOn = given.eventOn === undefined ? before.eventOn : given.eventOn;
  const wanted = given.dueAfterEvent === undefined ? before.dueAfterEvent : given.dueAfterEvent;
  if (due.kind !== 'after_event') {
    return given.eventOn || given.dueAfterEvent ? 'waits_for_nothing' : { eventOn: null, dueAfterEvent: null };
  }
  if (eventOn === null) return given.dueAfterEvent ? 'event_needed' : { eventOn, dueAfterEvent: null };
  if (!isDay(eventOn) || eventOn > today) return 'day_unreal';
  if (wanted === null) return { eventOn, dueAfterEvent: null };
  if (!isDay(wanted)) return 'day_unreal';
  return wanted < eventOn ? 'event_needed' : { eventOn, dueAfterEvent: wanted };
}

export function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return isRealDay(year, month, date);
}

function changeOf(item: WorkItem): WorkChange {
  const { title, leads, coordinating, due, eventOn, dueAfterEvent, responsible, state } = item;
  return { title, leads, coordinating, due, eventOn, dueAfterEvent, responsible, state };
}

const STATES = { open: 'đang thực hiện', closed: 'đã đóng', superseded: 'kế hoạch mới thay thế' } as const;

/** Whoever is responsible is a person, and no history names one. */
function changesBetween(before: WorkItem, after: WorkItem, name: (id: string) => string): Changes {
  const units = (ids: readonly string[]) => ids.map(name).join('; ');
  const own = (what: string, was: string | null, is: string | null) =>
    was === is ? [] : [{ what, before: was ?? 'chưa có', after: is ?? 'chưa có' }];
  return [
    ...(before.title === after.title ? [] : [change('title', before.title, after.title)]),
    ...(sameUnits(before.leads, after.leads) ? [] : [change('leads', units(before.leads), units(after.leads))]),
    ...(sameUnits(before.coordinating, after.coordinating)
      ? []
      : [change('coordinating', units(before.coordinating), units(after.coordinating))]),
    ...(before.due.text === after.due.text ? [] : [change('due', before.due.text ?? '', after.due.text ?? '')]),
    ...own('Ngày sự kiện', before.eventOn, after.eventOn),
    ...own('Hạn sau sự kiện', before.dueAfterEvent, after.dueAfterEvent),
    ...own('Người phụ trách', held(before.responsible), held(after.responsible)),
    ...own('Tình trạng', STATES[before.state], STATES[after.state]),
  ];
}

const held = (responsible: WorkItem['responsible']) => (responsible === null ? null : 'đã giao');

function actOf(before: WorkItem, after: WorkItem, changes: Changes): WorkAct {
  if (after.state !== before.state) return after.state === 'open' ? 'reopened' : 'closed';
  if (after.eventOn !== before.eventOn || after.dueAfterEvent !== before.dueAfterEvent) return 'event_recorded';
  const isAssigned = changes.every(({ what }) => what === 'Người phụ trách');
  return isAssigned ? 'assigned' : 'edited';
}

/** The standing unit puts one task for each of these units in the place of one for all; what was reported of that one stays. */
export async function splitItem(
  deps: WorkDeps,
  seen: SeenItem,
  version: number,
  among: readonly string[],
): Promise<ItemsOutcome> {
  const { item, ward } = seen;
  if (!rightsOn(seen, item).includes('edit')) return refuse('forbidden');
  if (item.share !== '') return refuse('already_split');
  if (item.state !== 'open') return refuse('not_open');
  if (item.version !== version) return refuse('changed');
  const shares = sharesOf(item, among, ward.units);
  if (shares === null) return refuse('unknown_unit');
  const made = await deps.work.split(item, shares, doerOf(deps, seen));
  return made === null ? refuse('changed') : { kind: 'done', items: made };
}
