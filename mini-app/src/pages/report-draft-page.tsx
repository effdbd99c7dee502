import type { ReportDraftReply } from '@phuong-so/shared/contracts/report-drafts';
import { FileSpreadsheet, FileText, History, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { REPORT_ENDPOINTS } from '../api/report-endpoints.ts';
import { DraftRows } from '../features/reports/draft-rows.tsx';
import { draftTitle, STATE_NAMES } from '../features/reports/report-words.ts';
import { SectionEditor } from '../features/reports/section-editor.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { ActFailure } from '../ui/act-failure.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useWorkAct } from './use-work.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Dự thảo báo cáo';

/** One draft: its sections, who has it, and its files. */
export function ReportDraftPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {() => <One key={id} services={services} id={id} />}
    </WithOffice>
  );
}

function One({ services, id }: { readonly services: Services; readonly id: string }) {
  const goBack = useGoBack();
  const { reading } = useSignedInReading(services, {
    key: ['report-draft', id],
    endpoint: REPORT_ENDPOINTS.reportDraft,
    options: { path: { id } },
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView reading={reading} what="bản dự thảo">
        {(draft) => <Draft services={services} draft={draft} />}
      </ReadingView>
    </PageFrame>
  );
}

interface DraftProps {
  readonly services: Services;
  readonly draft: ReportDraftReply;
}

/** What the server makes of it is shown everywhere; lists are read anew when they are next seen. */
function useShowDraft({ queries }: Services) {
  return {
    show: async (changed: ReportDraftReply) => {
      queries.setQueriesData({ queryKey: ['report-draft', changed.id] }, changed);
      const stale = [['reports'], ['report-versions', changed.id], ['dashboard']];
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    reload: (id: string) => queries.invalidateQueries({ queryKey: ['report-draft', id] }),
  };
}

function Draft({ services, draft }: DraftProps) {
  const { show, reload } = useShowDraft(services);
  const { id, version, may, sections, left_alone: leftAlone, waiting, state } = draft;
  const [isNew, setNew] = useState(false);
  const redrafting = useWorkAct(() => reload(id));
  const redraft = async (also: readonly string[]) => {
    const body = { version, sections: also };
    await show(await services.session.call(REPORT_ENDPOINTS.redraft, { path: { id }, body }));
    setNew(true);
  };
  return (
    <>
      <div className="card">
        <h2 className="announcement__title">{draftTitle(draft)}</h2>
        <p className="sending-state">{STATE_NAMES[state]}. Dự thảo, chưa phải văn bản chính thức.</p>
      </div>
      <Files services={services} id={id} />
      {waiting.length > 0 && (
        <Card heading="Đơn vị đã nộp, chờ nhận">
          <DraftRows drafts={waiting} addressOf={(one) => pageAddress('reportDraft', { id: one })} />
        </Card>
      )}
      {may.includes('redraft') && (
        <div className="sending-notice">
          <button
            type="button"
            className="button button--quiet button--wide"
            disabled={redrafting.busy}
            onClick={() => void redrafting.act(() => redraft([]))}
          >
            <RefreshCw aria-hidden="true" size={20} />
            {redrafting.busy ? 'Đang soạn lại…' : 'Soạn lại theo số liệu mới nhất'}
          </button>
          <p role="status" className="page-foot__note">
            {isNew ? 'Đã soạn lại. Phần sửa tay vẫn giữ.' : ''}
          </p>
          <ActFailure error={redrafting.error} />
        </div>
      )}
      {sections.map((section) => (
        <OneSection
          key={section.id}
          {...{ services, draft, section, show, reload }}
          isLeftAlone={leftAlone.includes(section.id)}
          onRedraft={may.includes('redraft') ? () => redraft([section.id]) : null}
        />
      ))}
      <StateCard {...{ services, draft, show, reload }} />
      <ul className="rows sending-links">
        <LinkRow
          to={pageAddress('reportVersions', { id })}
          icon={<History aria-hidden="true" size={24} />}
          title="Các bản trước"
        />
      </ul>
    </>
  );
}

type ShowDraft = ReturnType<typeof useShowDraft>;

interface OneSectionProps extends DraftProps, ShowDraft {
  readonly section: ReportDraftReply['sections'][number];
  readonly isLeftAlone: boolean;
  readonly onRedraft: (() => Promise<void>) | null;
}

function OneSection({ services, draft, section, show, reload, isLeftAlone, onRedraft }: OneSectionProps) {
  const { id, version, may } = draft;
  const act = useWorkAct(() => reload(id));
  return (
    <SectionEditor
      {...{ section, isLeftAlone, act, onRedraft }}
      mayEdit={may.includes('edit')}
      onSave={async (text) => {
        const body = { version, sections: [{ id: section.id, text }] };
        await show(await services.session.call(REPORT_ENDPOINTS.changeReportDraft, { path: { id }, body }));
      }}
    />
  );
}

const STATES = {
  hand_in: { state: 'handed_in', words: 'Nộp cho đơn vị đầu mối' },
  take_in: { state: 'taken_in', words: 'Nhận báo cáo này' },
  give_back: { state: 'draft', words: 'Trả lại để sửa' },
} as const;

function StateCard({ services, draft, show, reload }: DraftProps & ShowDraft) {
  const { id, version, may } = draft;
  const { busy, error, act } = useWorkAct(() => reload(id));
  const steps = (['hand_in', 'take_in', 'give_back'] as const).filter((one) => may.includes(one));
  if (steps.length === 0) return null;
  return (
    <Card heading="Nộp, nhận">
      <div className="sending-acts">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className={step === 'give_back' ? 'button button--quiet' : 'button button--primary'}
            disabled={busy}
            onClick={() =>
              void act(async () => {
                const body = { version, state: STATES[step].state };
                await show(await services.session.call(REPORT_ENDPOINTS.reportDraftState, { path: { id }, body }));
              })
            }
          >
            {STATES[step].words}
          </button>
        ))}
      </div>
      <ActFailure error={error} />
    </Card>
  );
}

/** Word and Excel, which the phone opens outside of the app. */
function Files({ services, id }: { readonly services: Services; readonly id: string }) {
  const { session, platform, serverAddress } = services;
  const { busy, error, act } = useWorkAct(async () => undefined);
  const download = (kind: 'docx' | 'xlsx') =>
    act(async () => {
      const { url } = await session.call(REPORT_ENDPOINTS.reportDownload, { path: { id }, body: { kind } });
      await platform.openExternal(serverAddress(url));
    });
  return (
    <Card heading="Tải về">
      <div className="sending-buttons">
        <button type="button" className="button button--quiet" disabled={busy} onClick={() => void download('docx')}>
          <FileText aria-hidden="true" size={20} />
          Văn bản (Word)
        </button>
        <button type="button" className="button button--quiet" disabled={busy} onClick={() => void download('xlsx')}>
          <FileSpreadsheet aria-hidden="true" size={20} />
          Bảng số (Excel)
        </button>
      </div>
      <ActFailure error={error} />
      <div className="work-gap">
        <Notice tone="info">Bản tải về có chữ DỰ THẢO. Người ký và số văn bản do phường điền.</Notice>
      </div>
    </Card>
  );
}
