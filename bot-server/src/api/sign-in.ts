import type { SessionReply, User } from '@phuong-so/shared/contracts/session';
import type { Session } from '@phuong-so/shared/domain/session';
import { ZaloUnavailable } from '../ports/zalo-sign-in.ts';
import type { ApiDeps } from './environment.ts';
import { type ProblemCode, Refusal } from './problems.ts';

/** The session of a `signed_in` route. @throws Refusal where there is none */
export function requireSession(session: Session | null): Session {
  if (session === null) throw new Refusal('sign_in_required');
  return session;
}

/**
 * Who the person is by what the ward has granted at this moment, whatever their token still says. A route that changes
 * something by right of a role asks this and not the token. A demonstration's persona stays what was chosen.
 */
export async function currentSession({ rights }: ApiDeps, session: Session): Promise<Session> {
  const right = await rights.of(session.subject);
  if (right !== null) {
    const { role, ward, unit, group } = right;
    return { ...session, role, ward, unit, group };
  }
  return session.demo ? session : { ...session, ...RESIDENT };
}

const RESIDENT = { role: 'resident', ward: null, unit: null, group: null } as const;

/** A resident's session, before what the ward has granted. */
export function residentSession(subject: string, name: string | null): Session {
  return { subject, name, ...RESIDENT, demo: false };
}

export function opened({ sessions }: ApiDeps, session: Session): SessionReply {
  const { token, expiresIn } = sessions.issue(session);
  return { token, expires_in: expiresIn, user: toUser(session) };
}

export function toUser({ subject, ...session }: Session): User {
  return { id: subject, ...session };
}

/** What Zalo says about its token. @throws Refusal with `refused` when it says no, or that Zalo cannot be reached */
export async function verified<T>(verifying: Promise<T | null>, refused: ProblemCode): Promise<T> {
  try {
    const found = await verifying;
    if (found === null) throw new Refusal(refused);
    return found;
  } catch (error) {
    if (error instanceof ZaloUnavailable) throw new Refusal('zalo_unavailable', undefined, { 'retry-after': '30' });
    throw error;
  }
}
