import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { RequestOptions } from '../api/client.ts';
import type { Endpoint } from '../api/endpoints.ts';
import { type Reading, useReading } from '../reading/reading.ts';
import type { Services } from './services.ts';

interface OwnReadingOptions<T> {
  readonly key: QueryKey;
  readonly endpoint: Endpoint<T>;
  readonly options: Pick<RequestOptions, 'path' | 'query'>;
}

/** Who is signed in, as part of a query's key; null = nobody. Signs in silently where that is possible. */
export function usePerson({ session }: Services): string | null {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => void session.begin(), [session]);
  return snapshot.kind === 'signed_in' ? `${snapshot.user.id} ${snapshot.user.role}` : null;
}

/**
 * What everybody may read, with what is the person's own once that has come. Only what everybody may read is kept on
 * the device.
 */
export function useOwnReading<T>(services: Services, { key, endpoint, options }: OwnReadingOptions<T>): Reading<T> {
  const { client, session } = services;
  const person = usePerson(services);
  const common = useReading({ key, load: (signal) => client.call(endpoint, { ...options, signal }) });
  const own = useReading({
    key: [...key, 'own', person],
    load: (signal) => session.call(endpoint, { ...options, signal }),
    enabled: person !== null,
    ...{ keep: false, freshMs: 0 },
  });
  return own.kind === 'shown' ? own : common;
}

/** What only a signed-in person may read; waits until one is. */
export function useSignedInReading<T>(services: Services, { key, endpoint, options }: OwnReadingOptions<T>) {
  const person = usePerson(services);
  const snapshot = useSyncExternalStore(services.session.subscribe, services.session.snapshot);
  const reading = useReading({
    key: [...key, 'own', person],
    load: (signal) => services.session.call(endpoint, { ...options, signal }),
    enabled: person !== null,
    ...{ keep: false, freshMs: 0 },
  });
  const isNobody = snapshot.kind === 'signed_out' && snapshot.reason !== 'not_asked';
  return { reading, isNobody };
}
