import { and, asc, eq, gt, gte, lt } from 'drizzle-orm';
import type { ClassCounts } from '../../../ports/classes.ts';
import type { State } from '../state.ts';
import { isChatOf } from './learner-ids.ts';

/**
 * Who was present, by person: a chat that is proven to be somebody's is that person. Group and age band as last given.
 * Demonstrations do not count.
 */
export async function classCounts(state: State, ward: string, from: number, until: number): Promise<ClassCounts> {
  const { classes: c, classPlaces: p, personChats: chats } = state.tables;
  const rows = await state.db
    .select({
      learner: p.learner,
      subject: chats.subject,
      classId: p.classId,
      group: p.groupId,
      ageBand: p.ageBand,
    })
    .from(p)
    .innerJoin(c, eq(c.id, p.classId))
    .leftJoin(chats, isChatOf(chats.id, p.learner))
    .where(and(eq(c.ward, ward), eq(c.demo, false), gte(c.startsAt, from), lt(c.startsAt, until), gt(p.attendedAt, 0)))
    .orderBy(asc(c.startsAt), asc(p.askedAt), asc(p.id));
  const people = new Map<string, { group: string | null; ageBand: ClassCounts['byAgeBand'][number]['ageBand'] }>();
  const attendances = new Set<string>();
  for (const { learner, subject, classId, group, ageBand } of rows) {
    const person = subject ?? learner;
    const known = people.get(person);
    people.set(person, { group: group ?? known?.group ?? null, ageBand: ageBand ?? known?.ageBand ?? null });
    attendances.add(`${classId} ${person}`);
  }
  const all = [...people.values()];
  return {
    people: all.length,
    attendances: attendances.size,
    byGroup: tally(all.map(({ group }) => group)).map(([group, count]) => ({ group, people: count })),
    byAgeBand: tally(all.map(({ ageBand }) => ageBand)).map(([ageBand, count]) => ({ ageBand, people: count })),
  };
}

/** The most frequent first. */
function tally<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
