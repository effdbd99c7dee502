import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { Refusal } from './problems.ts';
import { problem } from './respond.ts';

/** Turns whatever was thrown into the one error shape. The cause goes to the log, never to the caller. */
export function handleFailure(error: Error, c: Context<ApiEnv>, deps: ApiDeps): Response {
  if (error instanceof Refusal) return problem(c, error.code, error.details, error.headers);
  if (error instanceof HTTPException && error.status === 413) return problem(c, 'body_too_large');
  if (isCutOff(error, c)) return problem(c, 'upload_cut_off');
  deps.log.failure(c.get('requestId'), error);
  return problem(c, 'internal');
}

/** The caller's connection broke while the body was read: nobody reads the reply, and nothing here failed. */
function isCutOff(error: Error, c: Context<ApiEnv>): boolean {
  return c.req.raw.signal.aborted && 'code' in error && error.code === 'ECONNRESET';
}
