import { ChartColumn, ClipboardList, FileText, MessageSquareWarning, Presentation } from 'lucide-react';
import { BOARD_ENDPOINTS } from '../api/board-endpoints.ts';
import { DashboardView } from '../features/dashboard/dashboard-view.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Tổng quan của phường';

/** Where officials find everything of the plan's work, and what presses. */
export function DashboardPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Dashboard services={services} office={office} />}
    </WithOffice>
  );
}

interface DashboardProps {
  readonly services: Services;
  readonly office: Office;
}

function Dashboard({ services, office: { ward } }: DashboardProps) {
  const goBack = useGoBack();
  const { reading } = useSignedInReading(services, {
    key: ['dashboard', ward],
    endpoint: BOARD_ENDPOINTS.dashboard,
    options: { query: { ward } },
  });
  const ways = {
    work: (id: string) => pageAddress('oneWork', { id }),
    obstacle: (id: string) => pageAddress('obstacle', { ward, id }),
    report: (id: string) => pageAddress('reportDraft', { id }),
  };
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView reading={reading} what="tổng quan">
        {(dashboard) => <DashboardView {...{ dashboard, ways }} />}
      </ReadingView>
      <h2 className="sending-heading">Các mục dành cho cán bộ</h2>
      <ul className="rows" aria-label="Các mục dành cho cán bộ">
        <LinkRow to={ROUTES.work} icon={<ClipboardList aria-hidden="true" size={24} />} title="Việc của đơn vị" />
        <LinkRow
          to={ROUTES.workTargets}
          icon={<ChartColumn aria-hidden="true" size={24} />}
          title="Chỉ tiêu, số liệu"
        />
        <LinkRow to={ROUTES.reports} icon={<FileText aria-hidden="true" size={24} />} title="Báo cáo" />
        <LinkRow
          to={pageAddress('obstacles', { ward })}
          icon={<MessageSquareWarning aria-hidden="true" size={24} />}
          title="Vướng mắc, kiến nghị"
        />
        <LinkRow
          to={pageAddress('board', { ward })}
          icon={<Presentation aria-hidden="true" size={24} />}
          title="Bảng tiến độ công khai"
        />
      </ul>
    </PageFrame>
  );
}
