import type { Topic } from '@phuong-so/shared/domain/conversation';

/** Remembers what each conversation was last about. Never stores the words of a message. */
export interface ConversationMemory {
  /** The last topic; null when there is none, when it is older than 30 minutes, or when it belongs to another ward. */
  load(conversationId: string, ward: string): Promise<Topic | null>;
  /** Replaces the conversation's topic: the last save wins, and a save for another ward replaces the first ward's. */
  save(conversationId: string, ward: string, topic: Topic): Promise<void>;
  /** Forgets the conversation; unknown ids are not an error. */
  forget(conversationId: string): Promise<void>;
}
