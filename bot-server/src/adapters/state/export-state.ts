import * as z from 'zod';
import type { State } from './open-state.ts';
import { conversations } from './tables.ts';

/** One stored row, as a line of an export. Independent of the database that holds it. */
const lineSchema = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('conversations'),
    row: z.strictObject({ id: z.string(), ward: z.string(), topic: z.string(), updatedAt: z.int() }),
  }),
]);
export type StateLine = z.infer<typeof lineSchema>;
export const stateLineSchema: z.ZodType<StateLine> = lineSchema;

/** Everything that is stored, one row at a time. */
export function* exportState({ db }: State): Generator<StateLine> {
  for (const row of db.select().from(conversations).all()) yield { table: 'conversations', row };
}

/** Puts all lines in, or none. A row that is already there is replaced by the imported one. */
export function importState({ db }: State, lines: readonly StateLine[]): void {
  db.transaction((transaction) => {
    for (const { row } of lines) {
      transaction.insert(conversations).values(row).onConflictDoUpdate({ target: conversations.id, set: row }).run();
    }
  });
}
