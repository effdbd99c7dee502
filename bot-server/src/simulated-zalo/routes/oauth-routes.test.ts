import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { type ZaloForTest, zaloCaller, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';

const FIRST = { grant_type: 'refresh_token', refresh_token: 'sim-refresh-first-1' };
const CALLBACK = 'https://phuong.invalid/cau-hinh';
const VERIFIER = 'Abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: string;
  error?: number;
}
async function tokens(request: Promise<Response>): Promise<Tokens> {
  const answer = await request;
  expect(answer.status).toBe(200);
  return answer.json();
}

describe('refreshing', () => {
  test('gives a new pair, and the seconds as a string', async () => {
    const { url, call } = await zaloForTest();
    const pair = await tokens(call.oauth(FIRST));
    expect(pair).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: '90000',
    });
    expect(await (await zaloCaller(url, pair.access_token).get('/v2.0/oa/getoa')).json()).toMatchObject({ error: 0 });
  });

  test('works once: the old refresh token and the old access token are dead at once', async () => {
    const { url, call } = await zaloForTest();
    const first = await tokens(call.oauth(FIRST));
    const second = await tokens(call.oauth({ grant_type: 'refresh_token', refresh_token: first.refresh_token }));
    expect(await (await zaloCaller(url, first.access_token).get('/v2.0/oa/getoa')).json()).toMatchObject({
      error: -216,
    });
    expect(await tokens(call.oauth({ grant_type: 'refresh_token', refresh_token: first.refresh_token }))).toMatchObject(
      {
        error: -14020,
        error_name: expect.any(String),
        error_description: expect.any(String),
      },
    );
    expect(await (await zaloCaller(url, second.access_token).get('/v2.0/oa/getoa')).json()).toMatchObject({ error: 0 });
  });

  test('a cut after the exchange costs the pair', async () => {
    const { call, control } = await zaloForTest();
    control.nextOutcomes('oauth', { kind: 'cut', delivered: true });
    await expect(call.oauth(FIRST)).rejects.toThrow();
    expect((await tokens(call.oauth(FIRST))).error).toBe(-14020);
  });

  test('a cut before the exchange does not', async () => {
    const { call, control } = await zaloForTest();
    control.nextOutcomes('oauth', { kind: 'cut' });
    await expect(call.oauth(FIRST)).rejects.toThrow();
    expect((await tokens(call.oauth(FIRST))).expires_in).toBe('90000');
  });

  test('a wrong app or secret gets nothing and spends nothing', async () => {
    const { call } = await zaloForTest();
    expect((await tokens(call.oauth(FIRST, 'wrong'))).error).toBeLessThan(0);
    expect((await tokens(call.oauth({ ...FIRST, app_id: 'other' }))).error).toBeLessThan(0);
    expect((await tokens(call.oauth(FIRST))).access_token).toBeTruthy();
  });

  test('two at once are seen, and only one of them wins', async () => {
    const { call, control } = await zaloForTest({ oauthLatency: { medianMs: 40 } });
    const answers = await Promise.all([tokens(call.oauth(FIRST)), tokens(call.oauth(FIRST))]);
    expect(answers.filter(({ error }) => error === -14020)).toHaveLength(1);
    expect(control.mostAtOnce('oauth')).toBe(2);
  });

  test('a token of an earlier run works once where that is wanted, and not elsewhere', async () => {
    const earlier = await tokens((await zaloForTest()).call.oauth(FIRST));
    const form = { grant_type: 'refresh_token', refresh_token: earlier.refresh_token };
    expect((await tokens((await zaloForTest()).call.oauth(form))).error).toBe(-14020);
    const { call } = await zaloForTest({ trustEarlierRuns: true });
    expect((await tokens(call.oauth(form))).access_token).toBeTruthy();
    expect((await tokens(call.oauth(form))).error).toBe(-14020);
  });
});

async function allow({ url }: ZaloForTest, more: Record<string, string> = {}): Promise<URL> {
  const query = { app_id: 'sim-app', redirect_uri: CALLBACK, code_challenge: CHALLENGE, state: 's1', ...more };
  const page = await fetch(`${url}/v4/oa/permission?${new URLSearchParams(query)}`, { redirect: 'manual' });
  expect(page.status).toBe(302);
  return new URL(page.headers.get('location') ?? '');
}

describe('authorising', () => {
  test('the browser comes back with a code that works once and with its verifier only', async () => {
    const zalo = await zaloForTest();
    const back = await allow(zalo);
    expect(`${back.origin}${back.pathname}`).toBe(CALLBACK);
    expect([back.searchParams.get('oa_id'), back.searchParams.get('state')]).toEqual([zalo.control.oaId, 's1']);
    const form = { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '' };
    expect((await tokens(zalo.call.oauth(form))).error).toBeLessThan(0);
    expect((await tokens(zalo.call.oauth({ ...form, code_verifier: `${VERIFIER}x` }))).error).toBeLessThan(0);
    expect((await tokens(zalo.call.oauth({ ...form, code_verifier: VERIFIER }))).expires_in).toBe('90000');
    expect((await tokens(zalo.call.oauth({ ...form, code_verifier: VERIFIER }))).error).toBeLessThan(0);
  });

  test('a code lives for ten minutes', async () => {
    const clock = movingClock();
    const zalo = await zaloForTest({ now: () => clock.now().getTime() });
    const code = (await allow(zalo)).searchParams.get('code') ?? '';
    clock.advance(10 * 60_000);
    const form = { grant_type: 'authorization_code', code, code_verifier: VERIFIER };
    expect((await tokens(zalo.call.oauth(form))).error).toBeLessThan(0);
  });

  test('the address to come back to must be the console’s, byte for byte', async () => {
    const { url } = await zaloForTest({ app: { redirectUri: CALLBACK } });
    const query = new URLSearchParams({ app_id: 'sim-app', redirect_uri: `${CALLBACK}/` });
    expect(await (await fetch(`${url}/v4/oa/permission?${query}`)).json()).toMatchObject({ error: -14003 });
  });

  test('the administrator may choose another account', async () => {
    const zalo = await zaloForTest({ accounts: [{ oaId: 'one' }, { oaId: 'two' }] });
    zalo.control.chooseAccount('two');
    expect((await allow(zalo)).searchParams.get('oa_id')).toBe('two');
  });
});
