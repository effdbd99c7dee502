import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { todayInVietnam } from '../ui/today.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** What an official is reminded of today. */
export function useDigest(services: Services) {
  return useSignedInReading(services, {
    key: ['work-notices'],
    endpoint: WORK_ENDPOINTS.workNotices,
    options: {},
  }).reading;
}

/** The ISO day by which the server judges; until it has said so, the phone's own in Vietnam. */
export function useServerDay(services: Services): string {
  const digest = useDigest(services);
  return digest.kind === 'shown' ? digest.data.as_of : todayInVietnam();
}
