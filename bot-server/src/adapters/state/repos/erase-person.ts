import { chatConversationId, type ThreadKey } from '@phuong-so/shared/domain/chat';
import { and, eq, or, sql } from 'drizzle-orm';
import type { State } from '../state.ts';
import { DONE } from './claim-chat.ts';
import { forgetChatRecipient } from './forget-notices.ts';
import { threadId } from './thread-id.ts';

/**
 * Removes a person from every table, then from SQLite's files. Waiting events keep their bare ids. Whoever holds the chat
 * or a message at this moment loses the lease: the row is gone.
 */
export async function erasePerson(state: State, key: ThreadKey): Promise<void> {
  const { chatThreads, inboxEvents, outboxMessages, conversations, personChats, linkCodes } = state.tables;
  const thread = threadId(key);
  const conversation = chatConversationId(key);
  const within = sql`substr(${conversations.id}, 1, ${conversation.length + 1}) = ${`${conversation}:`}`;
  await state.atomically((db) => [
    db.delete(chatThreads).where(eq(chatThreads.id, thread)),
    db.update(inboxEvents).set(DONE).where(eq(inboxEvents.threadId, thread)),
    db.delete(outboxMessages).where(eq(outboxMessages.threadId, thread)),
    db.delete(conversations).where(or(eq(conversations.id, conversation), within)),
    db.delete(personChats).where(eq(personChats.id, thread)),
    ...forgetChatRecipient(db, state.tables, key),
    db.delete(linkCodes).where(and(eq(linkCodes.oaId, key.oaId), eq(linkCodes.userId, key.userId))),
  ]);
  await state.scrub();
}
