import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** Whether the official belongs to the unit that gathers for the ward, and the id of their own unit; null = none, or not known yet. */
export function useStandingUnit(
  services: Services,
  ward: string,
): { readonly isStanding: boolean; readonly unitId: string | null } {
  const { reading } = useSignedInReading(services, {
    key: ['work', ward, 'standing'],
    endpoint: WORK_ENDPOINTS.work,
    options: { query: { ward, limit: 1 } },
  });
  if (reading.kind !== 'shown') return { isStanding: false, unitId: null };
  return { isStanding: reading.data.standing_unit, unitId: reading.data.unit?.id ?? null };
}
