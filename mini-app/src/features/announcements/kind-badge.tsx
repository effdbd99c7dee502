import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';

const KINDS: Record<AnnouncementReply['kind'], string> = {
  general: 'Thông báo chung',
  meeting: 'Mời họp',
  class: 'Lớp học',
  utilities: 'Điện, nước',
  health: 'Y tế',
  fee: 'Khoản thu',
  urgent: 'Khẩn',
};

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
      <span className={kind === 'urgent' ? 'badge badge--danger' : 'badge'}>{KINDS[kind]}</span>
      {corrected_at !== null && <span className="badge badge--warning">Đã sửa</span>}
      {demo && <span className="badge badge--warning">Bản trình diễn</span>}
    </span>
  );
}
