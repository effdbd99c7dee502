import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { KIND_NAMES } from '../../ui/kind-names.ts';

interface AnnouncementBadgesProps {
  readonly announcement: AnnouncementReply;
  readonly unread?: boolean;
}

/** In words: kind, not yet read, corrected, invented for a demonstration. */
export function AnnouncementBadges({ announcement, unread = false }: AnnouncementBadgesProps) {
  const { kind, corrected_at, demo } = announcement;
  return (
    <span className="badges">
      {unread && <span className="badge badge--new">Chưa đọc</span>}
      <span className={kind === 'urgent' ? 'badge badge--danger' : 'badge'}>{KIND_NAMES[kind]}</span>
      {corrected_at !== null && <span className="badge badge--warning">Đã sửa</span>}
      {demo && <span className="badge badge--warning">Bản trình diễn</span>}
    </span>
  );
}
