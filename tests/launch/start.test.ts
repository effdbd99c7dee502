import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../fakes/run-command.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

let folder: string;
let child: ChildProcess | null = null;
beforeEach(async () => {
  folder = await folderWithIndex();
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server as `npm start` does and resolves with the address it prints. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, ['bot-server/launch/launch.mjs', 'start'], {
    env: {
      ...(PATH ? { PATH } : {}),
      ...(HOME ? { HOME } : {}),
      PORT: '0',
      VAR_DIR: folder,
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = child;
  let printed = '';
  return new Promise((resolve, reject) => {
    started.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const address = /http:\/\/\S+(?=\s)/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    started.once('exit', () => reject(new Error('the server ended without printing its address')));
  });
}

test('npm start serves the demonstration on one port, and stops when told to', { timeout: 120_000 }, async () => {
  const address = await start();
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const page = await fetch(address);
  expect(page.url).toBe(`${address}/zapps/demo/`);
  expect(await page.text()).toContain('<base href="/zapps/demo/">');
  const session = await fetch(`${address}/api/v1/session/demo`, {
    method: 'POST',
    body: JSON.stringify({ persona: 'resident', ward: 'khong-co' }),
  });
  expect((await session.json()).error.code).toBe('unknown_ward');
  expect(statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600);

  child?.kill('SIGTERM');
  const [code] = await once(child as ChildProcess, 'exit');
  expect(code).toBe(0);
});

test('with Zalo credentials npm start is not a demonstration', { timeout: 120_000 }, async () => {
  const address = await start({ ZALO_APP_ID: '1', ZALO_APP_SECRET: 's', ZALO_MINI_APP_ID: '42' });
  const reply = await fetch(`${address}/api/v1/session/demo`, {
    method: 'POST',
    body: '{"persona":"admin","ward":"x"}',
  });
  expect(reply.status).toBe(404);
  expect((await fetch(address)).url).toBe(`${address}/zapps/42/`);
});

test('a worker alone serves no page, but says whether it is well', { timeout: 120_000 }, async () => {
  const address = await start({ PROCESS: 'worker', ZALO_APP_ID: '1', ZALO_APP_SECRET: 's' });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${address}/metrics`)).text()).toContain('chat_events_waiting 0');
  expect((await fetch(`${address}/api/v1/wards`)).status).toBe(404);
});

test.each([
  [{ DEMO: '1', ZALO_APP_SECRET: 's' }, /^DEMO=1/],
  [{ PORT: 'x' }, /^PORT/],
  [{ PROCESS: 'both' }, /^PROCESS/],
  [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL/],
  [{ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/x' }, /^DATABASE_URL: .*ECONNREFUSED(?!.*hunter2)/],
])('%o: the server refuses to start, in one line, with exit 2', (env, message) => {
  const { status, stderr } = runCommand(['start'], { VAR_DIR: folder, ...env });
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
