import type { ChatStore } from '../../ports/chat-store.ts';
import type { Classes } from '../../ports/classes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Learning } from '../../ports/learning.ts';
import type { Library } from '../../ports/library.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { People } from '../../ports/people.ts';

/** What telling people unasked needs of the rest of the service. */
export interface NoticeDeps {
  readonly classes: Classes;
  readonly learning: Learning;
  readonly people: Pick<People, 'chats'>;
  readonly chats: Pick<ChatStore, 'thread'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly library: Pick<Library, 'courses'>;
  readonly clock: Clock;
  /** Official Accounts that are spoken for, with their ward; null = of several wards. */
  readonly accounts: readonly { readonly oaId: string; readonly ward: string | null }[];
  /** "phường Sao Mai"; null = the ward's name is not known. */
  readonly wardName: (ward: string) => string | null;
  /** May messages go that Zalo charges for? */
  readonly paid: boolean;
}
