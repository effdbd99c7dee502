import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useCallback } from 'react';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import type { Reading } from '../reading/reading.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** One announcement, as those see it who send it. */
export function useBroadcast(services: Services, id: string): Reading<BroadcastReply> {
  const options = { path: { id } };
  return useSignedInReading(services, { key: ['broadcast', id], endpoint: BROADCAST_ENDPOINTS.broadcast, options })
    .reading;
}

/** Shows everywhere what the server has made of one; lists and what depends on it are read anew when they are next seen. */
export function useShowBroadcast({ queries }: Services): (changed: BroadcastReply) => Promise<void> {
  return useCallback(
    async (changed) => {
      queries.setQueriesData({ queryKey: ['broadcast', changed.id] }, changed);
      const stale = [
        ['broadcasts'],
        ['broadcast-log', changed.id],
        ['broadcast-progress', changed.id],
        ['announcements'],
      ];
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    [queries],
  );
}
