import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { BaseSQLiteDatabase, SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';

/** Where the state lives. `file` may be ":memory:". */
export type Database =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * What a repository may do with either database. No `transaction`: an async one on better-sqlite3 commits too early or
 * runs on after it failed. No `.changes`: ask for `.returning()`.
 */
export type Handle = Pick<BaseSQLiteDatabase<'async', unknown>, 'select' | 'insert' | 'update' | 'delete'>;

/** The open state database, the same to its user whichever it is. */
export interface State {
  readonly db: Handle;
  readonly tables: Tables;
  /**
   * "The id is one of those that the select picks", for claiming. Where several connections write, rows that another is
   * claiming at this moment are passed over.
   */
  picked(id: SQLiteColumn, select: SQLWrapper): SQL;
  /**
   * The objects of a JSON array as rows of a sub-select, for a statement whose text is the same however many there are:
   * building one value at a time cost more than the insert itself. Columns in this order; text and whole numbers only.
   */
  rows(columns: Readonly<Record<string, 'text' | 'int'>>, json: string): SQL;
  /**
   * All writes in one transaction, in this order; durable after `durable()`. Gives how many rows each one touched; null,
   * and nothing changed, when a `needed` write touched none. Reads come before: what they saw must stand in a condition.
   */
  atomically(list: (db: Handle) => readonly (Write | Needed)[]): Promise<readonly number[] | null>;
  /** Resolves when everything committed before the call survives a power cut. */
  durable(): Promise<void>;
  /** Leaves nothing in the files of what has been deleted. @throws when another process keeps it from doing so */
  scrub(): Promise<void>;
  /** False when the database does not answer. Never throws. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** An insert, update or delete that has not run yet, without `.returning()`. */
export type Write = PromiseLike<unknown>;

export class Needed {
  readonly write: Write;
  constructor(write: Write) {
    this.write = write;
  }
}

/** A write without which the others make no sense: when it touches no row, none of the list is done. */
export function needed(write: Write): Needed {
  return new Needed(write);
}

/** Thrown inside a transaction to undo it. */
export class TouchedNothing extends Error {}

/** @throws TouchedNothing for a needed write that touched no row */
export function counted(write: Write | Needed, touched: number): number {
  if (touched === 0 && write instanceof Needed) throw new TouchedNothing();
  return touched;
}

/** The database cannot be used; `code` is its own short word for why, and never holds the address or a password. */
export class StateUnusable extends Error {
  readonly code: string;
  constructor(code: string, cause: unknown) {
    super(`state database unusable: ${code}`, { cause });
    this.code = code;
  }
}
