import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** What a leader takes along to where no account can write. */
export function useHandout(services: Services, id: string) {
  return useSignedInReading(services, {
    key: ['handout', id],
    endpoint: BROADCAST_ENDPOINTS.handout,
    options: { path: { id } },
  });
}
