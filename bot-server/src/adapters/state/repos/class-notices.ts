import { and, asc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Classes } from '../../../ports/classes.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { type ClassRow, type PlaceRow, placeOf, withPlaces } from './class-rows.ts';
import { LIVE } from './class-seats.ts';

/** What people of classes are to be told. `shown`: which classes there are. */
export function classNotices(
  state: State,
  shown: SQL | undefined,
): Pick<Classes, 'toRemind' | 'markReminded' | 'stopReminding' | 'toTell' | 'told'> {
  const { db, tables } = state;
  const { classes: c, classPlaces: p } = tables;
  return {
    async toRemind(from, until) {
      const rows = await db
        .select({ place: p, held: c })
        .from(p)
        .innerJoin(c, eq(c.id, p.classId))
        .where(and(gte(c.startsAt, from), lt(c.startsAt, until), isNull(c.cancelledAt), shown, remindable(tables)))
        .orderBy(asc(c.startsAt), asc(p.askedAt), asc(p.id));
      return heldPlaces(state, rows);
    },
    async markReminded(placeId, at) {
      const marked = await db
        .update(p)
        .set({ remindedAt: at })
        .where(and(eq(p.id, placeId), remindable(tables)))
        .returning({ id: p.id });
      return marked.length > 0;
    },
    async stopReminding(learner, at) {
      const own = and(inArray(p.learner, [...learner]), inArray(p.state, LIVE));
      await db
        .update(p)
        .set({ remindedAt: at })
        .where(and(own, isNull(p.remindedAt)));
    },
    async toTell(limit) {
      const rows = await db
        .select({ place: p, held: c })
        .from(p)
        .innerJoin(c, eq(c.id, p.classId))
        // Not `is not null`: this one is answered from the index.
        .where(and(sql`${p.owed} > ''`, shown))
        .orderBy(asc(p.askedAt), asc(p.id))
        .limit(limit);
      const held = await heldPlaces(state, rows);
      return held.flatMap((one, at) => {
        const notice = rows[at]?.place.owed;
        return notice ? [{ ...one, notice }] : [];
      });
    },
    async told(placeId, notice) {
      const done = await db
        .update(p)
        .set({ owed: null })
        .where(and(eq(p.id, placeId), eq(p.owed, notice)))
        .returning({ id: p.id });
      return done.length > 0;
    },
  };
}

function remindable({ classPlaces: p }: Tables) {
  return and(eq(p.state, 'seated'), isNull(p.remindedAt));
}

async function heldPlaces(state: State, rows: readonly { place: PlaceRow; held: ClassRow }[]) {
  const distinct = [...new Map(rows.map(({ held }) => [held.id, held])).values()];
  const classes = new Map((await withPlaces(state, distinct)).map((one) => [one.id, one]));
  return rows.flatMap(({ place, held }) => {
    const found = classes.get(held.id);
    return found === undefined ? [] : [{ place: placeOf(place, null), held: found }];
  });
}
