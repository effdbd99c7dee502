import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { useSyncExternalStore } from 'react';
import { ANNOUNCEMENT_ENDPOINTS } from '../api/announcement-endpoints.ts';
import { MuteKind } from '../features/announcements/mute-kind.tsx';
import { type WrongReason, WrongReport } from '../features/announcements/wrong-report.tsx';
import { Card } from '../ui/card.tsx';
import { KIND_NAMES } from '../ui/kind-names.ts';
import { ROUTES } from './addresses.ts';
import { repliesOf } from './announcement-services.ts';
import type { Services } from './services.ts';
import type { PageWard } from './with-page-ward.tsx';

interface AnnouncementFootProps {
  readonly services: Services;
  readonly ward: PageWard;
  readonly announcement: AnnouncementReply;
}

/** What a person may do about an announcement: say that it is wrong, and get no more of its kind. */
export function AnnouncementFoot({ services, ward, announcement: { id, code, kind } }: AnnouncementFootProps) {
  const { session, platform } = services;
  const replies = repliesOf(services);
  const { value } = useSyncExternalStore(replies.subscribe, replies.snapshot);
  const report = async (why: WrongReason) => {
    await session.call(ANNOUNCEMENT_ENDPOINTS.reportWrong, { path: { id }, body: { ward: ward.key, why } });
    await replies.reported(id);
  };
  const mute = async () => {
    const choices = await session.call(ANNOUNCEMENT_ENDPOINTS.noticeChoices);
    const muted = [...new Set([...choices.muted, kind])];
    await session.call(ANNOUNCEMENT_ENDPOINTS.chooseNotices, { body: { ...choices, muted } });
  };
  return (
    <Card heading="Tin này có gì chưa ổn?">
      <WrongReport
        code={code}
        isReported={value[id]?.reported === true}
        hotline={ward.known?.contact.hotline ?? null}
        checkAddress={ROUTES.checkMessage}
        onReport={report}
        onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
      />
      <MuteKind name={KIND_NAMES[kind]} isUrgent={kind === 'urgent'} choicesAddress={ROUTES.notices} onMute={mute} />
    </Card>
  );
}
