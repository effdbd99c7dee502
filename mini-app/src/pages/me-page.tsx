import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { Bell, Database, FileText, KeyRound, Landmark, MessageSquarePlus, ShieldCheck } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { AppearanceSettings } from '../features/me/appearance-settings.tsx';
import { DemoPersonas } from '../features/me/demo-personas.tsx';
import { HistoryList } from '../features/me/history-list.tsx';
import { signedInWords } from '../features/me/person-words.ts';
import { GroupChoice } from '../features/ward/group-choice.tsx';
import { groupOf } from '../features/ward/group-store.ts';
import { wardTitle } from '../features/ward/ward-name.ts';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import { OfficeGate } from './office-gate.tsx';
import type { PageProps, Services } from './services.ts';
import { WithWard } from './with-ward.tsx';

/** Everything that is the person's own: where they live, how the app looks, what is kept of them. */
export function MePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Tôi">
      {(ward) => (
        <PageFrame title="Tôi" foot={<BottomNavigation />}>
          <Me services={services} ward={ward} />
        </PageFrame>
      )}
    </WithWard>
  );
}

interface MeProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function Me({ services, ward }: MeProps) {
  const { wards, groups, session, platform, appearance } = services;
  const { demo } = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const { value: chosenGroups } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  const group = groupOf(chosenGroups, ward)?.id ?? null;
  const signedIn = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => void session.begin(), [session]);

  return (
    <>
      <Card heading="Phường của tôi">
        <ul className="rows">
          <LinkRow
            to={ROUTES.ward}
            title={wardTitle(ward)}
            lines={['Bấm để đổi phường']}
            icon={<Landmark aria-hidden="true" size={24} />}
          />
        </ul>
        <GroupChoice ward={ward} groups={chosenGroups} onChoose={(id) => void groups.choose(ward.key, id)} />
      </Card>
      <Card heading="Cỡ chữ và màu">
        <AppearanceSettings store={appearance} />
      </Card>
      <Card heading="Tài khoản">
        <p className="card__text" role="status">
          {signedInWords(signedIn)}
        </p>
        <ul className="rows">
          <LinkRow
            to={ROUTES.link}
            title="Liên kết tài khoản"
            lines={['Cho tổ trưởng, cán bộ có mã của phường']}
            icon={<KeyRound aria-hidden="true" size={24} />}
          />
        </ul>
        <OfficeGate services={services} ward={ward.key} />
      </Card>
      {demo && platform.kind === 'browser' && (
        <Card heading="Bản trình diễn">
          <DemoPersonas session={session} ward={ward} group={group} />
        </Card>
      )}
      <Card heading="Góp ý, kiến nghị">
        <ul className="rows">
          <LinkRow
            to={ROUTES.obstacles}
            title="Gửi góp ý cho phường"
            lines={['Và xem góp ý của mình đã đến đâu']}
            icon={<MessageSquarePlus aria-hidden="true" size={24} />}
          />
        </ul>
      </Card>
      <Card heading="Thông báo">
        <ul className="rows">
          <LinkRow
            to={ROUTES.notices}
            title="Nhận tin"
            lines={['Chọn loại tin và cách phường gửi']}
            icon={<Bell aria-hidden="true" size={24} />}
          />
        </ul>
      </Card>
      <History services={services} />
      <Card heading="Quyền riêng tư">
        <PrivacyRows />
      </Card>
      <p className="about">Phường Số, bản {import.meta.env.VITE_VERSION ?? 'thử'}</p>
    </>
  );
}

function History({ services: { conversation } }: PageProps) {
  const { turns } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  return (
    <Card heading="Câu đã hỏi trên máy này">
      <HistoryList asked={[...turns].reverse()} onClear={() => void conversation.clear()} />
    </Card>
  );
}

function PrivacyRows() {
  return (
    <ul className="rows">
      <LinkRow
        to={ROUTES.myData}
        title="Dữ liệu của tôi"
        lines={['Xem, tải về, xóa']}
        icon={<Database aria-hidden="true" size={24} />}
      />
      <LinkRow
        to={ROUTES.privacy}
        title="Chính sách quyền riêng tư của Phường Số"
        icon={<ShieldCheck aria-hidden="true" size={24} />}
      />
      <LinkRow
        to={ROUTES.terms}
        title="Điều khoản sử dụng Phường Số"
        icon={<FileText aria-hidden="true" size={24} />}
      />
    </ul>
  );
}
