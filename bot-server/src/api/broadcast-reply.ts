import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { type Broadcast, mayApprove } from '@phuong-so/shared/domain/broadcast';
import type { DeskActor } from '../flows/announce/deps.ts';
import type { ApiDeps } from './environment.ts';
import { groupName } from './groups.ts';

/** A broadcast as this person sees it. */
export async function toBroadcastReply(deps: ApiDeps, actor: DeskActor, one: Broadcast): Promise<BroadcastReply> {
  const { id, code, ward, kind, title, body, asks, repeat, state, sender, revision, version, note, demo } = one;
  const approval = deps.announce.ward(ward)?.approval;
  const now = deps.announce.clock.now().getTime();
  return {
    ...{ id, code, ward, kind, title, body, asks, repeat, state, sender, revision, version, note, demo },
    groups: one.groups.map((group) => ({ id: group, name: groupName(deps, ward, group) ?? group })),
    event: one.event && { starts_at: iso(one.event.startsAt), place: one.event.place },
    emergency_reason: one.emergencyReason,
    attachment: one.attachment === null ? null : await deps.announce.attachment(one.attachment, ward),
    send_at: maybeIso(one.sendAt),
    approve_until: maybeIso(one.approveUntil),
    created_at: iso(one.createdAt),
    sent_at: maybeIso(one.sentAt),
    mine: one.createdBy === actor.subject,
    may_approve: approval !== undefined && mayApprove(actor, one, approval, now),
  };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

function maybeIso(at: number | null): string | null {
  return at === null ? null : iso(at);
}
