import type { WorkReply } from '@phuong-so/shared/contracts/work';
import { useState, useSyncExternalStore } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import {
  complaintsAbout,
  fieldsFrom,
  type ReportFields,
  toReport,
  type WorkDraft,
} from '../features/work/report-draft.ts';
import { ReportForm } from '../features/work/report-form.tsx';
import { workTitle } from '../features/work/work-words.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { isWorthRepeating, unansweredWords } from '../session/call-failure.ts';
import { ActFailure } from '../ui/act-failure.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAct } from '../ui/use-act.ts';
import { useFirstComplaint } from '../ui/use-first-complaint.ts';
import { dayOf, timeOfDay } from '../ui/vietnam-time.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import { sendUpTo } from './send-up.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useWork, useWorkChanged } from './use-work.ts';
import { WithOffice } from './with-office.tsx';
import { workOf } from './work-services.ts';

const TITLE = 'Báo cáo tiến độ';

/** Where a unit says how far its task is; what is typed stays on the device until the server has it. */
export function WorkReportPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Opened key={id} services={services} office={office} id={id} />}
    </WithOffice>
  );
}

interface OpenedProps {
  readonly services: Services;
  readonly office: Office;
  readonly id: string;
}

function Opened({ services, office, id }: OpenedProps) {
  const goBack = useGoBack();
  const { drafts } = workOf(services);
  const { ready, value } = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  const reading = useWork(services, id);
  const kept = value[id]?.owner === office.person ? value[id] : null;
  if (reading.kind === 'shown' && ready) {
    const start = kept ?? { owner: office.person, fields: fieldsFrom(reading.data.work), sent: null, changedAt: 0 };
    return <Desk {...{ services, start, work: reading.data.work }} />;
  }
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      <ReadingView reading={reading} what="nhiệm vụ">
        {() => null}
      </ReadingView>
    </PageFrame>
  );
}

interface DeskProps {
  readonly services: Services;
  readonly work: WorkReply;
  readonly start: WorkDraft;
}

function Desk({ services, work, start }: DeskProps) {
  const { drafts } = workOf(services);
  const goBack = useGoBack();
  const [draft, setDraft] = useState(start);
  const [begunAt] = useState(start.changedAt);
  const [attempts, setAttempts] = useState(0);
  const form = useFirstComplaint(attempts);
  const complaints = attempts === 0 ? {} : complaintsAbout(draft.fields);
  const keep = async (next: WorkDraft) => {
    setDraft(next);
    await drafts.keep(work.id, next);
  };
  const set = (change: Partial<ReportFields>) =>
    void keep({ ...draft, fields: { ...draft.fields, ...change }, changedAt: Date.now() });
  const { busy, error, send } = useSending(services, work.id, keep);
  const press = () => {
    setAttempts(attempts + 1);
    if (Object.keys(complaintsAbout(draft.fields)).length === 0) send(draft);
  };
  return (
    <PageFrame
      title={TITLE}
      onBack={goBack}
      foot={
        <div className="page-foot">
          <ActFailure error={error} />
          <p role="status" className="page-foot__note">
            {Object.keys(complaints).length > 0
              ? 'Còn ô cần xem lại ở trên.'
              : 'Chữ gõ đến đâu giữ trên máy đến đó. Gửi rồi vẫn cần được xác nhận.'}
          </p>
          <button type="button" className="button button--primary button--wide" disabled={busy} onClick={press}>
            {busy ? 'Đang gửi…' : 'Gửi báo cáo'}
          </button>
        </div>
      }
    >
      <p className="lead">{workTitle(work)}</p>
      {begunAt !== 0 && (
        <div className="sending-notice">
          <Notice tone="info">
            Bản đang viết, giữ trên máy này từ {timeOfDay(begunAt)} ngày {dayOf(begunAt)}, chưa gửi.
          </Notice>
        </div>
      )}
      <div ref={form} className="sending-form">
        <ReportForm
          fields={draft.fields}
          complaints={complaints}
          set={set}
          onUpload={sendUpTo(services.session, work.ward)}
        />
      </div>
    </PageFrame>
  );
}

/** One press is one report: pressed again after no answer came, the same words go with the same key. */
function useSending(services: Services, id: string, keep: (draft: WorkDraft) => Promise<void>) {
  const { session, newId } = services;
  const { drafts } = workOf(services);
  const changed = useWorkChanged(services);
  const navigate = useNavigate();
  const { key } = useLocation();
  const { busy, error, act } = useAct(unansweredWords);
  const send = (draft: WorkDraft) =>
    void act(async () => {
      const body = JSON.stringify(toReport(draft.fields));
      const sent = draft.sent?.body === body ? draft.sent : { key: newId(), body };
      await keep({ ...draft, sent });
      try {
        await session.call(WORK_ENDPOINTS.reportWork, {
          path: { id },
          body: { key: sent.key, ...toReport(draft.fields) },
        });
      } catch (thrown) {
        if (!isWorthRepeating(thrown)) await keep({ ...draft, sent: null });
        throw thrown;
      }
      await drafts.drop(id);
      await changed();
      // The router gives the first page of a visit this key.
      if (key === 'default') navigate(pageAddress('oneWork', { id }), { replace: true });
      else navigate(-1);
    });
  return { busy, error, send };
}
