import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type SimulationEnv, withFaults } from '../faults/disturb.ts';
import type { TokenAnswer } from '../token-desk.ts';
import type { World } from '../world.ts';
import { oauthFailed, type ZaloAnswer } from './zalo-answer.ts';

const formSchema = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('refresh_token'), app_id: z.string(), refresh_token: z.string() }),
  z.object({
    grant_type: z.literal('authorization_code'),
    app_id: z.string(),
    code: z.string(),
    code_verifier: z.string().optional(),
  }),
]);
const permissionSchema = z.object({
  app_id: z.string(),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  code_challenge: z.string().optional(),
  state: z.string().optional(),
});

/** Seen at Zalo without an official meaning (platform notes, 4.2); here: our request is malformed, or not from our app. */
const BAD_REQUEST = -14012;
const BAD_REDIRECT = -14003;
const UNKNOWN_APP = -14002;

/** OAuth v4 of oauth.zaloapp.com. */
export function oauthRoutes(world: World): Hono<SimulationEnv> {
  const app = new Hono<SimulationEnv>();
  app.post(
    '/v4/oa/access_token',
    withFaults(world, 'oauth', (c) => exchange(world, c)),
  );
  app.get('/v4/oa/permission', (c) => permit(world, c));
  return app;
}

async function exchange({ settings, tokens }: World, c: Context<SimulationEnv>): Promise<ZaloAnswer> {
  const form = formSchema.safeParse(await c.req.parseBody());
  if (!form.success) return oauthFailed(BAD_REQUEST, 'Invalid request');
  if (form.data.app_id !== settings.app.id) return oauthFailed(UNKNOWN_APP, 'Invalid app id');
  if (c.req.header('secret_key') !== settings.app.secret) return oauthFailed(BAD_REQUEST, 'Invalid secret key');
  return answerOf(
    form.data.grant_type === 'refresh_token'
      ? tokens.refresh(form.data.refresh_token)
      : tokens.exchange(form.data.code, form.data.code_verifier),
  );
}

function answerOf(answer: TokenAnswer): ZaloAnswer {
  return 'error' in answer
    ? oauthFailed(answer.error, answer.reason)
    : { status: 200, body: { ...answer }, headers: {} };
}

/** The administrator presses "Cho phép" at once. Source: platform notes, 4.1. */
function permit(world: World, c: Context<SimulationEnv>): Response {
  const asked = permissionSchema.safeParse(c.req.query());
  if (!asked.success) return c.json(oauthFailed(BAD_REDIRECT, 'Invalid redirect uri').body);
  const { app_id: appId, redirect_uri: redirectUri, code_challenge: challenge, state } = asked.data;
  if (appId !== world.settings.app.id) return c.json(oauthFailed(UNKNOWN_APP, 'Invalid app id').body);
  const expected = world.settings.app.redirectUri ?? redirectUri;
  if (redirectUri !== expected || redirectUri.includes('?')) {
    return c.json(oauthFailed(BAD_REDIRECT, 'Invalid redirect uri').body);
  }
  const code = world.tokens.issueCode(world.chosenAccount, challenge ?? null);
  const query = new URLSearchParams({ code, oa_id: world.chosenAccount, ...(state === undefined ? {} : { state }) });
  return c.redirect(`${redirectUri}?${query}`, 302);
}
