import type { Resident } from '@phuong-so/shared/domain/audience';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';

/** Whom an announcement is for, as far as they are known: people of the Mini App and of the chat, each once. */
export interface Audience {
  /** The next people after `after` ("" = from the first), at most `limit`; fewer does not mean that there are no more. */
  page(request: AudienceRequest): Promise<AudiencePage>;
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
  /** People of demonstrations and none else, or none of them. */
  readonly demo: boolean;
}

export interface AudiencePage {
  readonly people: readonly Resident[];
  /** Where to go on; null = that was all. */
  readonly next: string | null;
}
