import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ShieldCheck } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { useFeedPart } from '../features/announcements/announcement-reading.ts';
import { FeedView } from '../features/announcements/feed.tsx';
import { GroupChoice } from '../features/ward/group-choice.tsx';
import { groupOf } from '../features/ward/group-store.ts';
import { wardTitle } from '../features/ward/ward-name.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import { repliesOf } from './announcement-services.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import { OfficeGate } from './office-gate.tsx';
import type { PageProps, Services } from './services.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

/** Thông báo: what the ward and the person's neighbourhood group have announced. */
export function AnnouncementsPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Thông báo">
      {(ward) => <WardFeed services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardFeedProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardFeed({ services, ward }: WardFeedProps) {
  const { api, groups, readMarks, session } = services;
  const ownReplies = repliesOf(services);
  const { value: replies } = useSyncExternalStore(ownReplies.subscribe, ownReplies.snapshot);
  const { ready, value: chosen } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  const { value: readIds } = useSyncExternalStore(readMarks.subscribe, readMarks.snapshot);
  const feed = { ward: ward.key, group: groupOf(chosen, ward)?.id ?? null };
  const source = { api, token: () => session.token() };
  // To be told what concerns the group, the ward has to know who is in it: silently, where Zalo says who this is.
  const choose = (group: string | null) => groups.choose(ward.key, group).then(() => session.begin());
  // Not before the group is known: else the whole ward's feed would be shown for a moment.
  const reading = useFeedPart(source, feed, null, ready);
  return (
    <PageFrame
      title="Thông báo"
      note={<p className="page-header__note">{wardTitle(ward)}</p>}
      foot={<BottomNavigation />}
      {...refreshOf(reading)}
    >
      {ready && <GroupChoice ward={ward} groups={chosen} onChoose={(group) => void choose(group)} />}
      <OfficeGate services={services} ward={ward.key} sendingOnly />
      <Link className="button button--quiet feed__check" to={ROUTES.checkMessage}>
        <ShieldCheck aria-hidden="true" size={22} />
        Tin này có thật không?
      </Link>
      <FeedView
        key={`${feed.ward} ${feed.group}`}
        source={source}
        feed={feed}
        reading={reading}
        readIds={readIds}
        replies={replies}
        now={Date.now()}
        addressOf={(id) => pageAddress('announcement', { id })}
      />
    </PageFrame>
  );
}
