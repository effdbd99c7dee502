import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { CalendarClock, MapPin } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../../ui/card.tsx';
import { printedEventTime, printedMoment } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { ShareButtons } from '../../ui/share-buttons.tsx';
import { AnnouncementBody } from './announcement-body.tsx';
import { announcementText } from './announcement-text.ts';
import { Correction, type EarlierWording } from './correction.tsx';
import { AnnouncementBadges } from './kind-badge.tsx';

interface AnnouncementViewProps {
  readonly announcement: AnnouncementReply;
  /** "Phường …" */
  readonly wardTitle: string;
  /** The page that compares messages. */
  readonly checkAddress: string;
  /** What it said before it was corrected; null = not told. */
  readonly before: EarlierWording | null;
  /** What goes with it: a picture, what is asked back. */
  readonly extras: ReactNode;
  /** At the very end: what the person may do about it. */
  readonly foot: ReactNode;
  readonly onRead: (id: string) => void;
  readonly onCall: (phoneNumber: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: ComponentProps<typeof ShareButtons>['onShare'];
}

/** One announcement, whole. Showing it is reading it. */
export function AnnouncementView(props: AnnouncementViewProps) {
  const { announcement, wardTitle, before, extras, foot, onRead, onCall, onCopy, onShare } = props;
  const { id, title, body, corrected_at, event, demo } = announcement;
  useEffect(() => onRead(id), [id, onRead]);
  return (
    <article className="announcement">
      <div className="card">
        <AnnouncementBadges announcement={announcement} />
        <h2 className="announcement__title">{title}</h2>
        <Origin announcement={announcement} wardTitle={wardTitle} />
      </div>
      {demo && <Notice tone="warning">Đây là bản trình diễn, không phải thông báo thật của phường.</Notice>}
      {corrected_at !== null && <Correction announcement={announcement} at={corrected_at} before={before} />}
      {event !== null && <EventCard event={event} />}
      <div className="card">
        <AnnouncementBody text={body} onCall={onCall} />
      </div>
      {extras}
      <CodeCard {...props} />
      <ShareButtons text={announcementText(announcement, wardTitle)} onCopy={onCopy} onShare={onShare} />
      {foot}
    </article>
  );
}

function Origin({ announcement, wardTitle }: Pick<AnnouncementViewProps, 'announcement' | 'wardTitle'>) {
  const { sender, group, published_at } = announcement;
  return (
    <dl className="facts">
      <dt>Người gửi</dt>
      <dd>{sender}</dd>
      <dt>Gửi cho</dt>
      <dd>{group === null ? `Toàn ${lowered(wardTitle)}` : `${group}, ${lowered(wardTitle)}`}</dd>
      <dt>Gửi lúc</dt>
      <dd>{printedMoment(published_at)}</dd>
    </dl>
  );
}

function lowered(title: string): string {
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);
}

function EventCard({ event }: { readonly event: NonNullable<AnnouncementReply['event']> }) {
  return (
    <Card heading="Thời gian và địa điểm">
      <p className="with-icon">
        <CalendarClock aria-hidden="true" size={24} />
        <strong>{printedEventTime(event.starts_at)}</strong>
      </p>
      {event.place !== null && (
        <p className="with-icon">
          <MapPin aria-hidden="true" size={24} />
          <strong>{event.place}</strong>
        </p>
      )}
    </Card>
  );
}

function CodeCard({ announcement: { code }, checkAddress }: AnnouncementViewProps) {
  return (
    <Card heading="Mã kiểm tra">
      <p className="announcement__code">{code}</p>
      <p>
        Đối chiếu mã này khi nhận được tin giống thông báo này ở nơi khác. Mã khác, hoặc chữ khác, là tin không phải của
        phường.
      </p>
      <Link className="text-button" to={checkAddress}>
        Kiểm tra một tin nhắn khác
      </Link>
    </Card>
  );
}
