import type { DraftCard, ReportsReply } from '@phuong-so/shared/contracts/report-drafts';
import { useNavigate } from 'react-router-dom';
import { REPORT_ENDPOINTS } from '../api/report-endpoints.ts';
import { DraftRows } from '../features/reports/draft-rows.tsx';
import { DueReports } from '../features/reports/due-reports.tsx';
import { NewDraft } from '../features/reports/new-draft.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, passageAddress } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useStandingUnit } from './use-standing-unit.ts';
import { useWorkAct, useWorkChanged } from './use-work.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Báo cáo';

/** When which report is due, and drafts of it. */
export function ReportsPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Reports services={services} office={office} />}
    </WithOffice>
  );
}

interface ReportsProps {
  readonly services: Services;
  readonly office: Office;
}

function Reports({ services, office }: ReportsProps) {
  const goBack = useGoBack();
  const { reading } = useSignedInReading(services, {
    key: ['reports', office.ward],
    endpoint: REPORT_ENDPOINTS.reports,
    options: { query: { ward: office.ward } },
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView reading={reading} what="lịch báo cáo">
        {(reply) => <Calendar services={services} office={office} reply={reply} />}
      </ReadingView>
    </PageFrame>
  );
}

function Calendar({ services, office, reply }: ReportsProps & { readonly reply: ReportsReply }) {
  const { reports, drafts, as_of: asOf } = reply;
  const { ward, unit } = office;
  const { isStanding, unitId } = useStandingUnit(services, ward);
  const navigate = useNavigate();
  const changed = useWorkChanged(services);
  const act = useWorkAct(changed);
  const open = async (kind: DraftCard['kind'], period: string, isWards: boolean) => {
    const body = { ward, kind, period, unit: isWards ? null : unitId };
    const { id } = await services.session.call(REPORT_ENDPOINTS.newReportDraft, { body });
    await changed();
    navigate(pageAddress('reportDraft', { id }));
  };
  return (
    <>
      {drafts !== null && drafts.length > 0 && (
        <Card heading="Bản dự thảo đang có">
          <DraftRows drafts={drafts} addressOf={(id) => pageAddress('reportDraft', { id })} />
        </Card>
      )}
      {(isStanding || unitId !== null) && (
        <NewDraft
          key={String(isStanding)}
          {...{ asOf, isStanding, act }}
          unit={unitId === null ? null : unit}
          onOpen={open}
        />
      )}
      <h2 className="sending-heading">Kế hoạch yêu cầu báo cáo</h2>
      {reports.length === 0 && <p className="empty">Kế hoạch của phường không nêu chế độ báo cáo nào.</p>}
      <DueReports
        reports={reports}
        asOf={asOf}
        sourceOf={({ document_id: documentId, section, quote }) =>
          section === null ? null : passageAddress({ ward, documentId, sectionId: section, quote })
        }
      />
    </>
  );
}
