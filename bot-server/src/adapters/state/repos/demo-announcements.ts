import { eq } from 'drizzle-orm';
import type { Announcement } from '../../../ports/announcements.ts';
import type { State } from '../state.ts';
import { insertGroups, rowOf } from './announcements.ts';

/** Puts a demonstration's announcements in the place of earlier ones; with none, takes them all away. Real ones stay. */
export async function replaceDemoAnnouncements(state: State, wanted: readonly Announcement[]): Promise<void> {
  const { announcements: t } = state.tables;
  const rows = wanted.map((one) => ({ ...rowOf(one), demo: true, withdrawnAt: null }));
  await state.atomically((db) => [
    db.delete(t).where(eq(t.demo, true)),
    ...(rows.length > 0 ? [db.insert(t).values(rows).onConflictDoNothing()] : []),
    ...wanted.flatMap((one) => insertGroups(db, state.tables, one)),
  ]);
}
