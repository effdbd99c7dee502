import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { callerAddress } from './middleware/caller-address.ts';
import { keptByEtag } from './middleware/kept-by-etag.ts';
import { type RateLimit, takeTurn } from './middleware/rate-limit.ts';
import { Refusal } from './problems.ts';
import { readBody, readInput, sendJson } from './respond.ts';
import type { FileReply, Route } from './route.ts';
import { sendEvents } from './send-events.ts';
import { readFile, sendFile } from './send-file.ts';
import { sendPieces } from './send-pieces.ts';

/** Puts one route of the table on the app: pace, access, input, handler, reply, in this order. */
export function register(app: Hono<ApiEnv>, route: Route, deps: ApiDeps, limit: RateLimit): void {
  const caching = route.sameForAll ? 'no-cache' : 'no-store';
  app.on(route.method, route.path, route.sameForAll ? keptByEtag() : passOn, async (c) => {
    c.set('route', route.path);
    const session = c.get('session');
    const wait = takeTurn(limit, session?.subject ?? null, callerAddress(c, deps.behindProxy), route.pace);
    if (wait > 0) throw new Refusal('too_many_requests', { retryAfterSeconds: wait }, { 'retry-after': String(wait) });
    if (route.access === 'signed_in' && session === null) throw new Refusal('sign_in_required');
    const input = { ...(await readAll(c, route)), session };
    if (route.events !== null) return sendEvents(c, route, input, deps);
    if (route.pieces !== null) return sendPieces(c, route, input, deps);
    const reply = await route.handle(input, deps);
    if (route.status === 204) return c.body(null, 204, { 'cache-control': caching });
    if (route.reply === null) return sendFile(c, reply as FileReply);
    // Parsed on the way out as well: what the contract does not name does not leave the server.
    return sendJson(c, route.reply.parse(reply), route.status, { 'cache-control': caching });
  });
}

const NOTHING = new Uint8Array();
const passOn: MiddlewareHandler<ApiEnv> = (_c, next) => next();

async function readAll(c: Context<ApiEnv>, { params, query, body, fileLimit }: Route) {
  return {
    file: fileLimit === 0 ? NOTHING : await readFile(c),
    params: params && readInput(c.req.param(), params),
    query: query && readInput(c.req.query(), query),
    body: body && (await readBody(c, body)),
  };
}
