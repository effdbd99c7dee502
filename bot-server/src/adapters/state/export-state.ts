import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { State } from './state.ts';
import { type ExportedTable, rowSchemas, type StateLine } from './state-line.ts';

/** What fits into one insert: SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 500;

/** Everything that is stored but tokens, one row at a time. Of one moment only while nothing writes. */
export async function* exportState({ db, tables }: State): AsyncGenerator<StateLine> {
  for (const table of Object.keys(rowSchemas) as ExportedTable[]) {
    const rows = await db.select().from(tables[table] as SQLiteTable);
    for (const row of rows) yield { table, row } as StateLine;
  }
}

/** Puts all lines in, or none. A row that is already there is replaced by the imported one. */
export async function importState(state: State, lines: readonly StateLine[]): Promise<void> {
  const names = Object.keys(rowSchemas) as ExportedTable[];
  await state.atomically((db) =>
    names.flatMap((name) => {
      const table = state.tables[name] as SQLiteTable;
      const columns = getTableColumns(table);
      const set = Object.fromEntries(
        Object.entries(columns).map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
      );
      const target = columns.id as NonNullable<typeof columns.id>;
      return chunks(rowsOf(lines, name)).map((rows) =>
        db.insert(table).values(rows).onConflictDoUpdate({ target, set }),
      );
    }),
  );
}

/** The last line of an id wins: PostgreSQL refuses to write one row twice in a statement. */
function rowsOf(lines: readonly StateLine[], name: ExportedTable): StateLine['row'][] {
  const byId = new Map(lines.flatMap(({ table, row }) => (table === name ? [[row.id, row] as const] : [])));
  return [...byId.values()];
}

function chunks<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => all.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}
