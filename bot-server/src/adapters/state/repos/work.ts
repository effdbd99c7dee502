import type { WorkItem } from '@phuong-so/shared/domain/work';
import { and, asc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewShare, NewWorkItem, Work, WorkDoer } from '../../../ports/work.ts';
import type { State } from '../state.ts';
import { addReport, decideReport } from './work-reports.ts';
import { entryOf, itemOf, reportOf } from './work-rows.ts';
import { changeItem, putItem, splitItem, supersededId, supersedePlan } from './work-steps.ts';

/** Officials' tasks in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateWork(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Work {
  const { db, tables } = state;
  const { workItems: t, workReports: r, workLog: l, supersededPlans: s, keptTargets: k } = tables;
  const shown = demo ? undefined : eq(t.demo, false);
  const read = (where: SQL | undefined) => readItems(state, and(where, shown));
  const byId = async (id: string) => (await read(eq(t.id, id)))[0] ?? null;
  return {
    byId,
    async list({ ward, unit, all }) {
      const open = all === true ? undefined : eq(t.state, 'open');
      return read(
        and(eq(t.ward, ward), open, unit === undefined ? undefined : inArray(t.id, itemsOfUnit(state, ward, unit))),
      );
    },
    madeOf: (ward, documentId, factId) =>
      read(and(eq(t.ward, ward), eq(t.documentId, documentId), eq(t.factId, factId))),
    confirm: (items, by) => confirm(state, ids, items, by),
    async change(before, change, entry, by) {
      const done = await changeItem(state, ids, before, { change, entry, by });
      return done ? byId(before.id) : null;
    },
    async split(before, shares, by) {
      if (!(await splitItem(state, ids, before, shares, by))) return null;
      return sharesOf(await read(eq(t.ward, before.ward)), shares);
    },
    report: (item, report, by) => addReport(state, ids, item, report, by),
    decide: (report, decision, by) => decideReport(state, ids, report, decision, by),
    async reports(itemId) {
      const rows = await db.select().from(r).where(eq(r.itemId, itemId)).orderBy(asc(r.at), asc(r.id));
      return rows.map(reportOf);
    },
    async reportsBetween(ward, from, until) {
      const rows = await db
        .select({ report: r })
        .from(r)
        .innerJoin(t, eq(t.id, r.itemId))
        .where(and(eq(r.ward, ward), gte(r.at, from), lt(r.at, until), shown))
        .orderBy(asc(r.at), asc(r.id));
      return rows.map(({ report }) => reportOf(report));
    },
    async log(itemId) {
      const rows = await db.select().from(l).where(eq(l.itemId, itemId)).orderBy(asc(l.version));
      return rows.map((row) => {
        const { itemId: _, ...entry } = entryOf(row);
        return entry;
      });
    },
    async logBetween(ward, from, until) {
      const rows = await db
        .select({ entry: l })
        .from(l)
        .innerJoin(t, eq(t.id, l.itemId))
        .where(and(eq(l.ward, ward), gte(l.at, from), lt(l.at, until), shown))
        .orderBy(asc(l.at), asc(l.itemId), asc(l.version));
      return rows.map(({ entry }) => entryOf(entry));
    },
    supersede: (plans, by) => supersedePlan(state, ids, plans, by),
    async superseded(ward, ofDemo) {
      const rows = await db.select().from(s).where(eq(s.ward, ward));
      const own = rows.filter((row) => row.id === supersededId({ ward, older: row.documentId, demo: ofDemo }));
      return new Map(own.map(({ documentId, byDocumentId }) => [documentId, byDocumentId]));
    },
    async wards() {
      const tasks = await db.select({ ward: t.ward }).from(t).where(shown).groupBy(t.ward);
      const ofTargets = demo ? undefined : eq(k.demo, false);
      const targets = await db.select({ ward: k.ward }).from(k).where(ofTargets).groupBy(k.ward);
      return [...new Set([...tasks, ...targets].map(({ ward }) => ward))].sort();
    },
  };
}

function itemsOfUnit({ db, tables: { workItemUnits: u } }: State, ward: string, unit: string) {
  return db
    .select({ itemId: u.itemId })
    .from(u)
    .where(and(eq(u.ward, ward), eq(u.unit, unit)));
}

/** More ids than a statement should name; beyond it a sub-select does. */
const MOST_NAMED = 500;

/** In the order of their plans. Two questions, however many there are. */
async function readItems(state: State, where: SQL | undefined): Promise<WorkItem[]> {
  const { db, tables } = state;
  const { workItems: t, workItemUnits: u } = tables;
  const rows = await db.select().from(t).where(where).orderBy(asc(t.position), asc(t.share), asc(t.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const named = ids.length <= MOST_NAMED ? ids : db.select({ id: t.id }).from(t).where(where);
  const units = await db
    .select({ itemId: u.itemId, unit: u.unit, as: u.as })
    .from(u)
    .where(inArray(u.itemId, named))
    .orderBy(asc(u.position));
  const byItem = new Map<string, (typeof units)[number][]>(ids.map((id) => [id, []]));
  for (const unit of units) byItem.get(unit.itemId)?.push(unit);
  return rows.map((row) => itemOf(row, byItem.get(row.id) ?? []));
}

const CONFIRM_TRIES = 3;

/**
 * All or none; of two who confirm the same at once the second finds it there and leaves it as it is. Always put in by the order
 * of their keys: two processes cannot wait for each other.
 */
async function confirm(state: State, ids: Ids, items: readonly NewWorkItem[], by: WorkDoer): Promise<WorkItem[]> {
  const entry = { act: 'confirmed_from_plan', note: null, changes: [] } as const;
  const wards = [...new Set(items.map(({ ward }) => ward))];
  for (let left = CONFIRM_TRIES; left > 0; left -= 1) {
    const there = await readItems(state, inArray(state.tables.workItems.ward, wards));
    const known = new Set(there.map(keyOf));
    const missing = [...new Map(items.map((item) => [keyOf(item), item]))]
      .filter(([key]) => !known.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item);
    if (missing.length === 0) return sharesOf(there, items);
    await state.atomically((db) => missing.flatMap((item) => putItem(db, state.tables, ids, item, { entry, by })));
    await state.durable();
  }
  return sharesOf(await readItems(state, inArray(state.tables.workItems.ward, wards)), items);
}

function keyOf({ ward, from, share, demo }: Pick<WorkItem, 'ward' | 'from' | 'share' | 'demo'>): string {
  return JSON.stringify([ward, from.documentId, from.factId, share, demo]);
}

/** Those of `wanted` as they are stored, in that order. */
function sharesOf(stored: readonly WorkItem[], wanted: readonly NewShare[]): WorkItem[] {
  const byKey = new Map(stored.map((item) => [keyOf(item), item]));
  return wanted.flatMap((one) => byKey.get(keyOf(one)) ?? []);
}
