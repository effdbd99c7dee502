import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useCallback, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useAnnouncement } from '../features/announcements/announcement-reading.ts';
import { AnnouncementView } from '../features/announcements/announcement-view.tsx';
import { groupOf } from '../features/ward/group-store.ts';
import { wardTitle } from '../features/ward/ward-name.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { ROUTES, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function AnnouncementPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Thông báo">
      {(ward) => <OneAnnouncement services={services} ward={ward} />}
    </WithWard>
  );
}

interface OneAnnouncementProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function OneAnnouncement({ services: { api, groups, platform, readMarks }, ward }: OneAnnouncementProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { value: chosen } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  const feed = { ward: ward.key, group: groupOf(chosen, ward)?.id ?? null };
  const reading = useAnnouncement(api, feed, readPageParts(search).id ?? '');
  const markRead = useCallback((id: string) => void readMarks.mark(id), [readMarks]);
  const refresh = reading.kind === 'shown' ? { onRefresh: reading.refresh } : {};
  return (
    <PageFrame title="Thông báo" onBack={goBack} {...refresh}>
      <ReadingView reading={reading} what="thông báo">
        {(announcement) => (
          <AnnouncementView
            announcement={announcement}
            wardTitle={wardTitle(ward)}
            checkAddress={ROUTES.checkMessage}
            onRead={markRead}
            onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
            onCopy={(text) => platform.copyText(text)}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
