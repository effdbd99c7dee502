import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';

/** After a day an emergency is news like any other. */
const FRESH_MS = 24 * 60 * 60_000;

/** The same announcements, with the urgent ones of the last 24 hours (`now`: epoch ms) before all others. */
export function urgentFirst(announcements: readonly AnnouncementReply[], now: number): readonly AnnouncementReply[] {
  const isUrgent = ({ kind, published_at, corrected_at }: AnnouncementReply) =>
    kind === 'urgent' && now - Date.parse(corrected_at ?? published_at) < FRESH_MS;
  return [...announcements.filter(isUrgent), ...announcements.filter((one) => !isUrgent(one))];
}
