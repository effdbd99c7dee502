import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { StudyReminder } from '@phuong-so/shared/domain/learning';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { threadId } from './thread-id.ts';

export async function saveReminder(
  { db, tables: { studyReminders: t } }: State,
  reminder: StudyReminder,
): Promise<void> {
  const { courseId: course, ...same } = reminder;
  const row = { ...same, course };
  await db
    .insert(t)
    .values({ id: threadId(reminder), ...row })
    .onConflictDoUpdate({ target: t.id, set: row });
}

export async function stopReminder({ db, tables: { studyReminders: t } }: State, key: ThreadKey): Promise<void> {
  await db.delete(t).where(eq(t.id, threadId(key)));
}

/** An update and not a new row: a wish that is taken back at this moment stays taken back. */
export async function restartReminder(
  { db, tables }: State,
  key: ThreadKey,
  course: string,
  dueAt: number,
): Promise<void> {
  const { studyReminders: t } = tables;
  await db
    .update(t)
    .set({ dueAt, sent: 0 })
    .where(and(eq(t.id, threadId(key)), eq(t.course, course)));
}

export async function readReminder({ db, tables: { studyReminders: t } }: State, key: ThreadKey) {
  const [row] = await db
    .select()
    .from(t)
    .where(eq(t.id, threadId(key)));
  return row === undefined ? null : reminderOf(row);
}

export async function dueReminders({ db, tables: { studyReminders: t } }: State, now: number, limit: number) {
  const rows = await db.select().from(t).where(lte(t.dueAt, now)).orderBy(asc(t.dueAt), asc(t.id)).limit(limit);
  return rows.map(reminderOf);
}

/** A wish that was replaced or moved since it was read stays as it is now. */
export async function moveReminder({ db, tables }: State, reminder: StudyReminder, nextDueAt: number | null) {
  const { studyReminders: t } = tables;
  const { courseId, dueAt, sent } = reminder;
  const asRead = and(eq(t.id, threadId(reminder)), eq(t.course, courseId), eq(t.dueAt, dueAt), eq(t.sent, sent));
  const moved =
    nextDueAt === null
      ? db.delete(t).where(asRead).returning({ id: t.id })
      : db
          .update(t)
          .set({ dueAt: nextDueAt, sent: sent + 1 })
          .where(asRead)
          .returning({ id: t.id });
  return (await moved).length > 0;
}

function reminderOf(row: Tables['studyReminders']['$inferSelect']): StudyReminder {
  const { oaId, userId, course: courseId, dueAt, sent, agreedAt } = row;
  return { oaId, userId, courseId, dueAt, sent, agreedAt };
}
