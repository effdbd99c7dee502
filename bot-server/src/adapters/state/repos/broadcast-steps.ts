import type { Broadcast, BroadcastAct } from '@phuong-so/shared/domain/broadcast';
import { and, eq, inArray } from 'drizzle-orm';
import type { Doer, TakenStep } from '../../../ports/broadcasts.ts';
import type { Ids } from '../../../ports/ids.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { freeCode, insertGroups, rowOf } from './announcements.ts';
import { broadcastOf, columnsOf } from './broadcast-rows.ts';

/**
 * The broadcast's own row is written first and under a condition: of two who publish, stop or approve at once one finds it
 * changed, and then nothing of the rest is done either.
 */
export async function takeStep(state: State, ids: Ids, before: Broadcast, step: TakenStep): Promise<Broadcast | null> {
  const { broadcasts: t } = state.tables;
  const after: Broadcast = { ...before, ...step.change };
  const nextCode = step.next === undefined ? null : await freeCode(state, before.ward);
  const { act, by, note = null } = step;
  const entry = {
    id: ids.next(),
    broadcastId: before.id,
    act,
    by,
    note,
    revision: after.revision,
    version: before.version + 1,
  };
  const touched = await state.atomically((db) => [
    needed(
      db
        .update(t)
        .set(ownColumns(before, step))
        .where(unchanged(t, before, step)),
    ),
    insertLog(db, state.tables, entry),
    ...effects(db, state.tables, after, step),
    ...(nextCode === null ? [] : nextOfSeries(db, state.tables, ids, { before, step, code: nextCode })),
  ]);
  if (touched === null) return null;
  await state.durable();
  const [row] = await state.db.select().from(t).where(eq(t.id, before.id));
  return row === undefined ? null : broadcastOf(row);
}

function unchanged(t: Tables['broadcasts'], { id, version, state }: Broadcast, { token }: TakenStep) {
  const leased = token === undefined ? undefined : eq(t.claimToken, token);
  return and(eq(t.id, id), eq(t.version, version), eq(t.state, state), leased);
}

function ownColumns(before: Broadcast, { act, change, pressKey, by }: TakenStep) {
  return {
    ...columnsOf(change),
    version: before.version + 1,
    ...(pressKey === undefined ? {} : { pressKey }),
    ...schedule({ ...before, ...change }, act, by.at),
  };
}

/** When the scheduler looks at it next; whoever held it holds it no more. */
function schedule({ state, sendAt }: Broadcast, act: BroadcastAct, now: number) {
  const free = { claimToken: null, leaseUntil: null };
  if (act === 'published' || act === 'corrected') return { ...free, dueAt: now, preparing: '', prepared: 0 };
  if (state === 'scheduled') return { ...free, dueAt: sendAt ?? now };
  return { ...free, dueAt: null, preparing: null };
}

/** What goes with the step, in the tables of others. */
function effects(db: Handle, tables: Tables, after: Broadcast, { act, by }: TakenStep): Write[] {
  if (act === 'published') return [...publish(db, tables, after, by.at), keepWording(db, tables, after, by.at)];
  if (act === 'stopped') return [cancelWaiting(db, tables, after.id)];
  if (act === 'corrected') return [correctFeed(db, tables, after, by.at), keepWording(db, tables, after, by.at)];
  return [];
}

/** Into the feed, under the broadcast's own id and code; published twice it is there once. */
function publish(db: Handle, tables: Tables, after: Broadcast, at: number): Write[] {
  const { id, code, ward, groups, kind, title, body, sender, event, demo } = after;
  const published = { id, code, ward, groups, kind, title, body, sender, event, demo, publishedAt: at };
  const told = { ...published, correctedAt: null };
  const row = { ...rowOf(told), withdrawnAt: null };
  return [db.insert(tables.announcements).values(row).onConflictDoNothing(), ...insertGroups(db, tables, told)];
}

function correctFeed(db: Handle, { announcements: t }: Tables, after: Broadcast, at: number): Write {
  const { title, body, eventAt, eventPlace } = columnsOf({ title: after.title, body: after.body, event: after.event });
  return db.update(t).set({ title, body, eventAt, eventPlace, correctedAt: at }).where(eq(t.id, after.id));
}

export const revisionId = (broadcastId: string, revision: number): string => `${broadcastId}/${revision}`;

function keepWording(db: Handle, { broadcastRevisions: w }: Tables, after: Broadcast, at: number): Write {
  const { id: broadcastId, revision, title, body, event } = after;
  const row = { id: revisionId(broadcastId, revision), broadcastId, revision, at };
  return db
    .insert(w)
    .values({ ...row, title, body, ...columnsOf({ title, body, event }) })
    .onConflictDoNothing();
}

/** What is under way at this moment ends as it ends. */
function cancelWaiting(db: Handle, { deliveries: d }: Tables, broadcastId: string): Write {
  const ended = { state: 'cancelled', dueAt: null } as const;
  return db
    .update(d)
    .set(ended)
    .where(and(eq(d.broadcastId, broadcastId), eq(d.state, 'pending')));
}

function nextOfSeries(
  db: Handle,
  tables: Tables,
  ids: Ids,
  { before, step, code }: { readonly before: Broadcast; readonly step: TakenStep; readonly code: string },
): Write[] {
  if (step.next === undefined) return [];
  const { sendAt, eventAt } = step.next;
  const id = ids.next();
  const { event, groups, ...same } = before;
  const row = {
    ...same,
    state: 'scheduled',
    ...{ id, code, sendAt, dueAt: sendAt, revision: 0, version: 1, createdAt: step.by.at },
    ...{ groups: JSON.stringify(groups), eventAt, eventPlace: event?.place ?? null, sentAt: null, note: null },
    ...{ approveUntil: null, pressKey: null, claimToken: null, leaseUntil: null, preparing: null, prepared: 0 },
  } as const;
  const entry = {
    id: ids.next(),
    broadcastId: id,
    act: 'repeated',
    by: step.by,
    note: null,
    revision: 0,
    version: 1,
  } as const;
  return [db.insert(tables.broadcasts).values(row), insertLog(db, tables, entry)];
}

interface Entry {
  readonly id: string;
  readonly broadcastId: string;
  readonly act: BroadcastAct;
  readonly by: Doer;
  readonly note: string | null;
  readonly revision: number;
  readonly version: number;
}

export function insertLog(db: Handle, { broadcastLog: l }: Tables, entry: Entry): Write {
  const { by, note, ...same } = entry;
  const { at, subject, office } = by;
  return db.insert(l).values({ ...same, at, bySubject: subject, office, note: note?.replaceAll('\0', '') ?? null });
}

/** Forgets who wrote and did what; drafts that nobody else was shown go wholly. The offices stay. */
export function forgetAuthor(db: Handle, { broadcasts: t, broadcastLog: l }: Tables, subject: string): Write[] {
  const drafts = and(eq(t.createdBy, subject), inArray(t.state, ['draft', 'returned', 'cancelled']));
  const theirs = db.select({ id: t.id }).from(t).where(drafts);
  return [
    db.delete(l).where(inArray(l.broadcastId, theirs)),
    db.delete(t).where(drafts),
    db.update(t).set({ createdBy: '' }).where(eq(t.createdBy, subject)),
    db.update(l).set({ bySubject: '' }).where(eq(l.bySubject, subject)),
  ];
}
