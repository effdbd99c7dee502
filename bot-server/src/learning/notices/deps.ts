import type { ChatStore } from '../../ports/chat-store.ts';
import type { Classes } from '../../ports/classes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Learning } from '../../ports/learning.ts';
import type { Library } from '../../ports/library.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { People } from '../../ports/people.ts';

/** What decides whether somebody may be written to. */
export interface ContactDeps {
  readonly people: Pick<People, 'chatsOf'>;
  readonly chats: Pick<ChatStore, 'threads'>;
  /** Official Accounts that are spoken for, with their ward; null = of several wards. */
  readonly accounts: readonly { readonly oaId: string; readonly ward: string | null }[];
  /** May messages go that Zalo charges for? */
  readonly paid: boolean;
}

/** What telling people unasked needs of the rest of the service. */
export interface NoticeDeps extends ContactDeps {
  readonly chats: Pick<ChatStore, 'thread' | 'threads'>;
  readonly classes: Classes;
  readonly learning: Learning;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly library: Pick<Library, 'courses'>;
  readonly clock: Clock;
  /** "phường Sao Mai"; null = the ward's name is not known. */
  readonly wardName: (ward: string) => string | null;
}
