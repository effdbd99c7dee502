import type { OutboxMessage } from '@phuong-so/shared/domain/chat';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { choicesFromJson, choicesToJson } from './choices-json.ts';
import { threadId } from './thread-id.ts';
import { topicFromJson, topicToJson } from './topic-json.ts';

type NewRow = Tables['outboxMessages']['$inferInsert'];
type Row = Tables['outboxMessages']['$inferSelect'];

/** Puts messages in; those whose id is there are left. In the order of their ids: two processes cannot wait for each other. */
export function insertMessages(db: Handle, tables: Tables, messages: readonly OutboxMessage[]): readonly Write[] {
  if (messages.length === 0) return [];
  const rows = messages.map(newRow).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [db.insert(tables.outboxMessages).values(rows).onConflictDoNothing()];
}

/** Due at once, whatever the clocks of other processes say. */
function newRow({ topic, text, choices, ...message }: OutboxMessage): NewRow {
  return {
    ...{ id: message.id, oaId: message.oaId, userId: message.userId, kind: message.kind, part: message.part },
    ...{ createdAt: message.createdAt, expiresAt: message.expiresAt },
    threadId: threadId(message),
    // PostgreSQL takes no NUL character in a text.
    text: text.replaceAll('\0', ''),
    topic: topic === null ? null : topicToJson(topic),
    choices: choices.length === 0 ? null : choicesToJson(choices),
    ...{ status: 'pending', dueAt: 0, attempts: 0 },
  };
}

/** A pending row as the message it holds. */
export function messageOf(row: Row): OutboxMessage {
  const { id, oaId, userId, kind, part, createdAt, expiresAt } = row;
  const topic = row.topic === null ? null : topicFromJson(row.topic);
  const choices = row.choices === null ? [] : choicesFromJson(row.choices);
  return { ...{ id, oaId, userId, kind, part, createdAt, expiresAt }, text: row.text ?? '', topic, choices };
}
