import type { PartReport, WorkItem } from '@phuong-so/shared/domain/work';
import { and, desc, eq, gt, ne, notExists, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { Decision, NewReport, WorkDoer } from '../../../ports/work.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { logWork } from './work-log.ts';
import { clean, maybeClean, reportOf, rowOfReport } from './work-rows.ts';

/** The same press is found by its key, also where it comes twice at once: the second writes nothing of it. */
export async function addReport(
  state: State,
  ids: Ids,
  item: WorkItem,
  report: NewReport,
  by: WorkDoer,
): Promise<PartReport> {
  const { workReports: r } = state.tables;
  const { as, progress, pressKey } = report;
  const row = rowOfReport({ id: ids.next(), itemId: item.id, ward: item.ward, as, pressKey }, progress, by);
  // Behind the word before it, whatever the clocks say: the order of words is the order in which they came.
  const last = sql`(select max(${sql.identifier('at')}) + 1 from ${r} where ${sql.identifier('item_id')} = ${item.id})`;
  const at = sql<number>`case when ${last} > ${by.at} then ${last} else ${by.at} end`;
  await state.atomically((db) => [
    needed(
      db
        .insert(r)
        .values({ ...row, at })
        .onConflictDoNothing(),
    ),
    as === 'lead' ? say(db, state.tables, item.id, row.progress) : hold(db, state.tables, item.id),
    logWork(db, state.tables, { ...entryOf(ids, item), act: 'reported', note: null }, by),
  ]);
  await state.durable();
  const mine = and(eq(r.bySubject, by.subject), eq(r.pressKey, clean(pressKey)));
  const [stored] = await state.db.select().from(r).where(mine);
  if (stored === undefined) throw new Error('a report that was just written is not there');
  return reportOf(stored);
}

/**
 * null: decided already. What is confirmed of a task is its newest confirmed word, in whatever order they are confirmed; a
 * word that was given back is none, and the one before it stands again.
 */
export async function decideReport(
  state: State,
  ids: Ids,
  report: PartReport,
  { confirm, note }: Decision,
  by: WorkDoer,
): Promise<PartReport | null> {
  const { workReports: r } = state.tables;
  const decided = {
    state: confirm ? 'confirmed' : 'returned',
    decisionNote: maybeClean(note),
    decidedAt: by.at,
  } as const;
  const act = confirm ? 'report_confirmed' : 'report_returned';
  const { itemId, ward } = report;
  const touched = await state.atomically((db) => [
    needed(
      db
        .update(r)
        .set(decided)
        .where(and(eq(r.id, report.id), eq(r.state, 'reported'))),
    ),
    report.as === 'part'
      ? hold(db, state.tables, itemId)
      : confirm
        ? setConfirmed(db, state.tables, report)
        : sayBefore(db, state.tables, itemId),
    logWork(db, state.tables, { ...entryOf(ids, { id: itemId, ward }), act, note }, by),
  ]);
  if (touched === null) return null;
  await state.durable();
  const [stored] = await state.db.select().from(r).where(eq(r.id, report.id));
  return stored === undefined ? null : reportOf(stored);
}

function entryOf(ids: Ids, { id, ward }: Pick<WorkItem, 'id' | 'ward'>) {
  return { id: ids.next(), itemId: id, ward, changes: [] };
}

/** The task's row is touched before its history is written on, and not changed. */
function hold(db: Handle, { workItems: t }: Tables, itemId: string): Write {
  return db
    .update(t)
    .set({ version: sql`${t.version}` })
    .where(eq(t.id, itemId));
}

/** A word is no edit: the version stays, so that nobody who edits at this moment is turned away for it. */
function say(db: Handle, { workItems: t }: Tables, itemId: string, progress: string): Write {
  return db.update(t).set({ reported: progress }).where(eq(t.id, itemId));
}

/** The newest word that was not given back. */
function sayBefore(db: Handle, { workItems: t, workReports: r }: Tables, itemId: string): Write {
  const newest = db
    .select({ progress: r.progress })
    .from(r)
    .where(and(eq(r.itemId, itemId), eq(r.as, 'lead'), ne(r.state, 'returned')))
    .orderBy(desc(r.at), desc(r.id))
    .limit(1);
  return db
    .update(t)
    .set({ reported: sql`(${newest.getSQL()})` })
    .where(eq(t.id, itemId));
}

function setConfirmed(db: Handle, { workItems: t, workReports: r }: Tables, report: PartReport): Write {
  const { itemId } = report;
  const own = db.select({ at: r.at }).from(r).where(eq(r.id, report.id));
  const newer = db
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.itemId, itemId), eq(r.as, 'lead'), eq(r.state, 'confirmed'), gt(r.at, sql`(${own.getSQL()})`)));
  const word = db.select({ progress: r.progress }).from(r).where(eq(r.id, report.id));
  return db
    .update(t)
    .set({ confirmed: sql`(${word.getSQL()})`, version: sql`${t.version} + 1` })
    .where(and(eq(t.id, itemId), notExists(newer)));
}
