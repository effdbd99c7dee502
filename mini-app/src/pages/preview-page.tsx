import type { BroadcastReply, PreviewReply } from '@phuong-so/shared/contracts/broadcasts';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { DecisionBox } from '../features/sending/decision-box.tsx';
import { PreviewView } from '../features/sending/preview-view.tsx';
import { SendButton } from '../features/sending/send-button.tsx';
import { SendingHead } from '../features/sending/sending-facts.tsx';
import { isConflict, sendingFailureWords } from '../features/sending/sending-failure.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAct } from '../ui/use-act.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useBroadcast, useShowBroadcast } from './use-broadcast.ts';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { WRITTEN } from './use-write-acts.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Xem trước khi gửi';

/** What would happen, and the button that makes it happen. */
export function PreviewPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE}>
      {() => <Preview key={id} services={services} id={id} />}
    </WithOffice>
  );
}

interface PreviewProps {
  readonly services: Services;
  readonly id: string;
}

function Preview({ services, id }: PreviewProps) {
  const goBack = useGoBack();
  const reading = useBroadcast(services, id);
  const [isConflicting, setConflicting] = useState(false);
  const reload = (thrown: unknown) => {
    setConflicting(isConflict(thrown));
    if (isConflict(thrown) && reading.kind === 'shown') void reading.refresh();
  };
  if (reading.kind !== 'shown') {
    return (
      <PageFrame title={TITLE} onBack={goBack}>
        <ReadingView reading={reading} what="thông báo">
          {() => null}
        </ReadingView>
      </PageFrame>
    );
  }
  // Another version is another preview: nobody sends what they have not seen.
  return <OfVersion services={services} broadcast={reading.data} isConflicting={isConflicting} onFailed={reload} />;
}

interface OfVersionProps {
  readonly services: Services;
  readonly broadcast: BroadcastReply;
  readonly isConflicting: boolean;
  readonly onFailed: (thrown: unknown) => void;
}

function OfVersion({ services, broadcast, isConflicting, onFailed }: OfVersionProps) {
  const { id, version, state } = broadcast;
  const { goBack, isFromWriting, goToOne } = useWays(id);
  const act = useAct(sendingFailureWords, onFailed);
  const { reading } = useSignedInReading(services, {
    key: ['broadcast-preview', id, version],
    endpoint: BROADCAST_ENDPOINTS.preview,
    options: { path: { id } },
  });
  const doing = useDoing(services, broadcast, goToOne);
  const isUnsent = state === 'draft' || state === 'returned';
  const send = (preview: PreviewReply) => (
    <div className="page-foot">
      <SendButton broadcast={broadcast} preview={preview} act={act} onSend={doing.send} />
    </div>
  );
  return (
    <PageFrame title={TITLE} onBack={goBack} foot={isUnsent && reading.kind === 'shown' ? send(reading.data) : null}>
      {isConflicting && (
        <div className="sending-notice" role="alert">
          <Notice tone="warning">Người khác vừa sửa thông báo này. Đây là bản mới, xin xem lại rồi bấm.</Notice>
        </div>
      )}
      <SendingHead broadcast={broadcast} />
      <ReadingView reading={reading} what="bản xem trước">
        {(preview) => <PreviewView broadcast={broadcast} preview={preview} now={Date.now()} />}
      </ReadingView>
      {isUnsent && (
        <Link
          className="button button--quiet button--wide"
          to={pageAddress('writeSending', { id })}
          replace={isFromWriting}
        >
          Sửa lại
        </Link>
      )}
      {broadcast.may_approve && <DecisionBox onDecide={doing.decide} onFailed={onFailed} />}
    </PageFrame>
  );
}

/** Back to the form that it stands in the place of, or to where it was opened from; on to the announcement's own page. */
function useWays(id: string) {
  const navigate = useNavigate();
  const goBack = useGoBack();
  const { state, key } = useLocation();
  const isFromWriting = state === WRITTEN;
  // The router gives the first page of a visit this key; otherwise it is the announcement's own page that leads here.
  const isAfterOne = !isFromWriting && key !== 'default';
  return {
    isFromWriting,
    goBack: isFromWriting ? () => navigate(pageAddress('writeSending', { id }), { replace: true }) : goBack,
    goToOne: () => (isAfterOne ? navigate(-1) : navigate(pageAddress('oneSending', { id }), { replace: true })),
  };
}

/** Sending and deciding; both end on the announcement's own page. */
function useDoing(services: Services, { id, version }: BroadcastReply, goToOne: () => void) {
  const { session } = services;
  const { keys, drafts } = sendingOf(services);
  const show = useShowBroadcast(services);
  const path = { id };
  const goTo = async (changed: BroadcastReply) => {
    await drafts.drop(id);
    await show(changed);
    goToOne();
  };
  return {
    send: async () =>
      goTo(
        await keys.press(`send ${id} ${version}`, (key) =>
          session.call(BROADCAST_ENDPOINTS.send, { path, body: { key, version } }),
        ),
      ),
    decide: async (approve: boolean, note: string | null) =>
      goTo(
        await keys.press(`decide ${id} ${version} ${approve} ${note}`, (key) =>
          session.call(BROADCAST_ENDPOINTS.decide, { path, body: { key, version, approve, note } }),
        ),
      ),
  };
}
