import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import type { Ran } from '../fakes/run-command.ts';
import { startCommand } from '../fakes/running-command.ts';
import { zaloForTest } from '../fakes/zalo-caller.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'authorise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (env: Record<string, string>, ...args: string[]) =>
  startCommand(['admin', 'oa', 'authorise', ...args], { VAR_DIR: folder, ...env });

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

const LINK = /^(http\S+\/v4\/oa\/permission\?\S+)\n/m;
const CALLBACK = 'https://phuong.invalid/zalo';
const APP = { ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret', ZALO_OA_ID: 'sim-oa-1' };

async function allow(link: string | undefined): Promise<string> {
  const page = await fetch(link ?? '', { redirect: 'manual' });
  return page.headers.get('location') ?? '';
}

test('an administrator opens the link, allows and pastes the address at once or later: the account may speak', async () => {
  const { url } = await zaloForTest({ app: { redirectUri: CALLBACK } });
  const env = { ...APP, ZALO_OAUTH_URL: url, ZALO_OPENAPI_URL: url };
  const command = start(env, '--callback', CALLBACK);
  command.type(`"${await allow((await command.said(LINK))[1])}"`);
  const { status, stdout, stderr } = await command.ended();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/OA mô phỏng 1.*sim-oa-1.*cơ quan nhà nước/);

  const state = openSqliteState(path.join(folder, 'state.db'));
  const pair = await stateOaTokens(state, randomIds).read('sim-oa-1');
  await state.close();
  expect(stdout).not.toContain(pair?.accessToken);

  const link = await run({ ...env, PUBLIC_URL: CALLBACK });
  expect(link.status).toBe(0);
  const later = await run(env, await allow(LINK.exec(link.stdout)?.[1]));
  expect([later.status, later.stderr]).toEqual([0, '']);
  refused(await run(env, `${CALLBACK}?code=x`), /đang chờ/);
});

test.each([
  [/--callback/, { ...APP }, []],
  [/ZALO_APP_SECRET/, { ...APP, ZALO_APP_SECRET: '' }, ['--callback', CALLBACK]],
  [/ZALO_OA_ID/, { ...APP, ZALO_OA_ID: '' }, ['--callback', CALLBACK]],
  [/Cách dùng/, { ...APP }, ['--code', 'x', 'https://y.invalid']],
])('what is missing is said in one line: %s', async (message, env, args) => {
  refused(await run(env, ...args), message);
  expect(existsSync(path.join(folder, 'oa-authorisation'))).toBe(false);
});
