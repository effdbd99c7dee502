import { asc, getTableColumns, gt, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { State } from './state.ts';
import { type ExportedTable, rowSchemas, type StateLine } from './state-line.ts';

/** What fits into one insert: SQLite takes 32,766 values in one statement, PostgreSQL 65,535. Pieces of files are large. */
const ROWS_AT_ONCE = 500;
const FEW_AT_ONCE = 20;
const atOnce = (table: ExportedTable) => (table === 'attachmentParts' ? FEW_AT_ONCE : ROWS_AT_ONCE);

/** Everything that is stored but tokens, some rows in memory at a time. Of one moment only while nothing writes. */
export async function* exportState({ db, tables }: State): AsyncGenerator<StateLine> {
  for (const table of Object.keys(rowSchemas) as ExportedTable[]) {
    const { id } = tables[table];
    for (let after = ''; ; ) {
      const page = db.select().from(tables[table] as SQLiteTable);
      const rows = await page.where(gt(id, after)).orderBy(asc(id)).limit(atOnce(table));
      for (const row of rows) yield { table, row } as StateLine;
      const last = rows.at(-1);
      if (last === undefined) break;
      after = String(last.id);
    }
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
      return chunks(rowsOf(lines, name), atOnce(name)).map((rows) =>
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

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
