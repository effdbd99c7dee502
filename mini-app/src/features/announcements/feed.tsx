import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { useState } from 'react';
import type { PhuongSoApi } from '../../api/phuong-so-api.ts';
import type { Reading } from '../../reading/reading.ts';
import { ReadingView } from '../../reading/reading-view.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { type Feed, useFeedPart } from './announcement-reading.ts';
import { AnnouncementBadges } from './kind-badge.tsx';
import { printedMoment } from './moments.ts';

/** Parts that were opened in this visit: coming back from an announcement finds the list as long as it was. */
const opened = new Set<string>();

interface FeedViewProps {
  readonly api: Pick<PhuongSoApi, 'announcements' | 'announcement'>;
  readonly feed: Feed;
  /** The feed's newest part. */
  readonly reading: Reading<PartData>;
  readonly readIds: readonly string[];
  readonly addressOf: (id: string) => string;
}

interface PartData {
  readonly announcements: readonly AnnouncementReply[];
  readonly next_cursor: string | null;
}

/** The feed, newest first; older ones come when they are asked for. */
export function FeedView(props: FeedViewProps) {
  const empty = {
    when: ({ announcements }: PartData) => announcements.length === 0,
    show: <p>Chưa có thông báo nào. Khi phường hoặc tổ dân phố gửi tin, tin sẽ hiện ở đây.</p>,
  };
  return (
    <ReadingView reading={props.reading} what="danh sách thông báo" empty={empty}>
      {({ announcements, next_cursor }) => (
        <>
          <AnnouncementRows {...props} announcements={announcements} />
          {next_cursor === null ? <FeedEnd /> : <Older key={next_cursor} {...props} cursor={next_cursor} />}
        </>
      )}
    </ReadingView>
  );
}

function FeedEnd() {
  return <p className="feed__end">Đã hết thông báo.</p>;
}

function Older({ cursor, ...props }: FeedViewProps & { readonly cursor: string }) {
  const [isOpen, setOpen] = useState(opened.has(cursor));
  const open = () => {
    opened.add(cursor);
    setOpen(true);
  };
  if (isOpen) return <OlderPart {...props} cursor={cursor} />;
  return (
    <button type="button" className="button button--quiet feed__more" onClick={open}>
      Xem thông báo cũ hơn
    </button>
  );
}

function OlderPart({ cursor, ...props }: FeedViewProps & { readonly cursor: string }) {
  const reading = useFeedPart(props.api, props.feed, cursor);
  return (
    <div className="feed__part">
      <FeedView {...props} reading={reading} />
    </div>
  );
}

interface AnnouncementRowsProps extends Pick<FeedViewProps, 'readIds' | 'addressOf'> {
  readonly announcements: readonly AnnouncementReply[];
}

function AnnouncementRows({ announcements, readIds, addressOf }: AnnouncementRowsProps) {
  return (
    <ul className="rows">
      {announcements.map((announcement) => (
        <AnnouncementRow
          key={announcement.id}
          announcement={announcement}
          unread={!(announcement.read === true || readIds.includes(announcement.id))}
          to={addressOf(announcement.id)}
        />
      ))}
    </ul>
  );
}

interface AnnouncementRowProps {
  readonly announcement: AnnouncementReply;
  readonly unread: boolean;
  readonly to: string;
}

function AnnouncementRow({ announcement, unread, to }: AnnouncementRowProps) {
  const { title, sender, published_at, group } = announcement;
  return (
    <LinkRow
      to={to}
      title={
        <>
          <AnnouncementBadges announcement={announcement} unread={unread} />
          <span className={unread ? 'feed__title' : 'feed__title feed__title--read'}>{title}</span>
        </>
      }
      lines={[group === null ? sender : `${sender} · ${group}`, printedMoment(published_at)]}
    />
  );
}
