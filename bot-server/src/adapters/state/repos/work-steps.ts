import type { WorkItem } from '@phuong-so/shared/domain/work';
import { and, eq, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewEntry, NewShare, NewWorkItem, SupersededPlans, WorkChange, WorkDoer } from '../../../ports/work.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { logWork } from './work-log.ts';
import { columnsOfChange, rowOfItem, unitRows } from './work-rows.ts';

/**
 * The task's own row is written first and under the condition that nobody changed it: of two who edit at once one finds it
 * changed, and nothing of theirs is done. False then.
 */
export async function changeItem(
  state: State,
  ids: Ids,
  before: WorkItem,
  { change, entry, by }: { readonly change: WorkChange; readonly entry: NewEntry; readonly by: WorkDoer },
): Promise<boolean> {
  const touched = await state.atomically((db) => [
    needed(touch(db, state.tables, before, columnsOfChange(change))),
    ...moveUnits(db, state.tables, before, change),
    logWork(db, state.tables, { id: ids.next(), itemId: before.id, ward: before.ward, ...entry }, by),
  ]);
  if (touched === null) return false;
  await state.durable();
  return true;
}

function touch(db: Handle, { workItems: t }: Tables, before: WorkItem, columns: ReturnType<typeof columnsOfChange>) {
  const version = sql<number>`${t.version} + 1`;
  return db
    .update(t)
    .set({ ...columns, version })
    .where(and(eq(t.id, before.id), eq(t.version, before.version)));
}

function moveUnits(db: Handle, { workItemUnits: u }: Tables, before: WorkItem, change: WorkChange): Write[] {
  if (change.leads === undefined && change.coordinating === undefined) return [];
  const { leads = before.leads, coordinating = before.coordinating } = change;
  const rows = unitRows(before.id, { ward: before.ward, leads, coordinating });
  return [db.delete(u).where(eq(u.itemId, before.id)), ...(rows.length === 0 ? [] : [db.insert(u).values(rows)])];
}

/** The writes that put a new task there with its units and the first entry of its history. The first is needed. */
export function putItem(
  db: Handle,
  tables: Tables,
  ids: Ids,
  item: NewWorkItem,
  { entry, by }: { readonly entry: NewEntry; readonly by: WorkDoer },
) {
  const id = ids.next();
  const rows = unitRows(id, item);
  return [
    needed(
      db
        .insert(tables.workItems)
        .values(rowOfItem(id, item, by.at))
        .onConflictDoNothing(),
    ),
    ...(rows.length === 0 ? [] : [db.insert(tables.workItemUnits).values(rows)]),
    logWork(db, tables, { id: ids.next(), itemId: id, ward: item.ward, ...entry }, by),
  ];
}

/** False when somebody changed the task meanwhile, or a share is there already; nothing is done then. */
export async function splitItem(
  state: State,
  ids: Ids,
  before: WorkItem,
  shares: readonly NewShare[],
  by: WorkDoer,
): Promise<boolean> {
  const { workItems: t } = state.tables;
  const [place] = await state.db.select({ position: t.position }).from(t).where(eq(t.id, before.id));
  const entry = { act: 'split', note: null, changes: [] } as const;
  const position = place?.position ?? 0;
  const touched = await state.atomically((db) => [
    needed(touch(db, state.tables, before, { state: 'closed' })),
    logWork(db, state.tables, { id: ids.next(), itemId: before.id, ward: before.ward, ...entry }, by),
    ...shares.flatMap((share) => putItem(db, state.tables, ids, { ...share, position }, { entry, by })),
  ]);
  if (touched === null) return false;
  await state.durable();
  return true;
}

/** What a demonstration says of two plans is told apart from what the ward says. */
export function supersededId({ ward, older, demo }: Pick<SupersededPlans, 'ward' | 'older' | 'demo'>): string {
  return `${demo ? 'demo:' : ''}${ward}/${older}`;
}

/** Everything open of the older plan is superseded, each with an entry; said again it stays as it is. Gives how many. */
export async function supersedePlan(state: State, ids: Ids, plans: SupersededPlans, by: WorkDoer): Promise<number> {
  const { workItems: t, supersededPlans: s } = state.tables;
  const { ward, older, newer, demo } = plans;
  const open = and(eq(t.ward, ward), eq(t.documentId, older), eq(t.state, 'open'), eq(t.demo, demo));
  const found = await state.db.select({ id: t.id }).from(t).where(open);
  const entry = { act: 'superseded', note: null, changes: [] } as const;
  let superseded = 0;
  // One by one: what somebody closes at this moment is closed and not superseded.
  for (const { id } of found) {
    const version = sql<number>`${t.version} + 1`;
    const still = and(eq(t.id, id), eq(t.state, 'open'));
    const touched = await state.atomically((db) => [
      needed(db.update(t).set({ state: 'superseded', version }).where(still)),
      logWork(db, state.tables, { id: ids.next(), itemId: id, ward, ...entry }, by),
    ]);
    if (touched !== null) superseded += 1;
  }
  // Last: whoever was interrupted says it again.
  const row = { id: supersededId(plans), ward, documentId: older, byDocumentId: newer, at: by.at };
  await state.db
    .insert(s)
    .values(row)
    .onConflictDoUpdate({ target: s.id, set: { byDocumentId: newer, at: by.at } });
  await state.durable();
  return superseded;
}
