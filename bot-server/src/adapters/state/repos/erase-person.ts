import { chatConversationId, type ThreadKey } from '@phuong-so/shared/domain/chat';
import { chatLearnerId } from '@phuong-so/shared/domain/learning';
import { and, eq, or, sql } from 'drizzle-orm';
import type { State } from '../state.ts';
import { DONE } from './claim-chat.ts';
import { erasePlaces } from './class-seats.ts';
import { eraseLearning } from './erase-learning.ts';
import { forgetChatRecipient } from './forget-notices.ts';
import { threadId } from './thread-id.ts';

/**
 * Removes a person from every table, then from SQLite's files. Waiting events keep their bare ids. Whoever holds the chat
 * or a message at this moment loses the lease: the row is gone. `now`: epoch ms.
 */
export async function erasePerson(state: State, key: ThreadKey, now: number): Promise<void> {
  const { chatThreads, inboxEvents, outboxMessages, conversations, personChats, linkCodes, studyReminders } =
    state.tables;
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
    ...erasePlaces(db, state.tables, chatLearnerId(key), now),
    db.delete(studyReminders).where(eq(studyReminders.id, thread)),
    ...eraseLearning(db, state.tables, chatLearnerId(key)),
  ]);
  await state.scrub();
}
