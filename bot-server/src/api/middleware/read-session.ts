import type { MiddlewareHandler } from 'hono';
import type { ApiDeps, ApiEnv } from '../environment.ts';
import { Refusal } from '../problems.ts';

/**
 * Reads the session from `Authorization: Bearer`. A token that is not good is refused rather than ignored, so that the
 * app signs in again instead of carrying on as somebody else.
 */
export function readSession({ sessions, demo }: ApiDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const header = c.req.header('authorization');
    const token = header === undefined ? null : /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
    const session = token === null ? null : sessions.read(token ?? '');
    // A persona's token from a demonstration must not open the real service that later runs with the same secret.
    const usable = session?.demo ? demo : session !== null;
    if (token !== null && !usable) throw new Refusal('session_invalid');
    c.set('session', session);
    await next();
  };
}
