import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { aliasedTable, and, asc, count, eq, inArray, isNull, lt, lte, min, ne, notExists, or, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { ClaimedMessage, Outbox, Settlement } from '../../../ports/outbox.ts';
import type { State } from '../state.ts';
import { insertMessages, messageOf } from './outbox-rows.ts';
import { threadId } from './thread-id.ts';
import { topicFromJson } from './topic-json.ts';

/** Messages on their way, in the state database. */
export function stateOutbox(state: State, ids: Ids): Outbox {
  return {
    async add(messages) {
      await state.atomically((db) => insertMessages(db, state.tables, messages));
    },
    claim: (oaId, now, leaseMs, limit) => claimMessages(state, { oaId, token: ids.next(), now, leaseMs, limit }),
    settle: (claim, settlement) => settle(state, claim, settlement),
    ownMessageIds: (key, messageIds) => ownMessageIds(state, key, messageIds),
    topicOf: (key, messageId) => topicOf(state, key, messageId),
    noteReceipt: (key, messageIds, kind, at) => noteReceipt(state, key, messageIds, kind, at),
    waiting: () => waiting(state),
    async prune(before) {
      const { outboxMessages: m } = state.tables;
      await state.db.delete(m).where(and(ne(m.status, 'pending'), lt(m.createdAt, before)));
    },
  };
}

interface Wish {
  readonly oaId: string;
  readonly token: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/**
 * A lease that ran out counts as a try that may have arrived. `triedAt` stays at the earliest such try: a message of ours
 * is to be looked for from then on.
 */
async function claimMessages(state: State, wish: Wish): Promise<readonly ClaimedMessage[]> {
  const { outboxMessages: m } = state.tables;
  const rows = await state.db
    .update(m)
    .set({
      claimToken: wish.token,
      claimedAt: wish.now,
      leaseUntil: wish.now + wish.leaseMs,
      attempts: sql`case when ${m.claimToken} is null then ${m.attempts} else ${m.attempts} + 1 end`,
      triedAt: sql`case when ${m.claimToken} is null then ${m.triedAt} else coalesce(${m.triedAt}, ${m.claimedAt}) end`,
    })
    .where(and(state.picked(m.id, claimable(state, wish)), free(m, wish.now)))
    .returning();
  // Before anything is sent: after a power cut the message must be known as one that may have arrived.
  if (rows.length > 0) await state.durable();
  return rows
    .sort((a, b) => a.createdAt - b.createdAt || a.part - b.part || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      ...{ token: wish.token, message: messageOf(row), attempts: row.attempts },
      ...{ mayHaveArrived: row.triedAt !== null, triedAt: row.triedAt },
    }));
}

/** The first unsettled message of each person, where it is due and free. */
function claimable(state: State, { oaId, now, limit }: Wish) {
  const { outboxMessages: m } = state.tables;
  const before = aliasedTable(m, 'earlier');
  const precedes = sql`(${before.createdAt}, ${before.part}, ${before.id}) < (${m.createdAt}, ${m.part}, ${m.id})`;
  const earlier = state.db
    .select({ id: before.id })
    .from(before)
    .where(and(eq(before.threadId, m.threadId), eq(before.status, 'pending'), precedes));
  return state.db
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.oaId, oaId), eq(m.status, 'pending'), free(m, now), notExists(earlier)))
    .orderBy(asc(m.createdAt), asc(m.part), asc(m.id))
    .limit(limit);
}

/** Repeated outside the sub-select, without the status: by that SQLite would look at everything that waits. */
function free(m: State['tables']['outboxMessages'], now: number) {
  return and(lte(m.dueAt, now), or(isNull(m.leaseUntil), lte(m.leaseUntil, now)));
}

async function settle({ db, tables: { outboxMessages: m } }: State, claim: ClaimedMessage, settlement: Settlement) {
  const settled = await db
    .update(m)
    .set({ claimToken: null, claimedAt: null, leaseUntil: null, ...changes(m, settlement) })
    .where(and(eq(m.id, claim.message.id), eq(m.claimToken, claim.token)))
    .returning({ id: m.id });
  return settled.length > 0;
}

function changes(m: State['tables']['outboxMessages'], settlement: Settlement) {
  const { kind } = settlement;
  if (kind === 'sent') {
    return {
      status: kind,
      text: null,
      choices: null,
      messageId: settlement.messageId,
      sentAt: settlement.at,
      verdict: null,
    };
  }
  if (kind === 'dead') return { status: kind, text: null, topic: null, choices: null, verdict: settlement.verdict };
  const { dueAt, verdict } = settlement;
  const counted = { dueAt, verdict, attempts: sql`${m.attempts} + 1` };
  if (kind === 'uncertain') return { ...counted, triedAt: sql`coalesce(${m.triedAt}, ${m.claimedAt})` };
  return settlement.counts ? counted : { dueAt, verdict };
}

async function ownMessageIds(
  { db, tables: { outboxMessages: m } }: State,
  key: ThreadKey,
  messageIds: readonly string[],
) {
  if (messageIds.length === 0) return new Set<string>();
  const rows = await db
    .select({ messageId: m.messageId })
    .from(m)
    .where(and(eq(m.threadId, threadId(key)), eq(m.status, 'sent'), inArray(m.messageId, [...messageIds])));
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
}

async function topicOf({ db, tables: { outboxMessages: m } }: State, key: ThreadKey, messageId: string) {
  const [row] = await db
    .select({ topic: m.topic })
    .from(m)
    .where(and(eq(m.threadId, threadId(key)), eq(m.status, 'sent'), eq(m.messageId, messageId)));
  return row?.topic ? topicFromJson(row.topic) : null;
}

/** The first receipt of each kind counts; Zalo repeats them. */
async function noteReceipt(
  { db, tables: { outboxMessages: m } }: State,
  key: ThreadKey,
  messageIds: readonly string[],
  kind: 'received' | 'seen',
  at: number,
): Promise<void> {
  if (messageIds.length === 0) return;
  const [column, name] = kind === 'received' ? [m.receivedAt, 'receivedAt' as const] : [m.seenAt, 'seenAt' as const];
  await db
    .update(m)
    .set({ [name]: at })
    .where(and(eq(m.threadId, threadId(key)), inArray(m.messageId, [...messageIds]), isNull(column)));
}

async function waiting({ db, tables: { outboxMessages: m } }: State) {
  const rows = await db
    .select({ oaId: m.oaId, messages: count(), oldestAt: min(m.createdAt) })
    .from(m)
    .where(eq(m.status, 'pending'))
    .groupBy(m.oaId);
  return rows.map((row) => ({ ...row, oldestAt: row.oldestAt ?? 0 }));
}
