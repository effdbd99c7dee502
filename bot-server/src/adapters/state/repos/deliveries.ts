import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { DueBroadcast } from '../../../ports/broadcasts.ts';
import type { Deliveries, DeliveryWish, PreparedPage, Told } from '../../../ports/deliveries.ts';
import type { Ids } from '../../../ports/ids.ts';
import { needed, type State } from '../state.ts';
import { countPeople, countReads, countTotals, countUnreached } from './delivery-counts.ts';
import { claimedOf, FREE, givenRows } from './delivery-rows.ts';
import { settleDeliveries } from './settle-deliveries.ts';

/** Announcements on their way, in the state database. */
export function stateDeliveries(state: State, ids: Ids): Deliveries {
  return {
    prepare: (claim, page) => prepare(state, claim, page),
    toldBefore: (id, revision, after, limit) => toldBefore(state, id, revision, after, limit),
    claim: (wish) => claim(state, ids.next(), wish),
    claimLooks: (wish) => claimLooks(state, ids.next(), wish),
    settle: (settled) => settleDeliveries(state, settled),
    ownMessageIds: (key, messageIds) => ownMessageIds(state, key, messageIds),
    noteReceipt: (key, messageIds, kind, at) => noteReceipt(state, key, messageIds, kind, at),
    prune: (before) => prune(state, before),
    waiting: () => waiting(state),
    totals: (id) => countTotals(state, id),
    people: (id) => countPeople(state, id),
    readsByHour: (id) => countReads(state, id),
    unreached: (id) => countUnreached(state, id),
  };
}

async function prepare(state: State, claim: DueBroadcast, page: PreparedPage): Promise<boolean> {
  const { broadcasts: b, deliveries: d } = state.tables;
  const { id, revision } = claim.broadcast;
  const moved = {
    preparing: page.next,
    prepared: claim.prepared + page.messages,
    dueAt: page.next === null ? null : page.now,
  };
  const touched = await state.atomically((db) => [
    // A stop or another correction has taken the token away: its rows are not made any more.
    needed(
      db
        .update(b)
        .set({ ...FREE, ...moved })
        .where(and(eq(b.id, id), eq(b.claimToken, claim.token), eq(b.state, 'sending'))),
    ),
    ...(page.rows.length === 0
      ? []
      : [
          db
            .insert(d)
            .select(givenRows(state, id, revision, page))
            .onConflictDoNothing(),
        ]),
    // Corrections that wait behind this one would tell what is no longer so.
    db
      .update(d)
      .set({ state: 'cancelled', dueAt: null })
      .where(and(eq(d.broadcastId, id), eq(d.state, 'pending'), gt(d.revision, 0), lt(d.revision, revision))),
  ]);
  return touched !== null;
}

const REACHED = ['uncertain', 'sent', 'delivered', 'seen'] as const;

async function toldBefore(
  { db, tables: { deliveries: d } }: State,
  broadcastId: string,
  revision: number,
  after: string,
  limit: number,
): Promise<readonly Told[] | null> {
  const earlier = and(eq(d.broadcastId, broadcastId), lt(d.toldRevision, revision));
  const [underWay] = await db
    .select({ id: d.id })
    .from(d)
    .where(and(earlier, eq(d.state, 'sending')))
    .limit(1);
  if (underWay !== undefined) return null;
  const rows = await db
    .select({
      ...{ recipient: d.recipient, channel: d.channel, group: d.groupId, oaId: d.oaId, userId: d.userId },
      expiresAt: d.expiresAt,
    })
    .from(d)
    .where(
      and(earlier, eq(d.revision, 0), ne(d.channel, 'feed'), inArray(d.state, [...REACHED]), gt(d.recipient, after)),
    )
    .orderBy(asc(d.recipient), asc(d.channel))
    .limit(limit);
  return rows.map(({ oaId, userId, ...told }) => {
    return { ...told, chat: oaId === null || userId === null ? null : { oaId, userId } };
  });
}

/**
 * The words are chosen here: a row that waits when a correction comes is sent with the corrected words, and nobody has to
 * correct them for that person.
 */
async function claim(state: State, token: string, wish: DeliveryWish) {
  const { deliveries: d, broadcasts: b } = state.tables;
  const { oaId, now, leaseMs, limit, emergenciesOnly } = wish;
  const goesOn = state.db
    .select({ id: b.id })
    .from(b)
    .where(and(eq(b.id, d.broadcastId), eq(b.state, 'sending'), or(eq(d.revision, 0), eq(d.revision, b.revision))));
  const due = and(
    ...[eq(d.oaId, oaId), eq(d.state, 'pending'), lte(d.dueAt, now), exists(goesOn)],
    emergenciesOnly ? eq(d.priority, 0) : undefined,
  );
  const first = state.db
    .select({ id: d.id })
    .from(d)
    .where(due)
    .orderBy(asc(d.priority), asc(d.dueAt), asc(d.id))
    .limit(limit);
  const newest = sql`(select ${b.revision} from ${b} where ${b.id} = ${d.broadcastId})`;
  const claimed = { state: 'sending', claimToken: token, claimedAt: now, leaseUntil: now + leaseMs } as const;
  const rows = await state.db
    .update(d)
    .set({ ...claimed, toldRevision: newest })
    .where(and(state.picked(d.id, first), eq(d.state, 'pending')))
    .returning();
  // Before anything is sent: after a power cut it must be known that it may have been.
  if (rows.length > 0) await state.durable();
  return rows.map((row) => claimedOf(row, token));
}

/** What was under way when its process died may have arrived. */
async function claimLooks(
  state: State,
  token: string,
  { oaId, now, leaseMs, limit }: Omit<DeliveryWish, 'emergenciesOnly'>,
) {
  const { deliveries: d } = state.tables;
  await state.db
    .update(d)
    .set({ state: 'uncertain', dueAt: now, claimToken: null, leaseUntil: null, verdict: 'lease_lost' })
    .where(and(eq(d.oaId, oaId), eq(d.state, 'sending'), lte(d.leaseUntil, now)));
  const due = and(
    ...[eq(d.oaId, oaId), eq(d.state, 'uncertain'), lte(d.dueAt, now)],
    or(isNull(d.leaseUntil), lte(d.leaseUntil, now)),
  );
  const first = state.db.select({ id: d.id }).from(d).where(due).orderBy(asc(d.dueAt), asc(d.id)).limit(limit);
  const rows = await state.db
    .update(d)
    .set({ claimToken: token, leaseUntil: now + leaseMs })
    .where(and(state.picked(d.id, first), due))
    .returning();
  return rows.map((row) => claimedOf(row, token));
}

async function ownMessageIds({ db, tables: { deliveries: d } }: State, key: ThreadKey, messageIds: readonly string[]) {
  if (messageIds.length === 0) return new Set<string>();
  const rows = await db
    .select({ messageId: d.messageId })
    .from(d)
    .where(and(inArray(d.messageId, [...messageIds]), eq(d.oaId, key.oaId), eq(d.userId, key.userId)));
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
}

/** A year is kept for the ward's own comparison of what reaches people. */
async function prune({ db, tables: { deliveries: d, broadcasts: b } }: State, before: number): Promise<void> {
  const old = db.select({ id: b.id }).from(b).where(lt(b.createdAt, before));
  await db.delete(d).where(inArray(d.broadcastId, old));
}

/** Seen is more than delivered: what is seen stays so, and what is seen without having been told delivered was. */
async function noteReceipt(
  { db, tables: { deliveries: d } }: State,
  { oaId, userId }: ThreadKey,
  messageIds: readonly string[],
  kind: 'received' | 'seen',
  at: number,
): Promise<void> {
  if (messageIds.length === 0) return;
  const theirs = and(inArray(d.messageId, [...messageIds]), eq(d.oaId, oaId), eq(d.userId, userId));
  const [set, open] =
    kind === 'seen'
      ? [{ state: 'seen', seenAt: at } as const, inArray(d.state, ['sent', 'delivered'])]
      : [{ state: 'delivered', receivedAt: at } as const, eq(d.state, 'sent')];
  await db.update(d).set(set).where(and(theirs, open));
}

async function waiting({ db, tables: { deliveries: d } }: State) {
  const open = or(inArray(d.state, ['pending', 'sending']), and(eq(d.state, 'uncertain'), isNotNull(d.dueAt)));
  const rows = await db
    .select({ oaId: d.oaId, messages: sql<number>`count(*)` })
    .from(d)
    .where(and(isNotNull(d.oaId), open))
    .groupBy(d.oaId);
  return rows.flatMap(({ oaId, messages }) => (oaId === null ? [] : [{ oaId, messages: Number(messages) }]));
}
