import { and, eq, inArray, lt } from 'drizzle-orm';
import type { NewClass } from '../../../ports/classes.ts';
import type { State } from '../state.ts';

export interface DemoClass extends Omit<NewClass, 'demo' | 'openedBy'> {
  readonly id: string;
}

/**
 * Puts a demonstration's classes in the place of those with the same ids, who sits in them included, and takes away what
 * ended before `endedBefore` (epoch ms). Classes that somebody opened while trying it out stay until then; real ones always.
 */
export async function replaceDemoClasses(
  state: State,
  wanted: readonly DemoClass[],
  endedBefore: number,
): Promise<void> {
  const { classes: c, classPlaces: p } = state.tables;
  const rows = wanted.map(({ group, courseId, ...same }) => ({
    ...{ ...same, groupId: group, course: courseId, openedBy: '', cancelledAt: null, cancelReason: null, demo: true },
  }));
  const ids = rows.map(({ id }) => id);
  await state.atomically((db) => {
    const gone = and(eq(c.demo, true), lt(c.endsAt, endedBefore));
    return [
      db.delete(p).where(inArray(p.classId, db.select({ id: c.id }).from(c).where(gone))),
      db.delete(c).where(gone),
      db.delete(p).where(inArray(p.classId, ids)),
      db.delete(c).where(and(eq(c.demo, true), inArray(c.id, ids))),
      ...(rows.length > 0 ? [db.insert(c).values(rows).onConflictDoNothing()] : []),
    ];
  });
}
