import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { CalendarClock, MapPin, Paperclip } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { printedEventTime, printedMoment } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { SendingBadges } from './sending-row.tsx';
import { ASK_NAMES, audienceWords, isEmergency, timeWords } from './sending-words.ts';

interface SendingFactsProps {
  readonly broadcast: BroadcastReply;
}

/** What it is, and in one sentence how far it is. */
export function SendingHead({ broadcast }: SendingFactsProps) {
  const { title, emergency_reason, demo } = broadcast;
  return (
    <div className="card">
      <SendingBadges broadcast={broadcast} />
      <h2 className="announcement__title">{title}</h2>
      <p role="status" className="sending-state">
        {stateSentence(broadcast)}
      </p>
      {isEmergency(broadcast) && <p>Lý do khẩn cấp: {emergency_reason}</p>}
      {demo && <Notice tone="warning">Đây là bản trình diễn, không gửi cho người thật.</Notice>}
    </div>
  );
}

function stateSentence(broadcast: BroadcastReply): string {
  const { state, note, approve_until, sent_at, send_at, may_approve } = broadcast;
  const said = note === null ? '' : ` Lời nhắn: ${note}`;
  switch (state) {
    case 'draft':
      return 'Bản nháp, chưa gửi cho ai.';
    case 'awaiting_approval': {
      const until = approve_until === null ? '' : ` Hạn duyệt: ${printedMoment(approve_until)}.`;
      return `${may_approve ? 'Đang chờ anh, chị duyệt.' : 'Đang chờ phường duyệt.'}${until}`;
    }
    case 'returned':
      return `Chưa gửi, cần sửa lại.${said}`;
    case 'scheduled':
      return send_at === null ? 'Sắp gửi.' : `Sẽ gửi lúc ${printedMoment(send_at)}.`;
    case 'sending':
      return 'Đang gửi. Có thể tắt điện thoại, tin vẫn gửi tiếp.';
    case 'sent':
      return sent_at === null ? 'Đã gửi xong.' : `Đã gửi xong lúc ${printedMoment(sent_at)}.`;
    case 'stopped':
      return 'Đã dừng. Ai nhận rồi thì vẫn còn tin, người khác không nhận nữa.';
    case 'cancelled':
      return `Đã hủy, không gửi cho ai.${said}`;
  }
}

/** Its words, time and place, and how it is sent. */
export function SendingFacts({ broadcast }: SendingFactsProps) {
  const { body, event, attachment, sender, groups, code, asks } = broadcast;
  return (
    <>
      <Card heading="Nội dung">
        <p className="sending-text">{body}</p>
        {event !== null && (
          <p className="with-icon">
            <CalendarClock aria-hidden="true" size={24} />
            <strong>{printedEventTime(event.starts_at)}</strong>
          </p>
        )}
        {event?.place && (
          <p className="with-icon">
            <MapPin aria-hidden="true" size={24} />
            <strong>{event.place}</strong>
          </p>
        )}
        {attachment !== null && (
          <p className="with-icon">
            <Paperclip aria-hidden="true" size={24} />
            <span>{attachment.name}</span>
          </p>
        )}
      </Card>
      <Card heading="Cách gửi">
        <dl className="facts">
          <dt>Gửi với tên</dt>
          <dd>{sender}</dd>
          <dt>Gửi cho</dt>
          <dd>{audienceWords(groups)}</dd>
          <dt>Giờ gửi</dt>
          <dd>{timeWords(broadcast)}</dd>
          <dt>Hỏi lại bà con</dt>
          <dd>{ASK_NAMES[asks]}</dd>
          <dt>Mã kiểm tra</dt>
          <dd>{code}</dd>
        </dl>
      </Card>
    </>
  );
}
