import { type Context, Hono } from 'hono';
import { type SimulationEnv, withFaults } from '../faults/disturb.ts';
import type { Operation } from '../faults/outcomes.ts';
import type { Account } from '../people/account.ts';
import type { World } from '../world.ts';
import { eraseUser, readAccount, readConversation, readQuota, readRecentChats, readUser } from './read-routes.ts';
import { SEND_PATHS, sendMessage } from './send-message.ts';
import { notifyInMiniApp, sendTemplate, sendToGroup } from './side-channels.ts';
import { failed, type ZaloAnswer } from './zalo-answer.ts';

/** What is sent to a route: the JSON body of a POST, the `data` parameter of a GET; undefined when it is no JSON. */
type Serve = (account: Account, sent: unknown, path: string) => ZaloAnswer;
const MINUTE_MS = 60_000;

/** The OpenAPI of openapi.zalo.me, as far as it is used here, and the Mini App's notifications. */
export function openapiRoutes(world: World): Hono<SimulationEnv> {
  const app = new Hono<SimulationEnv>();
  const at = (method: 'GET' | 'POST', path: string, operation: Operation, serve: Serve): void => {
    app.on(
      method,
      path,
      withFaults(world, operation, (c) => authorised(world, c, serve)),
    );
  };
  const send: Serve = (account, body, path) => sendMessage(world, account, path, body);
  at('POST', SEND_PATHS.v3, 'send', send);
  at('POST', SEND_PATHS.v2, 'send', send);
  at('POST', '/v3.0/oa/group/message', 'group_send', (account, body) => sendToGroup(world, account, body));
  at('POST', '/v3.0/oa/message/template', 'template_send', (account, body) => sendTemplate(world, account, body));
  app.post(
    '/notification/template',
    withFaults(world, 'notify', (c) => notifyInMiniApp(world, c)),
  );
  at('GET', '/v2.0/oa/conversation', 'conversation', (account, data) => readConversation(world, account, data));
  at('GET', '/v2.0/oa/listrecentchat', 'recent_chats', (account, data) => readRecentChats(world, account, data));
  at('GET', '/v2.0/oa/getoa', 'account', readAccount);
  at('GET', '/v3.0/oa/user/detail', 'user_detail', readUser);
  at('POST', '/v2.0/oa/deletefollowerinfo', 'erase', eraseUser);
  at('POST', '/v3.0/oa/quota/message', 'quota', readQuota);
  return app;
}

/** The token must stand in the header: anywhere else it is as good as absent. Source: platform notes, section 1. */
async function authorised(world: World, c: Context<SimulationEnv>, serve: Serve): Promise<ZaloAnswer> {
  const bearer = world.tokens.check(c.req.header('access_token'));
  if ('error' in bearer) return failed(bearer.error);
  const account = world.accounts.get(bearer.oaId);
  if (account === undefined) return failed(-205);
  const remaining = countRequest(account, world.now());
  const answer = remaining < 0 ? failed(-32) : serve(account, await whatIsSent(c), c.req.path);
  const headers = {
    'X-RateLimit-Limit': String(account.requestsPerMinute),
    'X-RateLimit-Remain': String(Math.max(0, remaining)),
  };
  return { ...answer, headers };
}

/** Counters start anew with every minute. Source: platform notes, 3.10. @returns requests left; below 0 = too many. */
function countRequest(account: Account, now: number): number {
  const startedAt = now - (now % MINUTE_MS);
  if (account.minute.startedAt !== startedAt) account.minute = { startedAt, requests: 0 };
  account.minute.requests += 1;
  return account.requestsPerMinute - account.minute.requests;
}

async function whatIsSent(c: Context<SimulationEnv>): Promise<unknown> {
  try {
    if (c.req.method === 'POST') return await c.req.json();
    return JSON.parse(c.req.query('data') ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
