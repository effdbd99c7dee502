import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import type { Reading } from '../../reading/reading.ts';
import { ReadingView } from '../../reading/reading-view.tsx';
import { printedMoment } from '../../ui/moments.ts';
import { LinkRow } from '../../ui/row.tsx';
import { useVisitState } from '../../ui/use-visit-state.ts';
import { type AnnouncementsSource, type Feed, useFeedPart } from './announcement-reading.ts';
import { AnnouncementBadges } from './kind-badge.tsx';
import type { OwnReplies, OwnReply } from './own-replies.ts';
import { urgentFirst } from './urgent-first.ts';

interface FeedViewProps {
  readonly source: AnnouncementsSource;
  readonly feed: Feed;
  /** The feed's newest part. */
  readonly reading: Reading<PartData>;
  readonly readIds: readonly string[];
  readonly replies: OwnReplies;
  /** Epoch ms: an emergency stays on top while it is fresh. */
  readonly now: number;
  readonly addressOf: (id: string) => string;
}

interface PartData {
  readonly announcements: readonly AnnouncementReply[];
  readonly next_cursor: string | null;
}

/** The feed, newest first after what is urgent now; older ones come when they are asked for. */
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

/** Coming back from an announcement finds the list as long as it was. */
function Older({ cursor, ...props }: FeedViewProps & { readonly cursor: string }) {
  const [state, setState] = useVisitState(`older ${cursor}`);
  if (state === 'open') return <OlderPart {...props} cursor={cursor} />;
  return (
    <button type="button" className="button button--quiet feed__more" onClick={() => setState('open')}>
      Xem thông báo cũ hơn
    </button>
  );
}

function OlderPart({ cursor, ...props }: FeedViewProps & { readonly cursor: string }) {
  const reading = useFeedPart(props.source, props.feed, cursor);
  return (
    <div className="feed__part">
      <FeedView {...props} reading={reading} />
    </div>
  );
}

interface AnnouncementRowsProps extends Pick<FeedViewProps, 'readIds' | 'replies' | 'now' | 'addressOf'> {
  readonly announcements: readonly AnnouncementReply[];
}

function AnnouncementRows({ announcements, readIds, replies, now, addressOf }: AnnouncementRowsProps) {
  return (
    <ul className="rows">
      {urgentFirst(announcements, now).map((announcement) => (
        <AnnouncementRow
          key={announcement.id}
          announcement={announcement}
          unread={!(announcement.read === true || readIds.includes(announcement.id))}
          answer={replies[announcement.id]?.answer ?? null}
          to={addressOf(announcement.id)}
        />
      ))}
    </ul>
  );
}

interface AnnouncementRowProps {
  readonly announcement: AnnouncementReply;
  readonly unread: boolean;
  readonly answer: OwnReply['answer'];
  readonly to: string;
}

function AnnouncementRow({ announcement, unread, answer, to }: AnnouncementRowProps) {
  const { title, sender, published_at, group } = announcement;
  return (
    <LinkRow
      to={to}
      title={
        <>
          <AnnouncementBadges announcement={announcement} unread={unread} answer={answer} />
          <span className={unread ? 'feed__title' : 'feed__title feed__title--read'}>{title}</span>
        </>
      }
      lines={[group === null ? sender : `${sender} · ${group}`, printedMoment(published_at)]}
    />
  );
}
