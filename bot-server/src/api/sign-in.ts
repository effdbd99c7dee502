import type { SessionReply, User } from '@phuong-so/shared/contracts/session';
import type { Session } from '@phuong-so/shared/domain/session';
import type { ApiDeps } from './environment.ts';
import { Refusal } from './problems.ts';

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
  if (right !== null) return { ...session, ...right };
  return session.demo ? session : { ...session, ...RESIDENT };
}

const RESIDENT = { role: 'resident', ward: null, unit: null, group: null } as const;

/** A resident's session, before what the ward has granted. */
export function residentSession(subject: string, name: string | null): Session {
  return { subject, name, ...RESIDENT, demo: false };
}

export function opened({ sessions }: ApiDeps, session: Session): SessionReply {
  const { token, expiresAt } = sessions.issue(session);
  return { token, expires_at: expiresAt.toISOString(), user: toUser(session) };
}

export function toUser({ subject, ...session }: Session): User {
  return { id: subject, ...session };
}
