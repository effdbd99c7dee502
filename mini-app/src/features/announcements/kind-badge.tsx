import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { answerWords } from './answer-words.ts';
import type { OwnReply } from './own-replies.ts';

interface AnnouncementBadgesProps {
  readonly announcement: AnnouncementReply;
  readonly unread?: boolean;
  /** What the person has answered. */
  readonly answer?: OwnReply['answer'];
}

/** In words: kind, not yet read, corrected, what was answered, invented for a demonstration. */
export function AnnouncementBadges({ announcement, unread = false, answer = null }: AnnouncementBadgesProps) {
  const { kind, corrected_at, demo } = announcement;
  return (
    <span className="badges">
      {unread && <span className="badge badge--new">Chưa đọc</span>}
      <span className={kind === 'urgent' ? 'badge badge--danger' : 'badge'}>{KIND_NAMES[kind]}</span>
      {corrected_at !== null && <span className="badge badge--warning">Đã sửa</span>}
      {answer?.sent === true && <span className="badge badge--good">Đã trả lời: {answerWords(answer)}</span>}
      {answer?.sent === false && <span className="badge badge--warning">Trả lời chưa gửi được</span>}
      {demo && <span className="badge badge--warning">Bản trình diễn</span>}
    </span>
  );
}
