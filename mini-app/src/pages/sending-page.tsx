import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { Eye, Printer, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { DecisionBox } from '../features/sending/decision-box.tsx';
import { NEW_DRAFT } from '../features/sending/draft-store.ts';
import { HistoryList } from '../features/sending/history-list.tsx';
import { ProgressView } from '../features/sending/progress-view.tsx';
import { SendingActs } from '../features/sending/sending-acts.tsx';
import { copyOf } from '../features/sending/sending-draft.ts';
import { SendingFacts, SendingHead } from '../features/sending/sending-facts.tsx';
import { isConflict } from '../features/sending/sending-failure.ts';
import { WrongReportsNotice } from '../features/sending/wrong-reports.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, ROUTES, readPageParts } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useBroadcast, useShowBroadcast } from './use-broadcast.ts';
import { useGoBack } from './use-go-back.ts';
import { useLiveProgress } from './use-live-progress.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useUntilSent } from './use-until-sent.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Thông báo';
const PUBLISHED: ReadonlySet<string> = new Set(['sending', 'sent', 'stopped']);

/** One announcement for those who send it: how far it is, whom it reached, what can be done with it. */
export function SendingPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE}>
      {(office) => <One key={id} services={services} office={office} id={id} />}
    </WithOffice>
  );
}

interface OneProps {
  readonly services: Services;
  readonly office: Office;
  readonly id: string;
}

function One({ services, office, id }: OneProps) {
  const goBack = useGoBack();
  const reading = useBroadcast(services, id);
  useUntilSent(reading);
  const [isConflicting, setConflicting] = useState(false);
  const refresh = () => (reading.kind === 'shown' ? reading.refresh() : undefined);
  const onFailed = (thrown: unknown) => {
    setConflicting(isConflict(thrown));
    void refresh();
  };
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView reading={reading} what="thông báo">
        {(broadcast) => (
          <>
            {isConflicting && (
              <div className="sending-notice" role="alert">
                <Notice tone="warning">Người khác vừa thay đổi thông báo này. Đây là bản mới nhất.</Notice>
              </div>
            )}
            <SendingHead broadcast={broadcast} />
            <ActsOf {...{ services, office, broadcast, onFailed }} />
            {PUBLISHED.has(broadcast.state) && (
              <Published services={services} broadcast={broadcast} onSettled={() => void refresh()} />
            )}
            <SendingFacts broadcast={broadcast} />
            <History services={services} broadcast={broadcast} />
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface ActsOfProps extends Omit<OneProps, 'id'> {
  readonly broadcast: BroadcastReply;
  readonly onFailed: (thrown: unknown) => void;
}

function ActsOf({ services, office, broadcast, onFailed }: ActsOfProps) {
  const { session, newId } = services;
  const { keys, drafts } = sendingOf(services);
  const show = useShowBroadcast(services);
  const navigate = useNavigate();
  const { id, version } = broadcast;
  const path = { id };
  const press = (act: 'stop' | 'cancel') => async () =>
    show(
      await keys.press(`${act} ${id} ${version}`, (key) =>
        session.call(BROADCAST_ENDPOINTS[act], { path, body: { key, version } }),
      ),
    );
  const decide = async (approve: boolean, note: string | null) =>
    show(
      await keys.press(`decide ${id} ${version} ${approve} ${note}`, (key) =>
        session.call(BROADCAST_ENDPOINTS.decide, { path, body: { key, version, approve, note } }),
      ),
    );
  const copy = async () => {
    const fields = {
      ...copyOf(broadcast),
      ...(office.wholeWard ? {} : { groups: office.groups.map((one) => one.id) }),
    };
    await drafts.keep(NEW_DRAFT, { owner: office.person, key: newId(), fields, base: null, changedAt: Date.now() });
    navigate(ROUTES.writeSending);
  };
  return (
    <>
      {broadcast.may_approve && <DecisionBox onDecide={decide} onFailed={onFailed} />}
      <SendingActs
        broadcast={broadcast}
        writeAddress={pageAddress('writeSending', { id })}
        previewAddress={pageAddress('previewSending', { id })}
        correctAddress={pageAddress('correctSending', { id })}
        onStop={press('stop')}
        onCancel={press('cancel')}
        onCopy={copy}
        onFailed={onFailed}
      />
    </>
  );
}

interface PublishedProps {
  readonly services: Services;
  readonly broadcast: BroadcastReply;
  readonly onSettled: () => void;
}

function Published({ services, broadcast, onSettled }: PublishedProps) {
  const { id, ward, state, asks } = broadcast;
  const progress = useLiveProgress(services, id, state === 'sending', onSettled);
  const wrong = useSignedInReading(services, {
    key: ['wrong-reports', id],
    endpoint: BROADCAST_ENDPOINTS.wrongReports,
    options: { path: { id } },
  });
  return (
    <>
      {wrong.reading.kind === 'shown' && <WrongReportsNotice {...wrong.reading.data} />}
      <ReadingView reading={progress} what="số người đã nhận">
        {(known) => <ProgressView progress={known} asks={asks} />}
      </ReadingView>
      <ul className="rows sending-links">
        <LinkRow
          to={pageAddress('unreached', { id })}
          icon={<UserRoundX aria-hidden="true" size={24} />}
          title="Những hộ cần báo trực tiếp"
          lines={['Ai chưa nhận được, vì sao']}
        />
        <LinkRow
          to={pageAddress('handouts', { id })}
          icon={<Printer aria-hidden="true" size={24} />}
          title="Chuyển tiếp, in, đọc loa"
          lines={['Nhóm Zalo, tờ dán, bài đọc, bảng số']}
        />
        <LinkRow
          to={pageAddress('announcement', { ward, id })}
          icon={<Eye aria-hidden="true" size={24} />}
          title="Xem như bà con thấy"
        />
      </ul>
    </>
  );
}

/** Its version is part of what is read: each change adds to the record. */
function History({ services, broadcast: { id, version, state } }: Omit<PublishedProps, 'onSettled'>) {
  const { reading } = useSignedInReading(services, {
    key: ['broadcast-log', id, version, state],
    endpoint: BROADCAST_ENDPOINTS.broadcastLog,
    options: { path: { id } },
  });
  return (
    <>
      {!PUBLISHED.has(state) && (
        <ul className="rows sending-links">
          <LinkRow
            to={pageAddress('handouts', { id })}
            icon={<Printer aria-hidden="true" size={24} />}
            title="Xem bản in, bài đọc loa"
          />
        </ul>
      )}
      <ReadingView reading={reading} what="việc đã ghi">
        {({ entries }) => <HistoryList entries={entries} />}
      </ReadingView>
    </>
  );
}
