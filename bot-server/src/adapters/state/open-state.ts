import { openPostgresState } from './postgres-state.ts';
import { openSqliteState } from './sqlite-state.ts';
import type { Database, State } from './state.ts';

/** Opens the state where it lives and brings it up to the newest migration. @throws StateUnusable for PostgreSQL */
export async function openState(database: Database): Promise<State> {
  return database.kind === 'sqlite' ? openSqliteState(database.file) : await openPostgresState(database.url);
}
