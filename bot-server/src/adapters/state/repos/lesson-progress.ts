import type { Learner, LearnerId, LessonProgress } from '@phuong-so/shared/domain/learning';
import { inArray, lt, sql } from 'drizzle-orm';
import type { LessonReached } from '../../../ports/learning.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

type Row = Tables['lessonProgress']['$inferSelect'];

export async function readProgress({ db, tables: { lessonProgress: t } }: State, learner: Learner) {
  const rows = await db
    .select()
    .from(t)
    .where(inArray(t.learner, [...learner]));
  const merged = new Map<string, LessonProgress>();
  for (const row of rows) {
    const key = `${row.course} ${row.lesson}`;
    const found = merged.get(key);
    merged.set(key, found === undefined ? progressOf(row) : furthest(found, progressOf(row)));
  }
  return [...merged.values()];
}

/** Sent again, or with an earlier step, it touches nothing: `updated_at` is when the person last came further. */
export async function advanceLesson(
  { db, tables: { lessonProgress: t } }: State,
  learner: LearnerId,
  given: LessonReached,
) {
  const { courseId: course, lessonId: lesson, step, finished, at } = given;
  const finishedAt = finished ? at : null;
  const row = { id: `${learner} ${course} ${lesson}`, learner, course, lesson, step, finishedAt, updatedAt: at };
  const isFurther = lt(t.step, step);
  await db
    .insert(t)
    .values(row)
    .onConflictDoUpdate({
      target: t.id,
      set: {
        step: sql`case when ${isFurther} then ${step} else ${t.step} end`,
        finishedAt: sql`coalesce(${t.finishedAt}, ${finishedAt})`,
        updatedAt: sql`case when ${t.updatedAt} < ${at} then ${at} else ${t.updatedAt} end`,
      },
      setWhere: finished ? sql`(${isFurther} or ${t.finishedAt} is null)` : isFurther,
    });
}

function furthest(one: LessonProgress, other: LessonProgress): LessonProgress {
  const finished = [one.finishedAt, other.finishedAt].filter((at) => at !== null);
  return {
    ...one,
    step: Math.max(one.step, other.step),
    finishedAt: finished.length === 0 ? null : Math.min(...finished),
    updatedAt: Math.max(one.updatedAt, other.updatedAt),
  };
}

function progressOf({ course: courseId, lesson: lessonId, step, finishedAt, updatedAt }: Row): LessonProgress {
  return { courseId, lessonId, step, finishedAt, updatedAt };
}
