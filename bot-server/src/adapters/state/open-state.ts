import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

export interface State {
  readonly db: BetterSQLite3Database & { readonly $client: Database.Database };
  /** False when the file cannot be read any more. Never throws. */
  isReachable(): boolean;
  /** Copies the state, consistent while others write, into a new file. */
  backup(file: string): Promise<void>;
  close(): void;
}

/** Opens the state file, making it and its folder when missing, and brings it up to the newest migration. */
export function openState(file: string): State {
  mkdirSync(path.dirname(file), { recursive: true });
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('foreign_keys = ON');
  const db = drizzle(sqlite);
  migrate(db, { migrationsFolder: MIGRATIONS });
  return {
    db,
    isReachable: () => answers(sqlite),
    backup: async (target) => void (await sqlite.backup(target)),
    close: () => sqlite.close(),
  };
}

function answers(sqlite: Database.Database): boolean {
  try {
    return sqlite.prepare('select 1 from conversations limit 1').all().length >= 0;
  } catch {
    return false;
  }
}
