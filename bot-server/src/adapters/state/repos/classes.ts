import type { Learner } from '@phuong-so/shared/domain/learning';
import { and, asc, eq, exists, gte, inArray, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Classes, NewPlace } from '../../../ports/classes.ts';
import type { Ids } from '../../../ports/ids.ts';
import { needed, type State } from '../state.ts';
import { classCounts } from './class-counts.ts';
import { classNotices } from './class-notices.ts';
import { liveRows, openClass, ownPlaces, placesFrom, withPlaces } from './class-rows.ts';
import { hold, isOpen, LIVE, seatWaiting } from './class-seats.ts';

/** Classes in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateClasses(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Classes {
  const { db, tables } = state;
  const { classes: c, classPlaces: p } = tables;
  const shown = demo ? undefined : eq(c.demo, false);
  const read = async (id: string) => {
    const rows = await db
      .select()
      .from(c)
      .where(and(eq(c.id, id), shown));
    return (await withPlaces(state, rows))[0] ?? null;
  };
  const placesOf = (classIds: readonly string[], learner: Learner) => ownPlaces(state, classIds, learner);
  return {
    async open({ group, courseId, ...wanted }) {
      const own = { id: ids.next(), groupId: group, course: courseId, cancelledAt: null, cancelReason: null };
      const row = { ...given(wanted), ...own };
      await db.insert(c).values(row);
      await state.durable();
      return openClass(row, { seated: 0, waiting: 0 });
    },
    byId: read,
    async upcoming(ward, since, limit) {
      const rows = await db
        .select()
        .from(c)
        .where(and(eq(c.ward, ward), gte(c.endsAt, since), shown))
        .orderBy(asc(c.startsAt), asc(c.id))
        .limit(limit);
      return withPlaces(state, rows);
    },
    cancel: (id, reason, at) => cancel(state, id, reason, at),
    async take(classId, learner, wanted) {
      const taken = await take(state, { classId, learner, wanted, placeId: ids.next() });
      if (!taken) {
        const held = await read(classId);
        if (held === null || held.cancelled !== null || held.startsAt <= wanted.at) return null;
      }
      return (await placesOf([classId], learner)).get(classId) ?? null;
    },
    giveUp: (classId, learner, at) => giveUp(state, classId, learner, at),
    placeOf: async (classId, learner) => (await placesOf([classId], learner)).get(classId) ?? null,
    placesOf,
    places: async (classId) => placesFrom(await liveRows(state, [classId])),
    async attend(classId, placeIds, present, at) {
      if (placeIds.length === 0) return;
      await db
        .update(p)
        .set({ attendedAt: present ? sql`coalesce(${p.attendedAt}, ${at})` : null })
        .where(and(eq(p.classId, classId), inArray(p.id, [...placeIds]), inArray(p.state, LIVE)));
    },
    ...classNotices(state, shown),
    counts: (ward, from, until) => classCounts(state, ward, from, until),
    async forgetNames(before) {
      const over = db.select({ id: c.id }).from(c).where(lt(c.endsAt, before));
      await db
        .update(p)
        .set({ calledName: null })
        .where(and(isNotNull(p.calledName), inArray(p.classId, over)));
    },
  };
}

/** PostgreSQL takes no NUL character in a text. */
function given<T extends object>(wanted: T): T {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value);
  return Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, clean(value)])) as T;
}

async function cancel(state: State, id: string, reason: string, at: number): Promise<boolean> {
  const { classes: c, classPlaces: p } = state.tables;
  const done = await state.atomically((db) => [
    needed(
      db
        .update(c)
        .set({ cancelledAt: at, cancelReason: reason })
        .where(and(eq(c.id, id), isNull(c.cancelledAt))),
    ),
    db
      .update(p)
      .set({ owed: 'cancelled' })
      .where(and(eq(p.classId, id), inArray(p.state, LIVE))),
  ]);
  return done !== null;
}

interface Taking {
  readonly classId: string;
  readonly learner: Learner;
  readonly wanted: NewPlace;
  readonly placeId: string;
}

/**
 * Everyone queues at the end of the line, whatever their clocks say; then the free seats are given out from its front. False
 * when the class is not open, or the person has a place.
 */
async function take(state: State, { classId, learner, wanted, placeId }: Taking): Promise<boolean> {
  const { tables } = state;
  const { classes: c, classPlaces: p } = tables;
  const { id, group, calledName, ageBand, at } = wanted;
  const last = sql`(select max(${sql.identifier('asked_at')}) + 1 from ${p} where ${sql.identifier('class_id')} = ${classId})`;
  const askedAt = sql<number>`case when ${last} > ${at} then ${last} else ${at} end`;
  const row = { ...given({ calledName, groupId: group, ageBand }), state: 'waiting' as const, askedAt };
  const anew = { ...row, id: placeId, remindedAt: null, attendedAt: null, owed: null };
  const done = await state.atomically((db) => {
    const own = db
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.classId, classId), inArray(p.learner, [...learner]), inArray(p.state, LIVE)));
    const open = and(eq(c.id, classId), isOpen(tables, at));
    return [
      hold(db, tables, eq(c.id, classId)),
      needed(hold(db, tables, and(open, notExists(own)))),
      db
        .insert(p)
        .values({ ...anew, classId, learner: id })
        .onConflictDoUpdate({ target: [p.classId, p.learner], set: anew }),
      seatWaiting(db, tables, open, placeId),
    ];
  });
  return done !== null;
}

async function giveUp(state: State, classId: string, learner: Learner, at: number): Promise<boolean> {
  const { tables } = state;
  const { classes: c, classPlaces: p } = tables;
  const done = await state.atomically((db) => {
    const open = and(eq(c.id, classId), isOpen(tables, at));
    const isOwn = and(eq(p.classId, classId), inArray(p.learner, [...learner]), inArray(p.state, LIVE));
    return [
      hold(db, tables, eq(c.id, classId)),
      needed(
        db
          .update(p)
          .set({ state: 'given_up', calledName: null, remindedAt: null, attendedAt: null, owed: null })
          .where(and(isOwn, exists(db.select({ id: c.id }).from(c).where(open)))),
      ),
      seatWaiting(db, tables, open),
    ];
  });
  return done !== null;
}
