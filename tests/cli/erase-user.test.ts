import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { chatEvent } from '../fakes/chat-samples.ts';
import { runCommand } from '../fakes/run-command.ts';

const PERSON = { oaId: 'oa-1', userId: 'person-1' };
const OTHER = { oaId: 'oa-1', userId: 'person-2' };

let folder: string;
const open = () => openSqliteState(path.join(folder, 'state.db'));
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-erase-'));
  const state = open();
  const chats = stateChatStore(state, systemClock, randomIds);
  await chats.accept([chatEvent('e1', PERSON), chatEvent('e2', OTHER)], 0);
  await state.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runCommand(['admin', 'erase-user', ...args], { VAR_DIR: folder });

test('an operator erases one person, and nobody else', async () => {
  expect(run(PERSON.oaId, PERSON.userId).status).toBe(0);
  const state = open();
  const chats = stateChatStore(state, systemClock, randomIds);
  expect(await chats.thread(PERSON)).toBeNull();
  expect(await chats.thread(OTHER)).not.toBeNull();
  await state.close();
});

test('without a person nothing is done', () => {
  const { status, stderr } = run(PERSON.oaId);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Cách dùng: npm run admin -- erase-user/);
});
