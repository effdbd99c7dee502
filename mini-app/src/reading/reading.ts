import { experimental_createQueryPersister } from '@tanstack/query-persist-client-core';
import { QueryClient, type QueryKey, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { NetworkError, ServerError, TimeLimitError } from '../api/client.ts';
import type { DeviceStorage } from '../zalo/platform.ts';

const FRESH_MS = 60_000;
const KEPT_MS = 30 * 24 * 60 * 60_000;
const KEY_PREFIX = 'phuong-so.read';
/** Replies that the device kept are thrown away when their agreed shapes have changed. */
const SHAPES = import.meta.env.VITE_CONTRACTS ?? 'unbuilt';

/** Why something could not be read; each has its own words on the screen. */
export type ReadFailure = 'offline' | 'absent' | 'server';

/** What a page knows of something that it reads from the server. */
export type Reading<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: ReadFailure; readonly retry: () => void }
  | {
      readonly kind: 'shown';
      readonly data: T;
      /** Set when the newest try failed: the data is what was read last, at `since` (epoch ms). */
      readonly stale: { readonly reason: ReadFailure; readonly since: number } | null;
      readonly refreshing: boolean;
      /** Reads again; resolves when that has ended, well or badly. */
      readonly refresh: () => Promise<void>;
    };

/** Server data on this device: shared by all pages, kept for the time without a network. */
export function createQueries(storage: DeviceStorage): QueryClient {
  const { persisterFn } = experimental_createQueryPersister({
    storage: {
      getItem: (key) => storage.read(key),
      setItem: (key, text) => storage.write(key, text),
      removeItem: (key) => storage.remove(key),
    },
    prefix: KEY_PREFIX,
    buster: SHAPES,
    maxAge: KEPT_MS,
    filters: { predicate: ({ meta }) => meta?.keep !== false },
    // Its own second read leaves a failure that nobody catches; `refreshCopy` does the same and catches it.
    refetchOnRestore: false,
  });
  return new QueryClient({
    defaultOptions: {
      queries: {
        persister: refreshCopy(persisterFn),
        // The phone's own word on its network is often wrong: every read is tried.
        networkMode: 'always',
        staleTime: FRESH_MS,
        // A timer of more than 24 days ends at once: what is read stays as long as the app is open.
        gcTime: Number.POSITIVE_INFINITY,
        retry: (count, error) => count < 1 && (error instanceof NetworkError || error instanceof TimeLimitError),
        retryDelay: 700,
      },
    },
  });
}

/** What the device kept is shown first and read anew right after, unless it is fresh. */
function refreshCopy(restoreOrRead: RestoreOrRead): RestoreOrRead {
  return async (read, context, query) => {
    let isNew = false;
    const data = await restoreOrRead(
      (asked) => {
        isNew = true;
        return read(asked);
      },
      context,
      query,
    );
    if (!isNew) {
      // After the copy has taken its place and its age is known.
      setTimeout(() => {
        if (query.isStale()) query.fetch().catch(() => undefined);
      });
    }
    return data;
  };
}
type RestoreOrRead = ReturnType<typeof experimental_createQueryPersister>['persisterFn'];

interface ReadingOptions<T> {
  /** Tells what is read apart from everything else; the same key is read once for all pages. */
  readonly key: QueryKey;
  readonly load: (signal: AbortSignal) => Promise<T>;
  /** False = not yet: something else must be known first. */
  readonly enabled?: boolean;
  /** What only one person may see is not kept on the device. */
  readonly keep?: boolean;
  /** Milliseconds for which what was read is not read again; 0 for what others change at any moment. */
  readonly freshMs?: number;
}

/** Reads something from the server for a page; the page shows it with `ReadingView`. */
export function useReading<T>(options: ReadingOptions<T>): Reading<T> {
  const { key, load, enabled = true, keep = true, freshMs = FRESH_MS } = options;
  const query = useQuery<T>({
    ...{ queryKey: key, queryFn: ({ signal }) => load(signal), enabled, staleTime: freshMs },
    meta: { keep },
  });
  const { data, error, dataUpdatedAt, isFetching, refetch } = query;
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  if (data !== undefined) {
    const stale = error === null ? null : { reason: failureOf(error), since: dataUpdatedAt };
    return { kind: 'shown', data, stale, refreshing: isFetching, refresh };
  }
  if (error !== null && !isFetching) return { kind: 'failed', reason: failureOf(error), retry: () => void refresh() };
  return { kind: 'loading' };
}

export function failureOf(thrown: unknown): ReadFailure {
  if (thrown instanceof NetworkError || thrown instanceof TimeLimitError) return 'offline';
  const absent = thrown instanceof ServerError && (thrown.status === 404 || thrown.status === 400);
  return absent ? 'absent' : 'server';
}
