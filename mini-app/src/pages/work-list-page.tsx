import type { WorkListReply, WorkReply } from '@phuong-so/shared/contracts/work';
import { ClipboardCheck, LayoutDashboard } from 'lucide-react';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { DigestNotice } from '../features/work/digest-notice.tsx';
import { WorkList } from '../features/work/work-list.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { CountChips } from '../ui/count-chips.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useVisitState } from '../ui/use-visit-state.ts';
import { printedDay } from '../ui/vietnam-time.ts';
import { STANDING_NAMES, STANDINGS } from '../ui/work-words.ts';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useDigest } from './use-server-day.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Việc của đơn vị';
const SCOPES = [
  { key: 'own', title: 'Đơn vị tôi' },
  { key: 'ward', title: 'Cả phường' },
] as const;
const addressOf = (id: string) => pageAddress('oneWork', { id });

/** What the official's unit answers for, the most pressing first; the whole ward one tap away. */
export function WorkListPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Listed services={services} office={office} />}
    </WithOffice>
  );
}

interface ListedProps {
  readonly services: Services;
  readonly office: Office;
}

function Listed({ services, office }: ListedProps) {
  const goBack = useGoBack();
  const [scope, choose] = useVisitState('scope', office.unit === null ? 'ward' : 'own');
  const unit = scope === 'own' ? office.unit : null;
  const { reading } = useSignedInReading(services, {
    key: ['work', office.ward, unit],
    endpoint: WORK_ENDPOINTS.work,
    options: { query: { ward: office.ward, unit, all: '1' } },
  });
  const shown = (
    <ReadingView reading={reading} what="danh sách việc" empty={NONE}>
      {(reply) => <Filtered reply={reply} withUnits={unit === null} />}
    </ReadingView>
  );
  return (
    <PageFrame
      title={TITLE}
      note={office.unit === null ? null : <p className="page-header__note">{office.unit}</p>}
      onBack={goBack}
      {...refreshOf(reading)}
    >
      <Digest services={services} />
      <ul className="rows office-rows">
        <LinkRow
          to={ROUTES.dashboard}
          icon={<LayoutDashboard aria-hidden="true" size={24} />}
          title="Tổng quan và các mục khác"
          lines={['Chỉ tiêu, báo cáo, vướng mắc']}
        />
        {reading.kind === 'shown' && reading.data.standing_unit && (
          <LinkRow
            to={ROUTES.confirmWork}
            icon={<ClipboardCheck aria-hidden="true" size={24} />}
            title="Xác nhận nhiệm vụ từ kế hoạch"
          />
        )}
      </ul>
      {office.unit === null ? (
        shown
      ) : (
        <Tabs label="Xem việc của ai" tabs={SCOPES} chosen={scope === 'ward' ? 'ward' : 'own'} onChoose={choose}>
          {shown}
        </Tabs>
      )}
    </PageFrame>
  );
}

const NONE = {
  when: ({ work }: WorkListReply) => work.length === 0,
  show: <p>Chưa có việc nào ở đây. Việc có khi đơn vị đầu mối xác nhận nhiệm vụ từ kế hoạch.</p>,
};

/** Not in the way of the list: without it the list still says everything. */
function Digest({ services }: PageProps) {
  const reading = useDigest(services);
  if (reading.kind !== 'shown') return null;
  return <DigestNotice digest={reading.data} addressOf={addressOf} reportsAddress={ROUTES.reports} />;
}

/** Closed ones are shown when they are asked for. */
function Filtered({ reply: { work, as_of: asOf }, withUnits }: { reply: WorkListReply; withUnits: boolean }) {
  const [standing, choose] = useVisitState('standing');
  const open = work.filter((one) => one.standing !== 'closed');
  const some = standing === '' ? open : work.filter((one) => one.standing === standing);
  return (
    <>
      <CountChips
        label="Lọc theo tình trạng"
        chips={[{ key: '', title: 'Tất cả', count: open.length }, ...chipsOf(work)]}
        chosen={standing}
        onChoose={choose}
      />
      <p className="facts-head" role="status">
        {some.length} việc, tính đến {printedDay(asOf)}.
      </p>
      <WorkList work={some} asOf={asOf} withUnits={withUnits} addressOf={addressOf} />
    </>
  );
}

function chipsOf(work: readonly WorkReply[]) {
  return STANDINGS.map((key) => ({
    key,
    title: STANDING_NAMES[key],
    count: work.filter((one) => one.standing === key).length,
  })).filter(({ count }) => count > 0);
}
