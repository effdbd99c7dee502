import { createHash } from 'node:crypto';
import type { Broadcast, BroadcastContent } from '@phuong-so/shared/domain/broadcast';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm';
import type { Broadcasts, BroadcastsRequest, Doer, DueBroadcast, NewBroadcast } from '../../../ports/broadcasts.ts';
import type { Ids } from '../../../ports/ids.ts';
import { needed, type State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { freeCode } from './announcements.ts';
import { broadcastOf, columnsOf } from './broadcast-rows.ts';
import { insertLog, revisionId, takeStep } from './broadcast-steps.ts';

/** Broadcasts in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateBroadcasts(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Broadcasts {
  const { db, tables } = state;
  const { broadcasts: t, broadcastLog: l, broadcastRevisions: w } = tables;
  const shown = demo ? undefined : eq(t.demo, false);
  return {
    write: (draft, by) => write(state, ids, draft, by),
    async byId(id) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(eq(t.id, id), shown));
      return row === undefined ? null : broadcastOf(row);
    },
    async list(request) {
      const rows = await db
        .select()
        .from(t)
        .where(and(shown, ...wanted(t, request)))
        .orderBy(desc(t.createdAt), desc(t.id))
        .limit(request.limit + 1);
      const broadcasts = rows.slice(0, request.limit).map(broadcastOf);
      const last = rows.length > request.limit ? broadcasts.at(-1) : undefined;
      return { broadcasts, next: last ? { createdAt: last.createdAt, id: last.id } : null };
    },
    take: (before, step) => takeStep(state, ids, before, step),
    claimDue: (now, leaseMs) => claimDue(state, ids.next(), now, leaseMs),
    async release({ token, broadcast }, dueAt) {
      const freed = { claimToken: null, leaseUntil: null, dueAt };
      const mine = and(eq(t.id, broadcast.id), eq(t.claimToken, token));
      return (await db.update(t).set(freed).where(mine).returning({ id: t.id })).length > 0;
    },
    finishSent: (now) => finishSent(state, ids, now),
    async wording(id, revision) {
      const [row] = await db
        .select()
        .from(w)
        .where(eq(w.id, revisionId(id, revision)));
      if (row === undefined) return null;
      const { title, body, eventAt, eventPlace } = row;
      return { title, body, event: eventAt === null ? null : { startsAt: eventAt, place: eventPlace } };
    },
    async log(id) {
      const rows = await db.select().from(l).where(eq(l.broadcastId, id)).orderBy(asc(l.version));
      return rows.map(({ at, act, office, note, revision }) => ({ at, act, office, note, revision }));
    },
  };
}

/** Exactly one group stands in the column as one string: no look into the JSON. */
function wanted(t: Tables['broadcasts'], { ward, group, state, after }: BroadcastsRequest) {
  return [
    eq(t.ward, ward),
    group === null ? undefined : eq(t.groups, JSON.stringify([group])),
    state === null ? undefined : eq(t.state, state),
    after === null
      ? undefined
      : or(lt(t.createdAt, after.createdAt), and(eq(t.createdAt, after.createdAt), lt(t.id, after.id))),
  ];
}

const NEW = {
  state: 'draft',
  ...{ revision: 0, version: 1, note: null, approveUntil: null, anchor: null, pressKey: null },
  ...{ sentAt: null, dueAt: null, claimToken: null, leaseUntil: null, preparing: null, prepared: 0 },
} as const;
const CODE_TRIES = 8;

async function write(state: State, ids: Ids, draft: NewBroadcast, by: Doer): Promise<Broadcast> {
  const { broadcasts: t } = state.tables;
  const { ward, sender, demo, pressKey, ...content } = draft;
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    const id = pressKey === undefined ? ids.next() : keyedId(by.subject, pressKey);
    const written = pressKey === undefined ? null : await readRow(state, id);
    if (written !== null) return written;
    const code = await freeCode(state, ward);
    const row = { ...NEW, ...newRow(content), id, code, ward, sender, demo, createdBy: by.subject, createdAt: by.at };
    const touched = await state.atomically((db) => [
      needed(db.insert(t).values(row).onConflictDoNothing()),
      insertLog(db, state.tables, {
        id: ids.next(),
        broadcastId: id,
        act: 'written',
        by,
        note: null,
        revision: 0,
        version: 1,
      }),
    ]);
    const stored = touched === null ? null : await readRow(state, id);
    if (stored !== null) return stored;
  }
  throw new Error('no free announcement code found');
}

/** Of its own kind: nobody can choose the id of an announcement that is there already. */
function keyedId(subject: string, pressKey: string): string {
  return `k-${createHash('sha256').update(`${subject} ${pressKey}`).digest('hex').slice(0, 36)}`;
}

async function readRow({ db, tables: { broadcasts: t } }: State, id: string): Promise<Broadcast | null> {
  const [row] = await db.select().from(t).where(eq(t.id, id));
  return row === undefined ? null : broadcastOf(row);
}

function newRow(content: BroadcastContent) {
  const { kind, asks, repeat, sendAt, attachment, title, body } = content;
  const groups = JSON.stringify(content.groups);
  return { kind, asks, repeat, sendAt, attachment, title, body, groups, ...columnsOf(content) };
}

/** One at a time and by the clock: whoever looks later finds what is due, however the clock came there. */
async function claimDue(state: State, token: string, now: number, leaseMs: number): Promise<DueBroadcast | null> {
  const { broadcasts: t } = state.tables;
  const free = and(lte(t.dueAt, now), or(isNull(t.leaseUntil), lte(t.leaseUntil, now)));
  const first = state.db.select({ id: t.id }).from(t).where(free).orderBy(asc(t.dueAt), asc(t.id)).limit(1);
  const [row] = await state.db
    .update(t)
    .set({ claimToken: token, leaseUntil: now + leaseMs })
    .where(and(state.picked(t.id, first), free))
    .returning();
  if (row === undefined) return null;
  return { token, broadcast: broadcastOf(row), preparing: row.preparing, prepared: row.prepared };
}

/** Prepared to the end (nothing is due any more), and nothing on its way or to be looked for. */
async function finishSent(state: State, ids: Ids, now: number): Promise<number> {
  const { broadcasts: t, deliveries: d } = state.tables;
  const open = state.db
    .select({ id: d.id })
    .from(d)
    .where(
      and(
        eq(d.broadcastId, t.id),
        or(inArray(d.state, ['pending', 'sending']), and(eq(d.state, 'uncertain'), isNotNull(d.dueAt))),
      ),
    );
  const finished = await state.db
    .update(t)
    .set({ state: 'sent', sentAt: now, version: sql`${t.version} + 1` })
    .where(and(eq(t.state, 'sending'), isNull(t.preparing), notExists(open)))
    .returning({ id: t.id, revision: t.revision, version: t.version });
  const by = { subject: '', office: '', at: now };
  for (const { id, revision, version } of finished) {
    await insertLog(state.db, state.tables, {
      ...{ id: ids.next(), broadcastId: id, act: 'finished', by, note: null, revision, version },
    });
  }
  return finished.length;
}
