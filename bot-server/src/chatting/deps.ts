import type { Answer } from '@phuong-so/shared/domain/answer';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import type { ConversationMemory } from '../ports/conversation-memory.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { ChatSettings } from './settings.ts';

/** What the chat needs of the rest of the service. */
export interface ChatDeps {
  readonly answer: (request: AskRequest) => Promise<Answer>;
  /** The same memory that `answer` uses. */
  readonly memory: ConversationMemory;
  readonly index: Pick<PlanIndex, 'wards' | 'ward'>;
  readonly outbox: Pick<Outbox, 'topicOf'>;
  /** A one-time code that joins this chat to the person who types it into the Mini App: "ABCD-EFGH". */
  readonly issueLinkCode: (key: ThreadKey) => Promise<string>;
  readonly language: LanguageData;
  readonly settings: ChatSettings;
}
