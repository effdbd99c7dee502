import type { LearnerId } from '@phuong-so/shared/domain/learning';
import { aliasedTable, and, count, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';

export const LIVE = ['seated', 'waiting'] as const;

/** Neither cancelled nor begun. `at`: epoch ms. */
export function isOpen({ classes: c }: Tables, at: number): SQL | undefined {
  return and(isNull(c.cancelledAt), gt(c.startsAt, at));
}

/**
 * Holds the classes until the transaction ends, so that whoever else changes who sits in them waits: on PostgreSQL every
 * later statement then sees what the one before has left.
 */
export function hold(db: Handle, { classes: c }: Tables, which: SQL | undefined): Write {
  return db
    .update(c)
    .set({ seats: sql`${c.seats}` })
    .where(which);
}

/** Free seats go to those who waited longest; they are to be told, except `asker`, who is told by the reply. */
export function seatWaiting(db: Handle, tables: Tables, which: SQL | undefined, asker: string | null = null): Write {
  const { classPlaces: p, classes: c } = tables;
  const ahead = aliasedTable(p, 'ahead');
  const precedes = and(
    eq(ahead.state, 'waiting'),
    or(lt(ahead.askedAt, p.askedAt), and(eq(ahead.askedAt, p.askedAt), lt(ahead.id, p.id))),
  );
  const before = db
    .select({ n: count() })
    .from(ahead)
    .where(and(eq(ahead.classId, p.classId), or(eq(ahead.state, 'seated'), precedes)));
  const seats = db.select({ n: c.seats }).from(c).where(eq(c.id, p.classId));
  const open = db.select({ id: c.id }).from(c).where(which);
  return db
    .update(p)
    .set({ state: 'seated', owed: sql`case when ${p.id} = ${asker ?? ''} then null else 'moved_up' end` })
    .where(and(eq(p.state, 'waiting'), inArray(p.classId, open), sql`(${before}) < (${seats})`));
}

/** Removes every place of this id; who waits moves up where the class has not begun (`at`: epoch ms). */
export function erasePlaces(db: Handle, tables: Tables, learner: LearnerId, at: number): readonly Write[] {
  const { classPlaces: p, classes: c } = tables;
  const own = eq(p.learner, learner);
  const theirs = inArray(c.id, db.select({ id: p.classId }).from(p).where(own));
  return [
    hold(db, tables, theirs),
    db.delete(p).where(own),
    // Not only theirs: after the delete nothing tells which those were.
    seatWaiting(db, tables, isOpen(tables, at)),
  ];
}
