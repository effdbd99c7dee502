import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { counted, type Handle, Needed, type State, StateUnusable, TouchedNothing, type Write } from './state.ts';
import * as tables from './tables.postgres.ts';
import type { Tables } from './tables.ts';

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations/postgres');
/** Any number that no other program takes as its lock in this database. */
const MIGRATION_LOCK = 570_057;
const CONNECTIONS = 10;
const PATIENCE_MS = 5000;
const TRIES = 3;
/** PostgreSQL undid the transaction and asks to run it again: deadlock, serialisation. */
const TRY_AGAIN = new Set(['40P01', '40001']);

/** Connects, and brings the database up to the newest migration, one process at a time. @throws StateUnusable */
export async function openPostgresState(url: string): Promise<State> {
  await migrateAlone(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: 2 * PATIENCE_MS,
    application_name: 'phuong-so',
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  const db = drizzle(pool);
  return {
    ...{ db: db as unknown as Handle, tables: tables as unknown as Tables },
    // Not `in (select … limit 3 for update …)`: PostgreSQL may run that select anew for every row it compares, and a limit
    // of 3 claimed 4 (PostgreSQL 17, 6 rows). An array is made once.
    picked: (id, select) => sql`${id} = any(array(${select.getSQL()} for update skip locked))`,
    atomically: (list) => retried(() => inTransaction(db, list)),
    rows: rowsOfJson,
    // A commit that PostgreSQL has confirmed is on the disk.
    durable: async () => {},
    // Deleted rows stay in PostgreSQL's own files until it vacuums them; only its administrator can see those.
    scrub: async () => {},
    isReachable: () => answers(pool),
    close: () => pool.end(),
  };
}

const TYPES = { text: 'text', int: 'bigint' } as const;

function rowsOfJson(columns: Readonly<Record<string, 'text' | 'int'>>, json: string): SQL {
  const typed = Object.entries(columns).map(([name, type]) => sql.raw(`"${name}" ${TYPES[type]}`));
  return sql`select * from json_to_recordset(${json}::json) as given(${sql.join(typed, sql`, `)})`;
}

async function migrateAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
  } catch (error) {
    throw new StateUnusable(codeOf(error) ?? 'no answer', error);
  } finally {
    // Ends the session, and its lock with it.
    await client.end().catch(() => {});
  }
}

type Database = ReturnType<typeof drizzle>;

async function inTransaction(db: Database, list: Parameters<State['atomically']>[0]): Promise<number[] | null> {
  try {
    return await db.transaction(async (transaction) => {
      const touched: number[] = [];
      for (const write of list(transaction as unknown as Handle)) touched.push(counted(write, await run(write)));
      return touched;
    });
  } catch (error) {
    if (error instanceof TouchedNothing) return null;
    throw error;
  }
}

async function run(write: Write | Needed): Promise<number> {
  const result = await (write instanceof Needed ? write.write : write);
  return (result as pg.QueryResult).rowCount ?? 0;
}

async function retried<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || !TRY_AGAIN.has(codeOf(error) ?? '')) throw error;
    return retried(work, tries - 1);
  }
}

/** Drizzle wraps what the driver throws; the driver collects what every address of a host answered. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause) ?? (error instanceof AggregateError ? codeOf(error.errors[0]) : null);
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1 from conversations limit 1');
    return true;
  } catch {
    return false;
  }
}
