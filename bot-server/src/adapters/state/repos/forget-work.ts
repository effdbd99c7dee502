import { and, eq, exists, inArray, notExists, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';

/**
 * Forgets who did what in officials' work. What the office did stays, as the office's; the press keys, which are unique with
 * their person, become the rows' own ids. `isTheirs`: of a column that holds a subject.
 */
export function forgetWorker(db: Handle, tables: Tables, isTheirs: (column: SQLWrapper) => SQL): Write[] {
  const { workItems, workLog, workReports, targetValues, workReminders, reportVersions, obstacles, obstacleLog } =
    tables;
  const nobody = { bySubject: '' };
  return [
    db
      .update(workItems)
      .set({ responsible: null, responsibleSubject: null })
      .where(isTheirs(workItems.responsibleSubject)),
    db.update(workLog).set(nobody).where(isTheirs(workLog.bySubject)),
    db
      .update(workReports)
      .set({ ...nobody, pressKey: sql`${workReports.id}` })
      .where(isTheirs(workReports.bySubject)),
    db
      .update(targetValues)
      .set({ ...nobody, pressKey: sql`${targetValues.id}` })
      .where(isTheirs(targetValues.bySubject)),
    db.delete(workReminders).where(isTheirs(workReminders.subject)),
    db.update(reportVersions).set(nobody).where(isTheirs(reportVersions.bySubject)),
    db
      .update(obstacles)
      .set({ raisedBy: '', pressKey: sql`${obstacles.id}` })
      .where(isTheirs(obstacles.raisedBy)),
    db.update(obstacleLog).set(nobody).where(isTheirs(obstacleLog.bySubject)),
  ];
}

export function forgetSubject(db: Handle, tables: Tables, subject: string): Write[] {
  return forgetWorker(db, tables, (column) => sql`${column} = ${subject}`);
}

/**
 * What in a demonstration was touched by people who are gone, and by nobody who is still known, goes with them: tasks, what
 * hangs on them, and figures.
 */
export function pruneDemoWork(db: Handle, tables: Tables, isGone: (column: SQLWrapper) => SQL): Write[] {
  const {
    workItems: t,
    workItemUnits,
    workLog: l,
    workReports,
    workReminders,
    keptTargets: k,
    targetValues: v,
  } = tables;
  const touchedBy = (who: SQL) =>
    db
      .select({ id: l.id })
      .from(l)
      .where(and(eq(l.itemId, t.id), who));
  const isKnown = sql`${l.bySubject} in (select ${tables.people.id} from ${tables.people})`;
  const left = and(eq(t.demo, true), exists(touchedBy(isGone(l.bySubject))), notExists(touchedBy(isKnown)));
  const items = db.select({ id: t.id }).from(t).where(left);
  const targets = db.select({ id: k.id }).from(k).where(eq(k.demo, true));
  const itsItem = db.select({ id: t.id }).from(t).where(eq(t.id, l.itemId));
  return [
    ...[workItemUnits, workReports, workReminders].map((table) => db.delete(table).where(inArray(table.itemId, items))),
    // The tasks before their history, by which it is known that they are left.
    db.delete(t).where(left),
    db.delete(l).where(notExists(itsItem)),
    db.delete(v).where(and(isGone(v.bySubject), inArray(v.targetId, targets))),
    ...forgetWorker(db, tables, isGone),
  ];
}
