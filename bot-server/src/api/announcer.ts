import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { Session } from '@phuong-so/shared/domain/session';
import type { RefusalReason } from '../announcements/refusals.ts';
import type { DeskActor, Outcome } from '../flows/announce/deps.ts';
import { announcesIn, seeBroadcast } from '../flows/announce/see.ts';
import type { ApiDeps } from './environment.ts';
import { type ProblemCode, Refusal } from './problems.ts';
import { currentSession, requireSession } from './sign-in.ts';

/** Who acts, by what the ward grants at this moment. @throws Refusal */
export async function actorOf(deps: ApiDeps, session: Session | null): Promise<DeskActor> {
  const { subject, role, ward, unit, group, demo } = await currentSession(deps, requireSession(session));
  return { subject, role, ward, unit, group, demo };
}

/** Whoever announces to anybody in this ward. @throws Refusal */
export async function requireAnnouncer(deps: ApiDeps, session: Session | null, ward: string): Promise<DeskActor> {
  const actor = await actorOf(deps, session);
  if (!announcesIn(actor, ward)) throw new Refusal('not_allowed');
  return actor;
}

/** A broadcast that the person may see. To anybody else it is not there. @throws Refusal */
export async function requireSeen(deps: ApiDeps, session: Session | null, id: string) {
  const actor = await actorOf(deps, session);
  const broadcast = await seeBroadcast(deps.announce, actor, id);
  if (broadcast === null) throw new Refusal('not_found');
  return { actor, broadcast };
}

/** @throws Refusal for an outcome that is none */
export function done(outcome: Outcome): Broadcast {
  if (outcome.kind === 'refused') throw refusalOf(outcome.reason);
  return outcome.broadcast;
}

/** Reasons that other parts of the interface have, too. */
const COMMON = { not_found: 'not_found', forbidden: 'not_allowed', unknown_group: 'unknown_group' } as const;

export function refusalOf(reason: RefusalReason): Refusal {
  const code: ProblemCode = isCommon(reason) ? COMMON[reason] : `announcement_${reason}`;
  return new Refusal(code);
}

function isCommon(reason: RefusalReason): reason is keyof typeof COMMON {
  return reason in COMMON;
}
