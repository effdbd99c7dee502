import type { Session } from '@phuong-so/shared/domain/session';
import type * as z from 'zod/mini';
import type { ApiDeps } from './environment.ts';

type Schema<T> = z.ZodMiniType<T>;

/**
 * How fast one caller may use a route: `burst` requests at once, then `perMinute`. A caller is a person who signed in, or all
 * at one address who did not.
 */
export interface Pace {
  readonly name: string;
  readonly burst: number;
  readonly perMinute: number;
}

/**
 * One route of /api/v1. The same table registers the routes, checks what comes in and goes out, and describes the API.
 */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Reply = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** `anyone`: also without a session. `signed_in`: 401 without one. */
  readonly access: 'anyone' | 'signed_in';
  readonly pace: Pace;
  /** The reply does not depend on who asks: it may be kept and asked for again by its ETag. Only for `get`. */
  readonly sameForAll: boolean;
  readonly params: Schema<Params> | null;
  readonly query: Schema<Query> | null;
  readonly body: Schema<Body> | null;
  /** The body is a file of at most so many bytes, and not JSON; 0 = it is not. Only for a `post` at a path without parameters. */
  readonly fileLimit: number;
  /** What a good reply's status is. 204: it has no body. */
  readonly status: 200 | 201 | 204;
  /** null = the reply is a file: `handle` gives a `FileReply`. */
  readonly reply: Schema<Reply> | null;
  /** The reply comes again whenever it changes, as server-sent events of this name; then `follow` and not `handle` is asked. */
  readonly events: string | null;
  /**
   * The reply comes in pieces, as server-sent events of these names and shapes, itself the last but for an error; then `tell`
   * and not `handle` is asked.
   */
  readonly pieces: Readonly<Record<string, Schema<unknown>>> | null;
  readonly handle: (input: Input<Params, Query, Body>, deps: ApiDeps) => Promise<Reply> | Reply;
  readonly follow: (input: Input<Params, Query, Body>, deps: ApiDeps, follower: Follower<Reply>) => Promise<() => void>;
  readonly tell: (input: Input<Params, Query, Body>, deps: ApiDeps) => Promise<Telling> | Telling;
}

/**
 * Makes a reply piece by piece: each of a name of the route's `pieces`. `signal`: the caller has left or the server stops; what
 * can be said at once is said then, and nothing more is begun. What is thrown becomes the piece `error`.
 */
export type Telling = (say: (name: string, piece: unknown) => void, signal: AbortSignal) => Promise<void>;

/** Whoever follows a reply; nothing comes after `end`. */
export interface Follower<Reply> {
  readonly send: (reply: Reply) => void;
  readonly end: () => void;
}

export interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body of a route with a `fileLimit`; empty on every other. */
  readonly file: Uint8Array;
  /** null = anonymous; never null on a `signed_in` route. */
  readonly session: Session | null;
}

/** What a route without a `reply` schema answers. */
export interface FileReply {
  readonly bytes: Uint8Array;
  /** Its content type, as it is and not as somebody claimed. */
  readonly type: string;
  readonly name: string;
  /** The same for the same bytes. */
  readonly tag: string;
  /** `no-store`: nobody but these who may see it now; `for_good`: the bytes behind this address never change. */
  readonly caching: 'no-store' | 'for_good';
}

/** A hundred people who open the app at once behind one Wi-Fi, before any of them has signed in, read six things each. */
export const READING: Pace = { name: 'read', burst: 600, perMinute: 1200 };
/** Half a page of questions at once is a person in a hurry; more is a program. */
export const ASKING: Pace = { name: 'ask', burst: 60, perMinute: 60 };
/** Nobody has signed in yet, so all at one address share it: again a hundred people, each with one request to Zalo. */
export const SIGNING_IN: Pace = { name: 'sign_in', burst: 120, perMinute: 60 };
/** Counting an audience of 20,000 takes the database half a second; nobody changes a draft more often by hand. */
export const PREVIEWING: Pace = { name: 'preview', burst: 20, perMinute: 30 };
/** Sums over everything that a ward sent take the database a second for 400,000 messages. */
export const ADDING_UP: Pace = { name: 'figures', burst: 6, perMinute: 6 };
/** Typing a code by hand; wrong ones are counted apart. */
export const LINKING: Pace = { name: 'link', burst: 10, perMinute: 10 };

/** Scanning the certificates of a whole class behind one Wi-Fi; more is somebody who tries out codes. */
export const CHECKING: Pace = { name: 'check', burst: 60, perMinute: 60 };

/** A leader tries a few pictures; more is a program that fills the disk. */
export const UPLOADING: Pace = { name: 'upload', burst: 10, perMinute: 6 };

/** A poster or a table is made anew for each. */
export const DOWNLOADING: Pace = { name: 'download', burst: 30, perMinute: 30 };

/** Three answers at once, each of some parts, one after another. */
export const LISTENING: Pace = { name: 'listen', burst: 60, perMinute: 30 };

interface Loose<Params, Query, Body, Reply> {
  readonly params?: Schema<Params>;
  readonly query?: Schema<Query>;
  readonly body?: Schema<Body>;
  readonly reply: Schema<Reply> | null;
}

/** Checks a route's types against each other, then forgets them so that routes of all shapes fit one table. */
export function route<Params = undefined, Query = undefined, Body = undefined, Reply = never>(
  given: Loose<Params, Query, Body, Reply> &
    Pick<Route<Params, Query, Body, Reply>, 'method' | 'path' | 'summary' | 'handle'> &
    Partial<Pick<Route, 'access' | 'pace' | 'sameForAll' | 'fileLimit' | 'status'>>,
): Route {
  return { ...DEFAULTS, ...given } as unknown as Route;
}

const DEFAULTS = {
  ...{ access: 'anyone', pace: READING, sameForAll: false, params: null, query: null, body: null },
  ...{ fileLimit: 0, status: 200, events: null, pieces: null },
};

/** A `get` route whose reply is followed. `follow` throws a Refusal before anything is sent; what it gives ends it. */
export function followedRoute<Params = undefined, Query = undefined, Reply = never>(
  given: Omit<Loose<Params, Query, undefined, Reply>, 'body'> &
    Pick<Route<Params, Query, undefined, Reply>, 'path' | 'summary' | 'follow'> &
    Pick<Route, 'access'> & { readonly events: string },
): Route {
  return { ...DEFAULTS, method: 'get', ...given } as unknown as Route;
}

/** A `post` route whose reply comes in pieces, `error` among them. `tell` throws a Refusal before anything is sent. */
export function toldRoute<Params = undefined, Query = undefined, Body = undefined, Reply = never>(
  given: Loose<Params, Query, Body, Reply> &
    Pick<Route<Params, Query, Body, Reply>, 'path' | 'summary' | 'tell'> &
    Partial<Pick<Route, 'access' | 'pace'>> & { readonly pieces: NonNullable<Route['pieces']> },
): Route {
  return { ...DEFAULTS, method: 'post', ...given } as unknown as Route;
}
