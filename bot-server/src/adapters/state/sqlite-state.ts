import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { counted, type Handle, Needed, type State, TouchedNothing, type Write } from './state.ts';
import * as tables from './tables.sqlite.ts';
import type { Tables } from './tables.ts';
import { walSync } from './wal-sync.ts';

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations/sqlite');
const BUSY_MS = 5000;
const OPENINGS = 3;

export interface SqliteState extends State {
  /** For backup, restore and tests; repositories use `db`. */
  readonly sqlite: Database.Database;
  /** Copies the state, consistent while others write, into a new file that only its owner may read. */
  backup(file: string): Promise<void>;
}

/** Opens the state file, making it and its folder when missing, and brings it up to the newest migration. */
export function openSqliteState(file: string): SqliteState {
  const sqlite = openMigrated(file);
  const db = drizzle(sqlite) as unknown as Handle;
  const log = walSync(file);
  return {
    ...{ sqlite, db, tables: tables satisfies Tables },
    picked: (id, select) => sql`${id} in (${select.getSQL()})`,
    atomically: async (list) => runAll(sqlite, () => list(db).map((write) => counted(write, run(write)))),
    rows: rowsOfJson,
    durable: () => log.sync(),
    scrub: async () => emptyLog(sqlite),
    isReachable: async () => answers(sqlite),
    async backup(target) {
      makePrivate(target);
      await sqlite.backup(target);
    },
    async close() {
      log.close();
      sqlite.close();
    },
  };
}

/** `where true`: SQLite would otherwise read a following ON CONFLICT as part of a join. */
function rowsOfJson(columns: Readonly<Record<string, 'text' | 'int'>>, json: string): SQL {
  const values = Object.keys(columns).map((name) => sql.raw(`value ->> '${name}' as "${name}"`));
  return sql`select ${sql.join(values, sql`, `)} from json_each(${json}) where true`;
}

/** Two processes that start at once may both want to migrate: the one that comes second finds it done when it looks again. */
function openMigrated(file: string, openings = OPENINGS): Database.Database {
  makePrivate(file);
  const sqlite = new Database(file, { timeout: BUSY_MS });
  try {
    sqlite.pragma('journal_mode = WAL');
    // What must survive a power cut is synced by `durable()`.
    sqlite.pragma('synchronous = NORMAL');
    // A checkpoint writes each page once, however often it changed: fewer, larger ones (32 MB of log) under load.
    sqlite.pragma('wal_autocheckpoint = 8000');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('secure_delete = ON');
    migrate(drizzle(sqlite), { migrationsFolder: MIGRATIONS });
    keepPrepared(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    if (openings <= 1) throw error;
    return openMigrated(file, openings - 1);
  }
}

const MOST_PREPARED = 200;

/**
 * Drizzle prepares a statement each time it runs one; for a batch of events that took a tenth of the insert. Only writes are
 * kept: a read remembers which shape of rows was asked for.
 */
function keepPrepared(sqlite: Database.Database): void {
  const prepare = sqlite.prepare.bind(sqlite);
  const kept = new Map<string, Database.Statement>();
  sqlite.prepare = ((text: string) => {
    const found = kept.get(text);
    if (found !== undefined) return found;
    const statement = prepare(text);
    if (statement.reader) return statement;
    if (kept.size >= MOST_PREPARED) kept.clear();
    kept.set(text, statement);
    return statement;
  }) as typeof sqlite.prepare;
}

/** Messages wait here before they are answered and sent. SQLite gives its -wal and -shm files the same mode. */
function makePrivate(file: string): void {
  if (file === ':memory:') return;
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file)) chmodSync(file, 0o600);
  else closeSync(openSync(file, 'a', 0o600));
}

/** `immediate`: takes the write lock at once, so that waiting for another process is patient instead of failing midway. */
function runAll(sqlite: Database.Database, work: () => number[]): number[] | null {
  try {
    return sqlite.transaction(work).immediate();
  } catch (error) {
    if (error instanceof TouchedNothing) return null;
    throw error;
  }
}

/** Drizzle's SQLite queries can run at once; the async type of the handle hides it. */
function run(write: Write | Needed): number {
  const query = (write instanceof Needed ? write.write : write) as unknown as { run(): { changes: number } };
  return query.run().changes;
}

function emptyLog(sqlite: Database.Database): void {
  const [result] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (result?.busy !== 0) throw new Error('the write-ahead log is in use and could not be emptied');
}

function answers(sqlite: Database.Database): boolean {
  try {
    return sqlite.prepare('select 1 from conversations limit 1').all().length >= 0;
  } catch {
    return false;
  }
}
