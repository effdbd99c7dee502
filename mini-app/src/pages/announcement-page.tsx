import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ANNOUNCEMENT_ENDPOINTS, attachmentPath, createAnnouncementApi } from '../api/announcement-endpoints.ts';
import { type OpenedAnnouncement, useAnnouncement } from '../features/announcements/announcement-reading.ts';
import { AnnouncementView } from '../features/announcements/announcement-view.tsx';
import { Attachment } from '../features/announcements/attachment.tsx';
import { groupOf } from '../features/ward/group-store.ts';
import { wardTitle } from '../features/ward/ward-name.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, ROUTES, readPageParts } from './addresses.ts';
import { AnnouncementAnswer } from './announcement-answer.tsx';
import { AnnouncementFoot } from './announcement-foot.tsx';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

/** One announcement. A shared address holds the ward: it opens on a phone on which another ward is chosen. */
export function AnnouncementPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Thông báo">
      {(ward) => <OneAnnouncement services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface OneAnnouncementProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function OneAnnouncement({ services, ward }: OneAnnouncementProps) {
  const { api, client, groups, platform, session } = services;
  const opening = useMemo(() => createAnnouncementApi(client), [client]);
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { value: chosen } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  const group = ward.known === null ? null : groupOf(chosen, ward.known);
  const source = { api, token: () => session.token() };
  const feed = { ward: ward.key, group: group?.id ?? null };
  const reading = useAnnouncement(opening, source, feed, readPageParts(search).id ?? '');
  const markRead = useMarkRead(services);
  return (
    <PageFrame title="Thông báo" onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="thông báo">
        {(announcement) => (
          <AnnouncementView
            announcement={announcement}
            wardTitle={ward.known === null ? 'Phường' : wardTitle(ward.known)}
            checkAddress={ROUTES.checkMessage}
            before={'before' in announcement ? announcement.before : null}
            extras={<Extras services={services} ward={ward} announcement={announcement} />}
            foot={<AnnouncementFoot services={services} ward={ward} announcement={announcement} />}
            onRead={markRead}
            onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
            onCopy={(text) => platform.copyText(text)}
            onShare={(text) => {
              const address = pageAddress('announcement', { ward: ward.key, id: announcement.id });
              return platform.share({ title: announcement.title, text, address });
            }}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}

/** What only the announcement itself tells, and the feed's copy of it does not. */
function Extras({
  services,
  ward,
  announcement,
}: OneAnnouncementProps & { readonly announcement: OpenedAnnouncement }) {
  if (!('asks' in announcement)) return null;
  const { asks, attachment, title } = announcement;
  return (
    <>
      {attachment !== null && (
        <Attachment
          attachment={attachment}
          title={title}
          address={services.serverAddress(attachmentPath(attachment.id))}
          onOpen={(address) => void services.platform.openExternal(address)}
        />
      )}
      {asks !== 'none' && (
        <AnnouncementAnswer services={services} ward={ward.key} announcement={announcement} asks={asks} />
      )}
    </>
  );
}

/** On this device always; at the server too for somebody who is signed in already. Nobody is signed in for this. */
function useMarkRead({ readMarks, session }: Services): (id: string) => void {
  return useCallback(
    (id) => {
      void readMarks.mark(id);
      if (session.token() === null) return;
      // The device has it; that the server misses one is no harm.
      session.call(ANNOUNCEMENT_ENDPOINTS.readAnnouncement, { path: { id } }).catch(() => undefined);
    },
    [readMarks, session],
  );
}
