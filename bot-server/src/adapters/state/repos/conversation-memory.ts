import { TOPIC_LIFETIME_MS } from '@phuong-so/shared/domain/conversation';
import { and, eq, gte, lt } from 'drizzle-orm';
import type { Clock } from '../../../ports/clock.ts';
import type { ConversationMemory } from '../../../ports/conversation-memory.ts';
import type { State } from '../state.ts';
import { topicFromJson, topicToJson } from './topic-json.ts';

/** Conversation topics in the state database. Topics past their lifetime are removed with the next save. */
export function stateConversationMemory({ db, tables }: State, clock: Clock): ConversationMemory {
  const { conversations } = tables;
  const oldest = () => clock.now().getTime() - TOPIC_LIFETIME_MS;
  return {
    async load(conversationId, ward) {
      const alive = gte(conversations.updatedAt, oldest());
      const found = and(eq(conversations.id, conversationId), eq(conversations.ward, ward), alive);
      const [row] = await db.select({ topic: conversations.topic }).from(conversations).where(found);
      return row === undefined ? null : topicFromJson(row.topic);
    },
    async save(conversationId, ward, topic) {
      const row = { ward, topic: topicToJson(topic), updatedAt: clock.now().getTime() };
      await db.delete(conversations).where(lt(conversations.updatedAt, oldest()));
      await db
        .insert(conversations)
        .values({ id: conversationId, ...row })
        .onConflictDoUpdate({ target: conversations.id, set: row });
    },
    async forget(conversationId) {
      await db.delete(conversations).where(eq(conversations.id, conversationId));
    },
  };
}
