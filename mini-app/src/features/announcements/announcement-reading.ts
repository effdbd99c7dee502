import type { AnnouncementReply, AnnouncementsReply } from '@phuong-so/shared/contracts/announcements';
import type { AnnouncementApi, AnnouncementDetail } from '../../api/announcement-endpoints.ts';
import type { PhuongSoApi } from '../../api/phuong-so-api.ts';
import { type Reading, useReading } from '../../reading/reading.ts';

/** Where announcements come from. With a token they say what this person has read, on whichever device. */
export interface AnnouncementsSource {
  readonly api: Pick<PhuongSoApi, 'announcements'>;
  /** null = nobody is signed in. */
  readonly token: () => string | null;
}

export interface Feed {
  readonly ward: string;
  /** Id of the neighbourhood group; null = only what the whole ward is told. */
  readonly group: string | null;
}

/** One part of a feed; `cursor` null = its newest. */
export function useFeedPart(source: AnnouncementsSource, { ward, group }: Feed, cursor: string | null, enabled = true) {
  return useReading<AnnouncementsReply>({
    key: ['announcements', ward, group, cursor],
    load: (signal) => source.api.announcements({ ward, group, cursor }, source.token(), signal),
    enabled,
  });
}

/** One that is opened: whole, or no more than the feed says of it. */
export type OpenedAnnouncement = AnnouncementDetail | AnnouncementReply;

/**
 * One announcement as everybody may read it. While it cannot be read by itself, the copy in the feed stands in: what was
 * listed at home can be opened on the way without a network. One that the ward has taken down is never shown from a copy.
 */
export function useAnnouncement(
  api: Pick<AnnouncementApi, 'announcement'>,
  source: AnnouncementsSource,
  feed: Feed,
  id: string,
): Reading<OpenedAnnouncement> {
  const alone = useReading<OpenedAnnouncement>({
    key: ['announcement', feed.ward, id],
    load: (signal) => api.announcement(feed.ward, id, signal),
  });
  const listed = useFeedPart(source, feed, null, alone.kind === 'failed');
  if (alone.kind === 'shown' || listed.kind !== 'shown') return alone;
  if (alone.kind === 'failed' && alone.reason === 'absent') return alone;
  const copy = listed.data.announcements.find((one) => one.id === id);
  if (copy === undefined) return alone;
  const retry = async () => (alone.kind === 'failed' ? alone.retry() : undefined);
  return { ...listed, data: copy, refresh: retry };
}
