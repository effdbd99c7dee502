import type { PlanReply, PlanTextReply } from '@phuong-so/shared/contracts/plans';
import { ChartColumn, ClipboardList, FileText, Presentation } from 'lucide-react';
import { useSearchParams } from 'react-router-dom';
import { OutlineList } from '../features/plan/outline-list.tsx';
import { PlanHead, PlanWarnings } from '../features/plan/plan-head.tsx';
import { outlineOf } from '../features/plan/plan-outline.ts';
import { PlanSearch } from '../features/plan/plan-search.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { useVisitState } from '../ui/use-visit-state.ts';
import { printedDay } from '../ui/vietnam-time.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps, Services } from './services.ts';
import { refreshOf, usePlanText } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

/** Kế hoạch: the ward's plan as a document to read. */
export function PlanPage({ services }: PageProps) {
  const [query] = useSearchParams();
  const asked = readPageParts(query).documentId;
  return (
    <WithPageWard services={services} title="Kế hoạch">
      {(ward) => {
        const only = ward.known?.documents.length === 1 ? (ward.known.documents[0]?.id ?? null) : null;
        const documentId = asked ?? only;
        if (documentId === null) return <PlanChoice services={services} ward={ward} />;
        return <OnePlan services={services} ward={ward} documentId={documentId} />;
      }}
    </WithPageWard>
  );
}

interface PlanChoiceProps {
  readonly services: Services;
  readonly ward: PageWard;
}

/** Of a ward with several documents, or with none. */
function PlanChoice({ services: { api }, ward }: PlanChoiceProps) {
  const plans = useReading({ key: ['plans', ward.key], load: (signal) => api.plans(ward.key, signal) });
  const none = {
    when: (data: readonly PlanReply[]) => data.length === 0,
    show: <p>Phường chưa có kế hoạch nào ở đây.</p>,
  };
  return (
    <PageFrame title="Kế hoạch" note={ward.note} foot={<BottomNavigation />} {...refreshOf(plans)}>
      {ward.foreign}
      <ReadingView reading={plans} what="danh sách kế hoạch" empty={none}>
        {(data) => (
          <>
            <p className="lead">Phường có {data.length} văn bản. Xin chọn một:</p>
            <ul className="rows">
              {data.map(({ id, number, date, title }) => (
                <LinkRow
                  key={id}
                  to={pageAddress('plan', { ward: ward.key, documentId: id })}
                  icon={<FileText aria-hidden="true" size={24} />}
                  title={title ?? number ?? 'Văn bản không ghi tên'}
                  lines={[number && `Số ${number}`, date && `Ngày ${printedDay(date)}`].filter((line) => line)}
                />
              ))}
            </ul>
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface OnePlanProps extends PlanChoiceProps {
  readonly documentId: string;
}

function OnePlan({ services: { api }, ward, documentId }: OnePlanProps) {
  const reading = usePlanText(api, ward.key, documentId);
  return (
    <PageFrame title="Kế hoạch" note={ward.note} foot={<BottomNavigation />} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="kế hoạch">
        {(text) => <PlanContent text={text} wardKey={ward.key} />}
      </ReadingView>
    </PageFrame>
  );
}

function PlanContent({ text, wardKey }: { readonly text: PlanTextReply; readonly wardKey: string }) {
  const { plan, sections, as_of: asOf } = text;
  const [sought, seek] = useVisitState('sought');
  const addressOf = (sectionId: string) => pageAddress('section', { ward: wardKey, documentId: plan.id, sectionId });
  return (
    <>
      {/* Hits come right under the field: the keyboard leaves little room. */}
      {sought.trim() === '' && <PlanHead plan={plan} asOf={asOf} />}
      <PlanSearch sections={sections} sought={sought} onSeek={seek} addressOf={addressOf}>
        <PlanWarnings warnings={plan.warnings} />
        <ul className="rows plan-links">
          <LinkRow
            to={pageAddress('tasks', { ward: wardKey })}
            icon={<ClipboardList aria-hidden="true" size={24} />}
            title="Nhiệm vụ"
            lines={['Việc gì, ai làm, bao giờ xong']}
          />
          <LinkRow
            to={pageAddress('targets', { ward: wardKey })}
            icon={<ChartColumn aria-hidden="true" size={24} />}
            title="Chỉ tiêu"
            lines={['Các con số cần đạt']}
          />
          <LinkRow
            to={pageAddress('board', { ward: wardKey })}
            icon={<Presentation aria-hidden="true" size={24} />}
            title="Bảng tiến độ"
            lines={['Việc nào đã xong, việc nào chưa']}
          />
        </ul>
        <Card heading="Mục lục">
          <OutlineList nodes={outlineOf(sections)} addressOf={addressOf} />
        </Card>
      </PlanSearch>
    </>
  );
}
