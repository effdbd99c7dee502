import type { Resident } from '@phuong-so/shared/domain/audience';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';

/** Whom an announcement is for, as far as they are known: people of the Mini App and of the chat, each once. */
export interface Audience {
  /** By id, after `after` ("" = from the first), at most `limit`. */
  page(request: AudienceRequest): Promise<readonly Resident[]>;
  /** The id under which somebody with this chat is counted: their subject where the two are known to be one person. */
  idOfChat(key: ThreadKey): Promise<string>;
}

export interface AudienceRequest {
  readonly ward: string;
  /** Ids of groups; [] = the whole ward, with those who have chosen no group. */
  readonly groups: readonly string[];
  /** Accounts that serve this ward alone; of others only chats in which the ward was chosen count. */
  readonly oaIds: readonly string[];
  readonly after: string;
  readonly limit: number;
  /** With people of demonstrations, and none else; or without them. */
  readonly demo: boolean;
}
