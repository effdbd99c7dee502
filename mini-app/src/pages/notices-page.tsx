import type { Profile } from '@phuong-so/shared/contracts/profile';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { KeyRound } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { ANNOUNCEMENT_ENDPOINTS, type NoticeChoices } from '../api/announcement-endpoints.ts';
import { ChatChoice, KindChoices } from '../features/me/notice-choices.tsx';
import { NotificationConsent } from '../features/me/notification-consent.tsx';
import { useProfile } from '../features/me/use-profile.ts';
import { groupOf } from '../features/ward/group-store.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { usePerson, useSignedInReading } from './use-own-reading.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Nhận tin';

/** Which announcements come to the person by themselves, and by which way. */
export function NoticesPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <Choices services={services} ward={ward} />}
    </WithWard>
  );
}

interface ChoicesProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function Choices({ services, ward }: ChoicesProps) {
  const goBack = useGoBack();
  const [profile, setProfile] = useProfile(services.session);
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['notices'],
    endpoint: ANNOUNCEMENT_ENDPOINTS.noticeChoices,
    options: {},
  });
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      {isNobody ? (
        <Notice tone="info">
          Chọn loại tin cần tài khoản Zalo. Xin mở Phường Số trong ứng dụng Zalo trên điện thoại. Tin của phường vẫn xem
          được ở mục Thông báo.
        </Notice>
      ) : (
        <ReadingView reading={reading} what="lựa chọn nhận tin">
          {(choices) => (
            <ShownChoices services={services} choices={choices} isLinked={profile?.chat_linked !== false} />
          )}
        </ReadingView>
      )}
      <AppNotifications services={services} ward={ward} profile={profile} onChanged={setProfile} />
    </PageFrame>
  );
}

interface ShownChoicesProps extends PageProps {
  readonly choices: NoticeChoices;
  /** Whether the person's chat is known; while nobody has told, nothing is said of it. */
  readonly isLinked: boolean;
}

function ShownChoices({ services, choices, isLinked }: ShownChoicesProps) {
  const { session, queries } = services;
  const person = usePerson(services);
  const change = async (changed: Partial<NoticeChoices>) => {
    const body = { ...choices, ...changed };
    const told = await session.call(ANNOUNCEMENT_ENDPOINTS.chooseNotices, { body });
    queries.setQueryData(['notices', 'own', person], told);
  };
  return (
    <>
      <KindChoices muted={choices.muted} onChange={(muted) => change({ muted: [...muted] })} />
      <Card heading="Tin nhắn Zalo">
        <ChatChoice isOn={choices.oa} onChange={(oa) => change({ oa })} />
        {!isLinked && <NotLinked />}
      </Card>
    </>
  );
}

function NotLinked() {
  return (
    <>
      <p className="notices__linked">
        Tài khoản này chưa nối với cuộc trò chuyện Zalo của phường, nên chưa có tin nhắn nào đến. Nhắn chữ “liên kết”
        cho Zalo của phường để lấy mã.
      </p>
      <ul className="rows">
        <LinkRow to={ROUTES.link} title="Nhập mã liên kết" icon={<KeyRound aria-hidden="true" size={24} />} />
      </ul>
    </>
  );
}

interface AppNotificationsProps extends ChoicesProps {
  readonly profile: Profile | null;
  readonly onChanged: (profile: Profile) => void;
}

/** Agreed to at Zalo first, so it has a way of its own. */
function AppNotifications({ services, ward, profile, onChanged }: AppNotificationsProps) {
  const { session, platform, groups, queries } = services;
  const { value: chosen } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  return (
    <Card heading="Thông báo của ứng dụng">
      <p className="card__text">
        Một dòng báo hiện trên màn hình điện thoại khi có tin mới; bấm vào thì mở tin. Chỉ có khi phường đã dùng cách
        này.
      </p>
      <NotificationConsent
        session={session}
        platform={platform}
        place={{ ward: ward.key, group: groupOf(chosen, ward)?.id ?? null }}
        profile={profile}
        onChanged={(changed) => {
          onChanged(changed);
          void queries.invalidateQueries({ queryKey: ['notices'] });
        }}
      />
    </Card>
  );
}
