import { bigint, boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Kit } from './kit.sqlite.ts';

/** The same kinds of column as PostgreSQL has them. The cast lies to the compiler; the contract suites tell the truth. */
export const postgresKit = {
  table: pgTable,
  index,
  unique: uniqueIndex,
  id: () => text('id').primaryKey(),
  text: (name: string) => text(name),
  json: (name: string) => text(name),
  choice: (name: string, values: readonly [string, ...string[]]) => text(name, { enum: values as [string] }),
  int: (name: string) => integer(name),
  ms: (name: string) => bigint(name, { mode: 'number' }),
  flag: (name: string) => boolean(name),
} as unknown as Kit;
