import * as z from 'zod';
import type { FreshTokens, ZaloOauth, ZaloResult } from '../../ports/zalo-oa.ts';
import { readAnswer, wholeNumber } from './zalo-answer.ts';
import { callZalo, type ZaloHttp } from './zalo-http.ts';

export interface OauthSettings extends ZaloHttp {
  /** Without a final slash. */
  readonly oauthUrl: string;
  readonly appId: string;
  /** The app's secret, not the account's. */
  readonly appSecret: string;
}

/** Where Zalo does not say how long a token lives, the shortest life that was ever reported, in seconds. */
const SHORTEST_LIFE = 3600;

const seconds = wholeNumber.pipe(z.int().positive());

/** One page of Zalo's documentation spells it `expire_in`. Source: platform notes, 4.2. */
const tokensSchema: z.ZodType<FreshTokens> = z
  .object({
    access_token: z.string().trim().min(1),
    refresh_token: z.string().trim().min(1),
    expires_in: seconds.optional().catch(undefined),
    expire_in: seconds.optional().catch(undefined),
  })
  .transform((answer) => ({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresIn: answer.expires_in ?? answer.expire_in ?? SHORTEST_LIFE,
  }));

/** Zalo's OAuth v4 for Official Accounts. Source: platform notes, section 4. */
export function oauthClient(settings: OauthSettings): ZaloOauth {
  const { oauthUrl, appId } = settings;
  return {
    refresh: (refreshToken) => ask(settings, { refresh_token: refreshToken, grant_type: 'refresh_token' }),
    exchange: (code, verifier) => ask(settings, { code, grant_type: 'authorization_code', code_verifier: verifier }),
    permissionUrl(redirectUri, challenge, state) {
      const query = { app_id: appId, redirect_uri: redirectUri, code_challenge: challenge, state };
      return `${oauthUrl}/v4/oa/permission?${new URLSearchParams(query)}`;
    },
  };
}

/** A success carries tokens and no `error`; a refusal usually comes as HTTP 200 too. */
async function ask(settings: OauthSettings, form: Record<string, string>): Promise<ZaloResult<FreshTokens>> {
  const { oauthUrl, appId, appSecret } = settings;
  const outcome = await callZalo(settings, `${oauthUrl}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: appSecret },
    body: new URLSearchParams({ ...form, app_id: appId }),
  });
  return readAnswer(outcome, tokensSchema, (status, error) => status === 200 && (error === null || error === 0));
}
