import type { ChatEvent } from '@phuong-so/shared/domain/chat';
import { and, inArray, isNotNull, max, min, type SQL, sql } from 'drizzle-orm';
import type { Handle, State, Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { eventToJson } from './chat-json.ts';
import { threadId } from './thread-id.ts';

/** As the table has them, in its order. */
const COLUMNS = {
  id: 'text',
  thread_id: 'text',
  oa_id: 'text',
  user_id: 'text',
  event: 'text',
  at: 'int',
  due_at: 'int',
  accepted_at: 'int',
  position: 'int',
} as const;

/**
 * Two statements for a whole delivery. Events go in by the order of their ids and threads by theirs, always events first:
 * two processes that accept the same delivery wait for each other in one direction only.
 */
export async function acceptEvents(
  state: State,
  events: readonly ChatEvent[],
  { dueAt, acceptedAt, firstPosition }: { dueAt: number; acceptedAt: number; firstPosition: number },
): Promise<number> {
  if (events.length === 0) return 0;
  const rows = events
    .map((event, place) => ({
      ...{ id: event.id, thread_id: threadId(event), oa_id: event.oaId, user_id: event.userId, at: event.at },
      ...{ event: eventToJson(event), due_at: dueAt, accepted_at: acceptedAt, position: firstPosition + place },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const given = state.rows(COLUMNS, JSON.stringify(rows));
  const ids = state.rows({ id: 'text' }, JSON.stringify(rows.map(({ id }) => ({ id }))));
  const touched = await state.atomically((db) => [
    db.insert(state.tables.inboxEvents).select(given).onConflictDoNothing(),
    wakeThreads(db, state.tables, ids),
  ]);
  await state.durable();
  return touched?.[0] ?? 0;
}

/**
 * A thread is made or made due only by an event of it that waits: after an erasure a repeated delivery finds the bare id,
 * and brings nothing back.
 */
function wakeThreads(db: Handle, { chatThreads, inboxEvents }: Tables, ids: SQL): Write {
  const woken = db
    .select({
      id: sql<string>`${inboxEvents.threadId}`.as('id'),
      oaId: sql<string>`${inboxEvents.oaId}`.as('oa_id'),
      userId: sql<string>`${inboxEvents.userId}`.as('user_id'),
      state: sql<null>`null`.as('state'),
      dueAt: min(inboxEvents.dueAt).as('due_at'),
      claimToken: sql<null>`null`.as('claim_token'),
      leaseUntil: sql<null>`null`.as('lease_until'),
      attempt: sql<number>`0`.as('attempt'),
      lastMessageAt: sql<number>`${max(inboxEvents.acceptedAt)}`.as('last_message_at'),
      ward: sql<null>`null`.as('ward'),
      interactedAt: sql<null>`null`.as('interacted_at'),
      leftAt: sql<null>`null`.as('left_at'),
    })
    .from(inboxEvents)
    .where(and(inArray(inboxEvents.id, sql`(${ids})`), isNotNull(inboxEvents.threadId)))
    .groupBy(inboxEvents.threadId, inboxEvents.oaId, inboxEvents.userId)
    .orderBy(inboxEvents.threadId);
  const sooner = sql`excluded.due_at < ${chatThreads.dueAt}`;
  return db
    .insert(chatThreads)
    .select(woken.getSQL())
    .onConflictDoUpdate({
      target: chatThreads.id,
      set: {
        dueAt: sql`case when ${chatThreads.dueAt} is null or ${sooner} then excluded.due_at else ${chatThreads.dueAt} end`,
      },
    });
}
