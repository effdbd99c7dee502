import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { runCommand } from '../fakes/run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-alarms-'));
  const state = openSqliteState(path.join(folder, 'state.db'));
  const alarms = stateAlarms(state, systemClock);
  await alarms.raise('oa_authorisation', 'oa-1', 'Cấp quyền lại.');
  await alarms.raise('message_dead', 'oa-1', 'Báo kỹ thuật.');
  await alarms.raise('message_dead', 'oa-1', 'Báo kỹ thuật.');
  await state.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runCommand(['admin', 'alarms', ...args], { VAR_DIR: folder });

test('an operator reads what to do, and ends what has been looked at; what still stands stays', () => {
  const { status, stdout } = run();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^oa_authorisation \(oa-1\): lúc .*\nCấp quyền lại\.$/m);
  expect(stdout).toMatch(/^message_dead \(oa-1\): 2 lần, từ .*\nBáo kỹ thuật\.$/m);
  expect(run('clear').stdout).not.toContain('message_dead');
  expect(run().stdout).toContain('oa_authorisation');
});

test('anything else ends with exit 2 and one line', () => {
  const { status, stderr } = run('delete');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Cách dùng: npm run admin -- alarms/);
});
