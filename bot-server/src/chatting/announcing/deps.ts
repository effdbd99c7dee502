import type { AnnouncementKind, Broadcast, BroadcastContent, ReplyAsk } from '@phuong-so/shared/domain/broadcast';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Answer, NoticeChoices, WrongReason } from '../../ports/notice-wishes.ts';

/**
 * Announcements as the chat uses them: the same rules as in the Mini App. The right of whoever writes is read anew each time,
 * and what they may not see is as if it were not there.
 */
export interface Announcing {
  /** null for whoever may not announce here. `ward`: the one whose account this is; null = it serves several. */
  readonly announcer: (key: ThreadKey, ward: string | null) => Promise<Announcer | null>;
  /** A new draft; written again with the same key it is the same. */
  readonly write: (
    key: ThreadKey,
    draft: BroadcastContent & { readonly ward: string },
    pressKey: string,
  ) => Promise<Done>;
  readonly change: (key: ThreadKey, id: string, change: Partial<BroadcastContent>) => Promise<Done>;
  readonly see: (key: ThreadKey, id: string) => Promise<Broadcast | null>;
  readonly preview: (key: ThreadKey, id: string) => Promise<Outlook | null>;
  /** The same press twice is one. */
  readonly send: (key: ThreadKey, id: string, version: number) => Promise<Done>;
  /** Stops what is being sent, cancels what is not. */
  readonly end: (key: ThreadKey, id: string, version: number) => Promise<Done>;
  /** `note`: why it is given back; null = agreed to. */
  readonly decide: (key: ThreadKey, id: string, version: number, note: string | null) => Promise<Done>;
  /** What the person has written last in this ward and not cancelled, newest first; a few. */
  readonly own: (key: ThreadKey, ward: string) => Promise<readonly Broadcast[]>;
  /** Those that the person may decide on now, oldest first. */
  readonly awaiting: (key: ThreadKey, ward: string) => Promise<readonly Broadcast[]>;
  readonly progress: (key: ThreadKey, id: string) => Promise<Progress | null>;
}

/** Somebody who may announce, by the right that holds at this moment. */
export interface Announcer {
  readonly ward: string;
  /** "phường Sao Mai"; null = nobody has said. */
  readonly wardName: string | null;
  /** May speak to the whole ward, and decides on what leaders write. */
  readonly isOfficial: boolean;
  /** Those that they may announce to. */
  readonly groups: readonly Group[];
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** What was done, or why it was not: a sentence for the person. */
export type Done =
  | { readonly kind: 'done'; readonly broadcast: Broadcast }
  | { readonly kind: 'refused'; readonly why: string };

/** What would happen if it were sent now. Times in epoch ms. */
export interface Outlook {
  readonly broadcast: Broadcast;
  /** Exactly what people read in the chat. */
  readonly text: string;
  /** Whom it is for: "Tổ dân phố 5"; null = the whole ward. */
  readonly to: string | null;
  readonly people: number;
  /** Those to whom it comes by itself. */
  readonly reached: number;
  readonly unreached: readonly { readonly people: number; readonly why: string }[];
  readonly beginsAt: number;
  readonly needsApproval: boolean;
  /** Sentences: what must be changed before it can go, and what should be known. */
  readonly blocked: readonly string[];
  readonly warnings: readonly string[];
}

/** How far it has come. People, each once. */
export interface Progress {
  readonly broadcast: Broadcast;
  readonly people: number;
  readonly reached: number;
  readonly waiting: number;
  readonly seen: number;
  readonly answers: readonly { readonly answer: Answer['answer']; readonly count: number; readonly people: number }[];
  /** To be told in person, and why. */
  readonly unreached: readonly { readonly people: number; readonly why: string }[];
}

/** What comes back from the person of a chat. */
export interface Notices {
  /**
   * The announcement that last came to this person and asks for an answer (`asking`) or any. null where none came of late.
   * `quoted`: Zalo's id of the message that they answer to, which is meant before any other. `at`: epoch ms.
   */
  readonly last: (
    key: ThreadKey,
    at: number,
    wanted: { readonly asking: boolean; readonly quoted: string | null },
  ) => Promise<CameIn | null>;
  /** Why it was not taken, as a sentence; null = it was. */
  readonly answer: (
    key: ThreadKey,
    id: string,
    given: { readonly answer: Answer['answer']; readonly people: number | null },
  ) => Promise<string | null>;
  readonly reportWrong: (key: ThreadKey, id: string, why: WrongReason) => Promise<string | null>;
  readonly choices: (key: ThreadKey) => Promise<NoticeChoices>;
  /** Mutes these kinds or lets them come again; "all" = every message that nobody asked for. Gives what holds then. */
  readonly choose: (key: ThreadKey, of: AnnouncementKind | 'all', on: boolean) => Promise<NoticeChoices>;
}

/** An announcement that came to a person. Times in epoch ms. */
export interface CameIn {
  readonly id: string;
  readonly title: string;
  readonly asks: ReplyAsk;
  readonly at: number;
  /** It came into the chat, where its last line says how to answer. */
  readonly inChat: boolean;
  /** It is the message that the person answers to. */
  readonly isQuoted: boolean;
  /** When they last answered it. */
  readonly answeredAt: number | null;
}
