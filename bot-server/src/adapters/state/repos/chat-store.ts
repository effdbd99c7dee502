import { newThread, type ThreadKey } from '@phuong-so/shared/domain/chat';
import { and, count, gt, inArray, isNull, lt, min } from 'drizzle-orm';
import type { ChatStore } from '../../../ports/chat-store.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { State } from '../state.ts';
import { acceptEvents } from './accept-events.ts';
import { threadFromJson } from './chat-json.ts';
import { claimChat, finishChat, postponeChat } from './claim-chat.ts';
import { forgetChatLearning } from './erase-learning.ts';
import { erasePerson } from './erase-person.ts';
import { threadId } from './thread-id.ts';

/** Far below what an integer column holds. */
const HIGHEST_POSITION = 1_000_000_000;

/** Waiting events and threads in the state database. */
export function stateChatStore(state: State, clock: Clock, ids: Ids): ChatStore {
  let accepted = 0;
  return {
    accept(events, dueAt) {
      const firstPosition = accepted;
      accepted = (accepted + events.length) % HIGHEST_POSITION;
      return acceptEvents(state, events, { dueAt, acceptedAt: clock.now().getTime(), firstPosition });
    },
    claim: (now, leaseMs) => claimChat(state, ids.next(), now, leaseMs),
    finish: (claim, outcome) => finishChat(state, claim, outcome),
    postpone: (claim, dueAt) => postponeChat(state, claim, dueAt),
    thread: async (key) => (await readThreads(state, [key]))[0] ?? null,
    threads: (keys) => readThreads(state, keys),
    erase: (key) => erasePerson(state, key, clock.now().getTime()),
    waiting: () => countWaiting(state),
    prune: (eventsBefore, threadsBefore) => prune(state, eventsBefore, threadsBefore),
  };
}

async function readThreads({ db, tables: { chatThreads: t } }: State, keys: readonly ThreadKey[]) {
  if (keys.length === 0) return [];
  const rows = await db
    .select({ oaId: t.oaId, userId: t.userId, state: t.state })
    .from(t)
    .where(inArray(t.id, keys.map(threadId)));
  return rows.map(({ state, ...key }) => (state === null ? null : threadFromJson(state)) ?? newThread(key));
}

async function countWaiting({ db, tables: { inboxEvents } }: State) {
  const [row] = await db
    .select({ events: count(), oldestAt: min(inboxEvents.acceptedAt) })
    .from(inboxEvents)
    // Not `is not null`: SQLite answers that by reading the whole table, 9 ms with 100,000 done events.
    .where(gt(inboxEvents.threadId, ''));
  return row ?? { events: 0, oldestAt: null };
}

/** A chat in which something waits stays, however old it is. */
async function prune({ db, tables, atomically }: State, eventsBefore: number, threadsBefore: number): Promise<void> {
  const { inboxEvents, chatThreads } = tables;
  await db.delete(inboxEvents).where(and(isNull(inboxEvents.threadId), lt(inboxEvents.acceptedAt, eventsBefore)));
  const idle = and(isNull(chatThreads.dueAt), isNull(chatThreads.claimToken));
  const isForgotten = and(idle, lt(chatThreads.lastMessageAt, threadsBefore));
  await atomically((within) => [
    ...forgetChatLearning(within, tables, isForgotten),
    within.delete(chatThreads).where(isForgotten),
  ]);
}
