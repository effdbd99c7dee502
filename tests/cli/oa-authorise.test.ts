import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import type { SimulatedZaloOptions } from '../../bot-server/src/simulated-zalo/settings.ts';
import type { Ran } from '../fakes/run-command.ts';
import { startCommand } from '../fakes/running-command.ts';
import { type ZaloForTest, zaloForTest } from '../fakes/zalo-caller.ts';

const CALLBACK = 'https://phuong.invalid/zalo';
let folder: string;
let zalo: ZaloForTest;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'authorise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function zaloWith(options: SimulatedZaloOptions = {}): Promise<Record<string, string>> {
  zalo = await zaloForTest({ app: { redirectUri: CALLBACK }, ...options });
  return {
    ...{ VAR_DIR: folder, ZALO_OAUTH_URL: zalo.url, ZALO_OPENAPI_URL: zalo.url, ZALO_OA_ID: zalo.control.oaId },
    ...{ ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret' },
  };
}

const start = (env: Record<string, string>, ...args: string[]) =>
  startCommand(['admin', 'oa', 'authorise', ...args], env);

async function run(env: Record<string, string>, ...args: string[]): Promise<Ran> {
  const command = start(env, ...args);
  command.closeInput();
  return command.ended();
}

function refused({ status, stdout, stderr }: Ran, message: RegExp): void {
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}

/** The administrator opens the link and presses "Cho phép"; gives the address that the browser is sent to. */
async function allow(link: string): Promise<string> {
  const page = await fetch(link, { redirect: 'manual' });
  return page.headers.get('location') ?? '';
}

const LINK = /^(http\S+\/v4\/oa\/permission\?\S+)$/m;
const pending = () => path.join(folder, 'oa-authorisation');

async function stored(oaId: string) {
  const state = openSqliteState(path.join(folder, 'state.db'));
  const pair = await stateOaTokens(state, randomIds).read(oaId);
  const alarms = await stateAlarms(state, systemClock).active();
  await state.close();
  return { pair, alarms };
}

test('an administrator opens the link, allows, pastes the address: the account speaks and the alarm is gone', async () => {
  const env = await zaloWith();
  const state = openSqliteState(path.join(folder, 'state.db'));
  await stateAlarms(state, systemClock).raise('oa_authorisation', zalo.control.oaId, 'x');
  await state.close();
  const command = start(env, '--callback', CALLBACK);
  const link = (await command.said(LINK))[1] ?? '';
  expect(statSync(pending()).mode & 0o777).toBe(0o600);
  expect(link).not.toContain(JSON.parse(readFileSync(pending(), 'utf8')).verifier);
  command.type(await allow(link));
  const { status, stdout, stderr } = await command.ended();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/OA mô phỏng 1.*sim-oa-1.*cơ quan nhà nước/);
  const { pair, alarms } = await stored(zalo.control.oaId);
  expect(pair).toMatchObject({ usedAt: null, refused: false });
  expect(alarms).toEqual([]);
  expect(existsSync(pending())).toBe(false);
  expect(stdout).not.toContain(pair?.accessToken);
});

test('link now, address in a second command; the same address does not work twice', async () => {
  const env = { ...(await zaloWith()), PUBLIC_URL: CALLBACK };
  const first = await run(env);
  expect(first.status).toBe(0);
  const address = await allow(LINK.exec(first.stdout)?.[1] ?? '');
  expect((await run(env, address)).stdout).toMatch(/sim-oa-1/);
  refused(await run(env, address), /oa authorise/);
});

test('--code and --account do without the address', async () => {
  const env = { ...(await zaloWith()), PUBLIC_URL: CALLBACK };
  const address = await allow(LINK.exec((await run(env)).stdout)?.[1] ?? '');
  const code = new URL(address).searchParams.get('code') ?? '';
  expect((await run(env, '--code', code, '--account', 'sim-oa-1')).status).toBe(0);
  expect((await stored('sim-oa-1')).pair).not.toBeNull();
});

test('the rights of an account that is not configured are not stored', async () => {
  const env = { ...(await zaloWith({ accounts: [{ oaId: 'ours' }, { oaId: 'theirs' }] })), PUBLIC_URL: CALLBACK };
  zalo.control.chooseAccount('theirs');
  const address = await allow(LINK.exec((await run(env)).stdout)?.[1] ?? '');
  refused(await run(env, address), /OA theirs.*cần OA theirs|OA theirs/);
  expect((await stored('theirs')).pair).toBeNull();
  expect((await stored('ours')).pair).toBeNull();
});

test('an older link, a wrong code, an address without a code and missing settings end in one line', async () => {
  const env = { ...(await zaloWith()), PUBLIC_URL: CALLBACK };
  refused(await run(env, `${CALLBACK}?code=x`), /oa authorise/);
  const old = await allow(LINK.exec((await run(env)).stdout)?.[1] ?? '');
  await run(env);
  refused(await run(env, old), /cũ hơn/);
  refused(await run(env, `${CALLBACK}?oa_id=1`), /code=/);
  refused(await run(env, '--code', 'wrong'), /lỗi -14014/);
  refused(await run({ ...env, PUBLIC_URL: '' }), /--callback/);
  refused(await run({ ...env, ZALO_APP_SECRET: '' }), /ZALO_APP_SECRET/);
  refused(await run({ ...env, ZALO_OA_ID: '' }), /ZALO_OA_ID/);
  refused(await startCommand(['admin', 'oa'], env).ended(), /oa authorise/);
  expect(readdirSync(folder).filter((name) => name.startsWith('oa-'))).toEqual([]);
});

test('while Zalo is out of reach the address is kept for another try', async () => {
  const env = { ...(await zaloWith()), PUBLIC_URL: CALLBACK };
  const address = await allow(LINK.exec((await run(env)).stdout)?.[1] ?? '');
  refused(await run({ ...env, ZALO_OAUTH_URL: 'http://127.0.0.1:9' }, address), /dán lại/);
  expect((await run(env, address)).status).toBe(0);
});
