import { TOPIC_LIFETIME_MS, type Topic } from '@phuong-so/shared/domain/conversation';
import type { Clock } from '../../bot-server/src/ports/clock.ts';
import type { ConversationMemory } from '../../bot-server/src/ports/conversation-memory.ts';

/** Keeps topics in memory; passes the same contract suite as the real one. */
export function fakeConversationMemory(clock: Clock): ConversationMemory {
  const kept = new Map<string, { ward: string; topic: Topic; at: number }>();
  return {
    async load(id, ward) {
      const found = kept.get(id);
      const alive = found && clock.now().getTime() - found.at <= TOPIC_LIFETIME_MS;
      return found && alive && found.ward === ward ? found.topic : null;
    },
    async save(id, ward, topic) {
      kept.set(id, { ward, topic: structuredClone(topic), at: clock.now().getTime() });
    },
    async forget(id) {
      kept.delete(id);
    },
  };
}
