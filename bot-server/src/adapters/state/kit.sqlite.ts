import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The kinds of column that the state uses, as SQLite has them. What both databases can do, and no more. */
export const sqliteKit = {
  table: sqliteTable,
  index,
  unique: uniqueIndex,
  id: () => text('id').primaryKey(),
  text: (name: string) => text(name),
  /** Written and parsed by the repository; never queried inside. */
  json: (name: string) => text(name),
  choice: <const T extends readonly [string, ...string[]]>(name: string, values: T) => text(name, { enum: values }),
  int: (name: string) => integer(name),
  /** Epoch milliseconds. */
  ms: (name: string) => integer(name),
  flag: (name: string) => integer(name, { mode: 'boolean' }),
};
export type Kit = typeof sqliteKit;
