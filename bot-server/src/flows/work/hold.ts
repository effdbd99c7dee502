import { addDays } from '@phuong-so/shared/domain/calendar';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { unitRefOf } from '../../work/unit-names.ts';
import { type ItemOutcome, refuse, type WorkDeps } from './deps.ts';
import { isDay, SHORTEST_REASON } from './edit.ts';
import { doerOf, rightsOn, type SeenItem } from './see.ts';

const LONGEST_MUTE_DAYS = 366;

/** "Tôi phụ trách": the person takes a task of their unit on, or gives it back. `label`: as colleagues call them; null = their unit. */
export async function takeItem(
  deps: WorkDeps,
  seen: SeenItem,
  version: number,
  { take, label }: { readonly take: boolean; readonly label: string | null },
): Promise<ItemOutcome> {
  const { item, actor, ward, standpoint } = seen;
  const fault = faultOf(seen, version, 'take');
  if (fault !== null) return refuse(fault);
  const isTheirs = item.responsible?.subject === actor.subject;
  if (!take && !isTheirs && !standpoint.standing) return refuse('forbidden');
  const called = label === null ? unitRefOf(standpoint.unit, ward.units).name : maskPersonal(label);
  const responsible = take ? { subject: actor.subject, label: called } : null;
  if (sameResponsible(item.responsible, responsible)) return { kind: 'done', item };
  const [before, after] = [item.responsible, responsible].map((one) => (one === null ? 'chưa có' : 'đã nhận'));
  const changes = [{ what: 'Người phụ trách', before: before ?? '', after: after ?? '' }];
  const done = await deps.work.change(
    item,
    { responsible },
    { act: 'assigned', note: null, changes },
    doerOf(deps, seen),
  );
  return done === null ? refuse('changed') : { kind: 'done', item: done };
}

function sameResponsible(one: WorkItem['responsible'], other: WorkItem['responsible']): boolean {
  return one?.subject === other?.subject && one?.label === other?.label;
}

/** No reminders of a task until and including this ISO day, with a reason; null ends it. */
export async function muteItem(
  deps: WorkDeps,
  seen: SeenItem,
  version: number,
  { until, reason }: { readonly until: string | null; readonly reason: string },
): Promise<ItemOutcome> {
  const { item } = seen;
  const fault = faultOf(seen, version, 'mute');
  if (fault !== null) return refuse(fault);
  const today = deps.clock.today();
  if (until !== null) {
    if (!isDay(until) || until < today || until > addDays(today, LONGEST_MUTE_DAYS)) return refuse('mute_day');
    if (reason.length < SHORTEST_REASON) return refuse('note_needed');
  }
  const muted = until === null ? null : { until, reason: maskPersonal(reason) };
  const changes = [{ what: 'Tạm dừng nhắc đến hết', before: item.muted?.until ?? 'không', after: until ?? 'không' }];
  const entry = { act: 'muted', note: muted?.reason ?? null, changes } as const;
  const done = await deps.work.change(item, { muted }, entry, doerOf(deps, seen));
  return done === null ? refuse('changed') : { kind: 'done', item: done };
}

function faultOf(seen: SeenItem, version: number, right: 'take' | 'mute') {
  if (seen.item.state !== 'open') return 'not_open' as const;
  if (!rightsOn(seen, seen.item).includes(right)) return 'forbidden' as const;
  return seen.item.version === version ? null : ('changed' as const);
}
