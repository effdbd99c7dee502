import type { ThreadKey } from '@phuong-so/shared/domain/chat';

/** What is kept of those who use the Mini App: what they chose, and no name. A subject is "zalo:<id within the Zalo app>". */
export interface People {
  /** Notes that the person was here today (by day, not by the minute); a stranger becomes known. */
  meet(subject: string): Promise<void>;
  /** null for a stranger. */
  read(subject: string): Promise<Person | null>;
  /** Replaces what is named and leaves the rest; a stranger becomes known. Another ward without a group leaves none. */
  choose(subject: string, choice: Choice): Promise<void>;
  /** Chats of the same person, each proven by a code. */
  chats(subject: string): Promise<readonly ThreadKey[]>;
  /** The same of up to a thousand people in one question; who has none is not in it. */
  chatsOf(subjects: readonly string[]): Promise<ReadonlyMap<string, readonly ThreadKey[]>>;
  /** Everything that is kept of the person and of their proven chats, in Vietnamese words; kinds without rows are left out. */
  records(subject: string): Promise<readonly PersonRecords[]>;
  /**
   * Removes the person from every table and file: choices, rights, read marks, proofs, what conversations were about. Not
   * the proven chats themselves: `ChatStore.erase`. Durable when it resolves; a stranger is not an error.
   */
  erase(subject: string): Promise<void>;
  /** Forgets people of demonstrations last seen before this day ("2026-11-21"), with all that is theirs. */
  pruneDemo(before: string): Promise<void>;
}

export interface Person {
  readonly subject: string;
  readonly ward: string | null;
  /** Id of the neighbourhood group. */
  readonly group: string | null;
  readonly notifications: boolean;
  /** When they last agreed or declined, epoch ms; null = never asked. */
  readonly notificationsAt: number | null;
  /** "2026-11-21", in Vietnam. */
  readonly createdDay: string;
  readonly lastSeenDay: string;
}

export type Choice = Partial<Pick<Person, 'ward' | 'group' | 'notifications'>>;

export interface PersonRecords {
  readonly what: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
