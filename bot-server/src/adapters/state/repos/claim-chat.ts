import { type ChatThread, newThread } from '@phuong-so/shared/domain/chat';
import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { ChatOutcome, ClaimedChat } from '../../../ports/chat-store.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { eventFromJson, threadFromJson, threadToJson } from './chat-json.ts';
import { insertMessages } from './outbox-rows.ts';
import { threadId } from './thread-id.ts';

const FREE = { claimToken: null, leaseUntil: null, attempt: 0 };

/** The condition stands inside the sub-select and again outside: on PostgreSQL the row may have gone in between. */
export async function claimChat(
  state: State,
  token: string,
  now: number,
  leaseMs: number,
): Promise<ClaimedChat | null> {
  const { chatThreads: t } = state.tables;
  const free = and(lte(t.dueAt, now), or(isNull(t.leaseUntil), lte(t.leaseUntil, now)));
  const first = state.db.select({ id: t.id }).from(t).where(free).orderBy(asc(t.dueAt), asc(t.id)).limit(1);
  const [row] = await state.db
    .update(t)
    .set({ claimToken: token, leaseUntil: now + leaseMs, attempt: sql`${t.attempt} + 1` })
    .where(and(state.picked(t.id, first), free))
    .returning();
  if (row === undefined) return null;
  const events = await waitingEvents(state, row.id);
  return { token, thread: threadOf(row), events, attempt: row.attempt };
}

function threadOf(row: Tables['chatThreads']['$inferSelect']): ChatThread {
  return (row.state === null ? null : threadFromJson(row.state)) ?? newThread(row);
}

/** In the order they happened by Zalo's clock; those of one instant in the order they came. */
async function waitingEvents({ db, tables: { inboxEvents: e } }: State, thread: string) {
  const rows = await db
    .select({ event: e.event })
    .from(e)
    .where(eq(e.threadId, thread))
    .orderBy(asc(e.at), asc(e.acceptedAt), asc(e.position));
  return rows.flatMap(({ event }) => (event === null ? [] : [eventFromJson(event)]));
}

export async function finishChat(state: State, claim: ClaimedChat, { thread, messages }: ChatOutcome) {
  const { chatThreads, inboxEvents } = state.tables;
  const id = threadId(claim.thread);
  const blank = messages.length === 0 && threadToJson(thread) === threadToJson(newThread(thread));
  const lastMessageAt = thread.lastMessageAt === null ? {} : { lastMessageAt: thread.lastMessageAt };
  // Beside the JSON: whom an announcement can reach is asked of all chats at once.
  const contact = { ward: thread.ward, interactedAt: thread.lastMessageAt, leftAt: thread.leftAt };
  const touched = await state.atomically((db) => [
    needed(
      db
        .update(chatThreads)
        .set({ ...FREE, ...lastMessageAt, ...contact, state: threadToJson(thread) })
        .where(leasedBy(state.tables, claim)),
    ),
    ...ofClaimed(claim, (these) => db.update(inboxEvents).set(DONE).where(inArray(inboxEvents.id, these))),
    ...insertMessages(db, state.tables, messages),
    dueAgain(db, state.tables, id),
    ...(blank ? [db.delete(chatThreads).where(and(eq(chatThreads.id, id), isNull(chatThreads.dueAt)))] : []),
  ]);
  // A receipt may come after its person has been erased: it must not leave their id behind.
  if (touched !== null && blank) await state.scrub();
  return touched !== null;
}

/** Only the id, and when it came, stay of an event that is done. */
export const DONE = { threadId: null, oaId: null, userId: null, event: null, at: null, dueAt: null };

export async function postponeChat(state: State, claim: ClaimedChat, dueAt: number): Promise<boolean> {
  const { chatThreads, inboxEvents } = state.tables;
  const touched = await state.atomically((db) => [
    needed(db.update(chatThreads).set(FREE).where(leasedBy(state.tables, claim))),
    ...ofClaimed(claim, (these) => db.update(inboxEvents).set({ dueAt }).where(inArray(inboxEvents.id, these))),
    dueAgain(db, state.tables, threadId(claim.thread)),
  ]);
  return touched !== null;
}

function leasedBy({ chatThreads }: Tables, claim: ClaimedChat): SQL | undefined {
  return and(eq(chatThreads.id, threadId(claim.thread)), eq(chatThreads.claimToken, claim.token));
}

function ofClaimed(claim: ClaimedChat, write: (ids: string[]) => Write): Write[] {
  return claim.events.length === 0 ? [] : [write(claim.events.map(({ id }) => id))];
}

/**
 * The thread is due when the earliest of its waiting events is. A statement of its own, after the thread's row is locked:
 * an event that another connection accepts is either seen here or makes the thread due afterwards.
 */
function dueAgain(db: Handle, { chatThreads, inboxEvents }: Tables, id: string): Write {
  const earliest = sql`(select min(${inboxEvents.dueAt}) from ${inboxEvents} where ${inboxEvents.threadId} = ${id})`;
  return db.update(chatThreads).set({ dueAt: earliest }).where(eq(chatThreads.id, id));
}
