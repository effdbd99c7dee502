import { TOPIC_LIFETIME_MS, type Topic } from '@phuong-so/shared/domain/conversation';
import { and, eq, gte, lt } from 'drizzle-orm';
import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationMemory } from '../../ports/conversation-memory.ts';
import type { State } from './open-state.ts';
import { conversations } from './tables.ts';

const ids = z.array(z.string());
const topicSchema = z.object({
  ward: z.string(),
  intent: z.string().nullable(),
  unitIds: ids,
  taskIds: ids,
  targetIds: ids,
  year: z.string().nullable(),
  documentId: z.string().nullable(),
});

/** Conversation topics in the state database. Topics past their lifetime are removed with the next save. */
export function sqliteConversationMemory(state: State, clock: Clock): ConversationMemory {
  const { db } = state;
  const oldest = () => clock.now().getTime() - TOPIC_LIFETIME_MS;
  return {
    async load(conversationId, ward) {
      const alive = gte(conversations.updatedAt, oldest());
      const found = and(eq(conversations.id, conversationId), eq(conversations.ward, ward), alive);
      const [row] = await db.select({ topic: conversations.topic }).from(conversations).where(found);
      return row === undefined ? null : parseTopic(row.topic);
    },
    async save(conversationId, ward, topic) {
      const row = { ward, topic: JSON.stringify(topicSchema.parse(topic)), updatedAt: clock.now().getTime() };
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

/** A topic that an older version wrote in another shape is as good as none: the person is asked again. */
function parseTopic(json: string): Topic | null {
  const parsed = topicSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
