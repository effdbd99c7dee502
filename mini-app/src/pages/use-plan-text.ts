import type { PlanTextReply } from '@phuong-so/shared/contracts/plans';
import type { PhuongSoApi } from '../api/phuong-so-api.ts';
import { type Reading, useReading } from '../reading/reading.ts';

/** A whole plan; read once for the pages of the plan, and kept on the device for reading and searching without a network. */
export function usePlanText(
  api: Pick<PhuongSoApi, 'planText'>,
  ward: string,
  documentId: string,
): Reading<PlanTextReply> {
  return useReading({
    key: ['plan-text', ward, documentId],
    load: (signal) => api.planText(ward, documentId, signal),
  });
}

/** For a page's frame: pulling down reads anew what is shown. */
export function refreshOf<T>(reading: Reading<T>): { readonly onRefresh?: () => Promise<void> } {
  return reading.kind === 'shown' ? { onRefresh: reading.refresh } : {};
}
