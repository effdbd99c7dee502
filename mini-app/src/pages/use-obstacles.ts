import { OBSTACLE_ENDPOINTS } from '../api/obstacle-endpoints.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** What officials see of their ward, and anybody of what they raised there. */
export function useObstacles(services: Services, ward: string) {
  return useSignedInReading(services, {
    key: ['obstacles', ward],
    endpoint: OBSTACLE_ENDPOINTS.obstacles,
    options: { query: { ward } },
  });
}

/** What was done is seen everywhere. */
export function useObstaclesChanged({ queries }: Services): () => Promise<void> {
  return async () => {
    const stale = ['obstacles', 'obstacle', 'dashboard'];
    await Promise.all(stale.map((name) => queries.invalidateQueries({ queryKey: [name] })));
  };
}
