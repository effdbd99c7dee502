import type { PassageReply } from '@phuong-so/shared/contracts/plans';
import { useCallback, useEffect, useState } from 'react';
import { NetworkError, ServerError } from '../../api/client.ts';
import type { PassageAddress, PhuongSoApi } from '../../api/phuong-so-api.ts';

export type PassageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly passage: PassageReply }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'absent' | 'server' };

/** Loads the passage at an address, and again whenever the address changes or `retry` is called. */
export function usePassage(api: Pick<PhuongSoApi, 'passage'>, address: PassageAddress) {
  const [state, setState] = useState<PassageState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const { ward, documentId, sectionId, quote } = address;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts the same request again
  useEffect(() => {
    const stop = new AbortController();
    setState({ kind: 'loading' });
    api.passage({ ward, documentId, sectionId, quote }, stop.signal).then(
      (passage) => setState({ kind: 'shown', passage }),
      (thrown: unknown) => {
        if (!stop.signal.aborted) setState({ kind: 'failed', reason: reasonOf(thrown) });
      },
    );
    return () => stop.abort();
  }, [api, ward, documentId, sectionId, quote, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { state, retry };
}

function reasonOf(thrown: unknown): 'offline' | 'absent' | 'server' {
  if (thrown instanceof NetworkError) return 'offline';
  const isAbsent = thrown instanceof ServerError && (thrown.status === 404 || thrown.status === 400);
  return isAbsent ? 'absent' : 'server';
}
