import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { CorrectionForm } from '../features/sending/correction-form.tsx';
import { correctionName, draftOfOwner, type KeptDraft } from '../features/sending/draft-store.ts';
import { correctionComplaints, draftOf, eventOf } from '../features/sending/sending-draft.ts';
import { isConflict, sendingFailureWords } from '../features/sending/sending-failure.ts';
import { useWriting } from '../features/sending/use-writing.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { ActFailure } from '../ui/act-failure.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAct } from '../ui/use-act.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useBroadcast, useShowBroadcast } from './use-broadcast.ts';
import { useGoBack } from './use-go-back.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Đính chính';

/** Mends one that is out already. */
export function CorrectPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE}>
      {({ person }) => <Correct key={id} services={services} id={id} person={person} />}
    </WithOffice>
  );
}

interface CorrectProps {
  readonly services: Services;
  readonly id: string;
  readonly person: string;
}

function Correct({ services, id, person }: CorrectProps) {
  const goBack = useGoBack();
  const { drafts } = sendingOf(services);
  const { ready, value } = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  const reading = useBroadcast(services, id);
  const opened = useRef<KeptDraft | null>(null);
  if (opened.current === null && ready && reading.kind === 'shown') {
    const { version } = reading.data;
    const fresh = { owner: person, key: id, fields: draftOf(reading.data), base: { id, version }, changedAt: 0 };
    const kept = draftOfOwner(value, correctionName(id), person);
    opened.current = kept ?? fresh;
  }
  const { current: start } = opened;
  if (start === null || reading.kind !== 'shown') {
    return (
      <PageFrame title={TITLE} onBack={goBack}>
        <ReadingView reading={reading} what="thông báo">
          {() => null}
        </ReadingView>
      </PageFrame>
    );
  }
  return <CorrectDesk services={services} broadcast={reading.data} start={start} onReload={reading.refresh} />;
}

interface CorrectDeskProps {
  readonly services: Services;
  readonly broadcast: BroadcastReply;
  readonly start: KeptDraft;
  readonly onReload: () => Promise<void>;
}

function CorrectDesk({ services, broadcast, start, onReload }: CorrectDeskProps) {
  const { id } = broadcast;
  const { drafts, keys } = sendingOf(services);
  const goBack = useGoBack();
  const navigate = useNavigate();
  const show = useShowBroadcast(services);
  const writing = useWriting({ drafts, name: correctionName(id), start, startsChanged: start.changedAt > 0 });
  const [attempts, setAttempts] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [isConflicting, setConflicting] = useState(false);
  const { busy, error, act } = useAct(sendingFailureWords, (thrown) => {
    setConflicting(isConflict(thrown));
    if (isConflict(thrown)) void onReload();
  });
  const { fields } = writing.draft;
  const complaints = attempts > 0 ? correctionComplaints(fields) : {};
  const isSame = wordsOf(fields) === wordsOf(draftOf(broadcast));

  const ask = () => {
    setAttempts(attempts + 1);
    if (Object.keys(correctionComplaints(fields)).length === 0) setAsking(true);
  };
  const send = () => {
    setAsking(false);
    void act(async () => {
      const words = { title: fields.title.trim(), body: fields.body.trim(), event: eventOf(fields) };
      const changed = await keys.press(`correct ${id} ${broadcast.version} ${JSON.stringify(words)}`, (key) =>
        session.call(BROADCAST_ENDPOINTS.correct, {
          path: { id },
          body: { key, version: broadcast.version, ...words },
        }),
      );
      writing.saved(null, writing.now());
      await show(changed);
      navigate(pageAddress('oneSending', { id }), { replace: true });
    });
  };
  const { session } = services;
  return (
    <PageFrame
      title={TITLE}
      onBack={goBack}
      foot={
        <div className="page-foot">
          <ActFailure error={error} />
          {isSame && <p className="page-foot__note">Chưa sửa gì so với bản đã gửi.</p>}
          <button type="button" className="button button--primary button--wide" disabled={busy || isSame} onClick={ask}>
            {busy ? 'Đang gửi…' : 'Gửi bản đính chính'}
          </button>
        </div>
      }
    >
      {isConflicting && (
        <div className="sending-notice" role="alert">
          <Notice tone="warning">
            Người khác vừa đính chính thông báo này. Phần anh, chị gõ vẫn còn; xin so lại rồi gửi.
          </Notice>
        </div>
      )}
      <CorrectionForm
        draft={fields}
        complaints={complaints}
        set={writing.set}
        attempts={attempts}
        today={new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())}
      />
      {isAsking && (
        <ConfirmDialog
          title="Gửi bản đính chính?"
          text="Mọi người đã nhận bản trước sẽ nhận bản này. Không rút lại được."
          confirmLabel="Gửi đính chính"
          cancelLabel="Xem lại"
          onConfirm={send}
          onCancel={() => setAsking(false)}
        />
      )}
    </PageFrame>
  );
}

function wordsOf(fields: ReturnType<typeof draftOf>): string {
  return JSON.stringify([fields.title.trim(), fields.body.trim(), eventOf(fields)]);
}
