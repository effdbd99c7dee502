import type { AnnouncementReply, AnnouncementsReply } from '@phuong-so/shared/contracts/announcements';
import type { PhuongSoApi } from '../../api/phuong-so-api.ts';
import { type Reading, useReading } from '../../reading/reading.ts';

type AnnouncementsApi = Pick<PhuongSoApi, 'announcements' | 'announcement'>;

export interface Feed {
  readonly ward: string;
  /** Id of the neighbourhood group; null = only what the whole ward is told. */
  readonly group: string | null;
}

/** One part of a feed; `cursor` null = its newest. */
export function useFeedPart(api: AnnouncementsApi, { ward, group }: Feed, cursor: string | null, enabled = true) {
  return useReading<AnnouncementsReply>({
    key: ['announcements', ward, group, cursor],
    load: (signal) => api.announcements({ ward, group, cursor }, null, signal),
    enabled,
  });
}

/**
 * One announcement. While it cannot be read by itself, the copy in the feed stands in: what was listed at home can be
 * opened on the way without a network. One that the ward has taken down is never shown from a copy.
 */
export function useAnnouncement(api: AnnouncementsApi, feed: Feed, id: string): Reading<AnnouncementReply> {
  const alone = useReading({
    key: ['announcement', feed.ward, id],
    load: (signal) => api.announcement(feed.ward, id, null, signal),
  });
  const listed = useFeedPart(api, feed, null, alone.kind === 'failed');
  if (alone.kind === 'shown' || listed.kind !== 'shown') return alone;
  if (alone.kind === 'failed' && alone.reason === 'absent') return alone;
  const copy = listed.data.announcements.find((one) => one.id === id);
  if (copy === undefined) return alone;
  const retry = async () => (alone.kind === 'failed' ? alone.retry() : undefined);
  return { ...listed, data: copy, refresh: retry };
}
