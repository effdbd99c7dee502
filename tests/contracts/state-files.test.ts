import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateConversationMemory } from '../../bot-server/src/adapters/state/repos/conversation-memory.ts';
import { openSqliteState, type SqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { chatEvent, outboxMessage } from '../fakes/chat-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { makePlace, type TestPlace } from '../fakes/test-database.ts';

const MIGRATIONS = 'bot-server/src/adapters/state/migrations';
let place: TestPlace;
let file: string;
beforeEach(async () => {
  place = await makePlace('sqlite');
  file = place.database.kind === 'sqlite' ? place.database.file : '';
});
afterEach(() => place.remove());

/** All bytes of the state's files, as text. */
function bytes(): string {
  const folder = path.dirname(file);
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
}

/** Chats with words of every length, so that pages of the file split, join and overflow. */
async function fill(state: SqliteState, people: readonly string[]): Promise<void> {
  const store = stateChatStore(state, movingClock(), randomIds);
  for (let at = 0; at < 400; at++) {
    const userId = people[at % people.length] ?? '';
    const words = `words-of-${userId} `.repeat(1 + ((at * 37) % 90));
    await store.accept([chatEvent(`${at}`, { oaId: '100', userId, text: words })], 0);
    if (at % 3 === 0) continue;
    const claim = await store.claim(1_000, 1_000);
    if (claim === null) continue;
    const key = { oaId: '100', userId: claim.thread.userId };
    const message = outboxMessage(claim.token, { ...key, text: `words-of-${key.userId} `.repeat(at % 60) });
    await store.finish(claim, { thread: { ...claim.thread, ward: 'w' }, messages: [message] });
  }
}

test('an erased person leaves no trace in the files either, and the others keep theirs', async () => {
  const people = Array.from({ length: 12 }, (_, at) => `person${at}x`);
  const state = openSqliteState(file);
  const store = stateChatStore(state, movingClock(), randomIds);
  const memory = stateConversationMemory(state, movingClock());
  await fill(state, people);
  for (const name of people) {
    const topic = { ward: 'w', intent: null, unitIds: [], taskIds: [], targetIds: [], year: null, documentId: null };
    await memory.save(`zalo:100:${name}`, 'w', topic);
  }
  expect(people.filter((name) => bytes().includes(name))).toEqual(people);
  const [kept = '', ...erased] = people;
  for (const userId of erased) await store.erase({ oaId: '100', userId });
  const left = bytes();
  expect(erased.filter((name) => left.includes(name))).toEqual([]);
  expect(left).toContain(`words-of-${kept} `);
  await state.close();
});

test('the files are for their owner only, also where an older version made them readable', async () => {
  new Database(file).close();
  const state = openSqliteState(file);
  await state.backup(`${file}.copy`);
  const folder = path.dirname(file);
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(statSync(path.join(folder, name)).mode & 0o777, name).toBe(0o600);
  await state.close();
});

test('what an older version stored is still there after the migration', async () => {
  const old = new Database(file);
  old.exec(readFileSync(`${MIGRATIONS}/sqlite/0000_conversations.sql`, 'utf8'));
  old.exec('create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)');
  old.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 1795316685872)");
  old.exec(`insert into conversations values ('c1', 'w', '{}', 1)`);
  old.close();
  for (let start = 0; start < 2; start++) {
    const state = openSqliteState(file);
    expect(await state.db.select().from(state.tables.conversations)).toMatchObject([{ id: 'c1', ward: 'w' }]);
    expect(await state.db.select().from(state.tables.alarms)).toEqual([]);
    await state.close();
  }
});

test('processes that start at the same moment make the tables once, and none of them fails', async () => {
  const module = path.resolve('bot-server/src/adapters/state/sqlite-state.ts');
  const code = `import { openSqliteState } from ${JSON.stringify(module)}; await openSqliteState(process.argv[1]).close();`;
  const start = () => spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, file]);
  const ends = await Promise.all(Array.from({ length: 4 }, () => once(start(), 'exit')));
  expect(ends.map(([status]) => status)).toEqual([0, 0, 0, 0]);
});

test('on PostgreSQL too', async () => {
  const server = await makePlace('postgres');
  const states = await Promise.all(Array.from({ length: 6 }, () => openState(server.database)));
  for (const state of states) expect(await state.isReachable()).toBe(true);
  await Promise.all(states.map((state) => state.close()));
  await server.remove();
});

test('a database that is gone is not reachable, and says so instead of throwing', async () => {
  const server = await makePlace('postgres');
  const state = await openState(server.database);
  expect(await state.isReachable()).toBe(true);
  await server.remove();
  expect(await state.isReachable()).toBe(false);
  await state.close();
});
