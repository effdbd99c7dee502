import { type Broadcast, isOfficialOf, mayHandle } from '@phuong-so/shared/domain/broadcast';
import { officeOf } from '../../announcements/office.ts';
import type { BroadcastsPage, BroadcastsRequest } from '../../ports/broadcasts.ts';
import type { AnnounceDeps, DeskActor } from './deps.ts';

/** The broadcast, where this person may see it; null also where there is none: that it exists is nobody else's to know. */
export async function seeBroadcast(deps: AnnounceDeps, actor: DeskActor, id: string): Promise<Broadcast | null> {
  const one = await deps.broadcasts.byId(id);
  return one !== null && maySee(deps, actor, one) ? one : null;
}

/** What this person may see of the ward, newest first; null where they announce nothing there. */
export async function listBroadcasts(
  deps: AnnounceDeps,
  actor: DeskActor,
  request: Omit<BroadcastsRequest, 'group'>,
): Promise<BroadcastsPage | null> {
  if (!announcesIn(actor, request.ward)) return null;
  const group = isOfficialOf(actor, request.ward) ? null : actor.group;
  const page = await deps.broadcasts.list({ ...request, group });
  return { ...page, broadcasts: page.broadcasts.filter((one) => maySee(deps, actor, one)) };
}

/** Whether the person announces to anybody in this ward: an official of it, or a leader with a group there. */
export function announcesIn(actor: DeskActor, ward: string): boolean {
  return isOfficialOf(actor, ward) || (actor.role === 'leader' && actor.ward === ward && actor.group !== null);
}

/** A leader sees what the own office writes, and what officials have published to the own group alone. */
function maySee(deps: AnnounceDeps, actor: DeskActor, one: Broadcast): boolean {
  const isOut = one.state === 'sending' || one.state === 'sent' || one.state === 'stopped';
  return maySpeakFor(deps, actor, one) || (isOut && !isNotTheirs(actor, one) && mayHandle(actor, one));
}

/** A persona of a demonstration, which anybody may choose to be, does nothing with what is real. */
function isNotTheirs({ demo }: DeskActor, one: Broadcast): boolean {
  return demo && !one.demo;
}

/**
 * Whether the person may change and end it: an official of the ward, or a leader of the group that it was written for, as the
 * same office. What goes out in an official's name is not a leader's to word.
 */
export function maySpeakFor(deps: AnnounceDeps, actor: DeskActor, one: Broadcast): boolean {
  if (isNotTheirs(actor, one)) return false;
  if (isOfficialOf(actor, one.ward)) return true;
  const ward = deps.ward(one.ward);
  return ward !== null && mayHandle(actor, one) && one.sender === officeOf(actor, ward);
}
