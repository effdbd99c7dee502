import { createHash } from 'node:crypto';
import type { ChatEvent, OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';

export const PERSON: ThreadKey = { oaId: '100', userId: '7' };
export const NEIGHBOUR: ThreadKey = { oaId: '100', userId: '70' };

export function chatEvent(name: string, change: Partial<ChatEvent> = {}): ChatEvent {
  const id = createHash('sha256').update(name).digest('hex');
  const empty = { kind: 'text' as const, messageIds: [], quotedMessageId: null, at: 1_000 };
  return { id, ...PERSON, ...empty, text: name, ...change };
}

export function outboxMessage(id: string, change: Partial<OutboxMessage> = {}): OutboxMessage {
  const times = { createdAt: 1_000, expiresAt: 100_000 };
  return {
    id,
    ...PERSON,
    kind: 'reply',
    text: `words of ${id}`,
    part: 0,
    ...times,
    topic: null,
    choices: [],
    ...change,
  };
}
