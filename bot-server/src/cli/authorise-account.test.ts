import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeOaTokens } from '../../../tests/fakes/oa-tokens.ts';
import { rememberedAlarms } from '../../../tests/fakes/remembered-alarms.ts';
import { type ZaloForTest, zaloForTest } from '../../../tests/fakes/zalo-caller.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { oauthClient } from '../adapters/zalo/oauth-client.ts';
import { openapiClient } from '../adapters/zalo/openapi-client.ts';
import type { SimulatedZaloOptions } from '../simulated-zalo/settings.ts';
import { type AuthoriseDeps, acceptPermission, permissionLink, readCallback } from './authorise-account.ts';
import { CliError } from './cli-error.ts';

const CALLBACK = 'https://phuong.invalid/zalo';
let varDir: string;
let zalo: ZaloForTest;
beforeEach(() => {
  varDir = path.join(mkdtempSync(path.join(os.tmpdir(), 'authorise-')), 'var');
});
afterEach(() => rmSync(path.dirname(varDir), { recursive: true }));

async function setUp(oaIds = ['sim-oa-1'], options: SimulatedZaloOptions = {}): Promise<AuthoriseDeps> {
  zalo = await zaloForTest({ app: { redirectUri: CALLBACK }, ...options });
  const app = { appId: 'sim-app', appSecret: 'sim-app-secret', fetch };
  return {
    ...{ oauth: oauthClient({ oauthUrl: zalo.url, ...app }), zalo: openapiClient({ openapiUrl: zalo.url, fetch }) },
    ...{ tokens: fakeOaTokens(), alarms: rememberedAlarms(), clock: systemClock, varDir, oaIds },
  };
}

/** The administrator opens the link and presses "Cho phép"; gives the address that the browser is sent to. */
async function allow(link: string): Promise<string> {
  const page = await fetch(link, { redirect: 'manual' });
  return page.headers.get('location') ?? '';
}
const pending = () => path.join(varDir, 'oa-authorisation');
const refusal = (deps: AuthoriseDeps, address: string) =>
  acceptPermission(deps, readCallback(address)).then(
    () => 'accepted',
    (error: unknown) => (error instanceof CliError ? error.message : Promise.reject(error)),
  );

test('what is allowed is exchanged, stored and known by name; the alarm is over', async () => {
  const deps = await setUp();
  await deps.alarms.raise('oa_authorisation', 'sim-oa-1', 'x');
  const link = permissionLink(deps, CALLBACK);
  expect(statSync(pending()).mode & 0o777).toBe(0o600);
  expect(link).not.toContain(JSON.parse(readFileSync(pending(), 'utf8')).verifier);
  const account = await acceptPermission(deps, readCallback(await allow(link)));
  expect(account).toMatchObject({ oaId: 'sim-oa-1', type: 4 });
  const pair = await deps.tokens.read('sim-oa-1');
  expect(pair).toMatchObject({ usedAt: null, refused: false });
  expect((pair?.expiresAt ?? 0) - (pair?.obtainedAt ?? 0)).toBe(90_000_000);
  expect(await deps.alarms.active()).toEqual([]);
  expect(existsSync(pending())).toBe(false);
});

test('a code alone will do, and works once', async () => {
  const deps = await setUp();
  const { code } = readCallback(await allow(permissionLink(deps, CALLBACK)));
  const bare = { code, oaId: null, state: null };
  expect(await acceptPermission(deps, bare)).toMatchObject({ oaId: 'sim-oa-1' });
  await expect(acceptPermission(deps, bare)).rejects.toThrow(/đang chờ/);
  permissionLink(deps, CALLBACK);
  await expect(acceptPermission(deps, bare)).rejects.toThrow(/-14014.*oa authorise/);
});

test('the rights of another account than the one meant are not stored', async () => {
  const deps = await setUp(['ours', 'second'], {
    accounts: [{ oaId: 'ours' }, { oaId: 'theirs' }, { oaId: 'second' }],
  });
  zalo.control.chooseAccount('theirs');
  expect(await refusal(deps, await allow(permissionLink(deps, CALLBACK)))).toMatch(/OA theirs/);
  zalo.control.chooseAccount('second');
  const { code } = readCallback(await allow(permissionLink(deps, CALLBACK)));
  await expect(acceptPermission(deps, { code, oaId: 'ours', state: null })).rejects.toThrow(/second.*cần OA ours/);
  for (const oaId of ['ours', 'theirs', 'second']) expect(await deps.tokens.read(oaId)).toBeNull();
});

test('an answer to an older link is refused, and the newer one still works', async () => {
  const deps = await setUp();
  const old = await allow(permissionLink(deps, CALLBACK));
  const link = permissionLink(deps, CALLBACK);
  expect(await refusal(deps, old)).toMatch(/cũ hơn/);
  expect(await refusal(deps, await allow(link))).toBe('accepted');
});

test('while Zalo is out of reach nothing is lost: the same address works later', async () => {
  const deps = await setUp();
  const address = await allow(permissionLink(deps, CALLBACK));
  const away = oauthClient({ oauthUrl: 'http://127.0.0.1:9', appId: 'sim-app', appSecret: 'sim-app-secret', fetch });
  expect(await refusal({ ...deps, oauth: away }, address)).toMatch(/dán lại/);
  expect(await refusal(deps, address)).toBe('accepted');
});

test('when Zalo does not tell the name just now, the pair is stored under the account that the address names', async () => {
  const deps = await setUp();
  const zaloAway = openapiClient({ openapiUrl: 'http://127.0.0.1:9', fetch });
  const address = await allow(permissionLink(deps, CALLBACK));
  expect(await acceptPermission({ ...deps, zalo: zaloAway }, readCallback(address))).toBeNull();
  expect(await deps.tokens.read('sim-oa-1')).not.toBeNull();
});

test.each(['', 'code', `${CALLBACK}?oa_id=1`, `${CALLBACK}?code=`])('"%s" is no address with a code', (address) => {
  expect(() => readCallback(address)).toThrow(/code=/);
});
