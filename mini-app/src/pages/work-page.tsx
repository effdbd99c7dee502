import type { WorkDetailReply } from '@phuong-so/shared/contracts/work';
import { PenLine, Settings2 } from 'lucide-react';
import { Link, useSearchParams } from 'react-router-dom';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { PartsList } from '../features/work/parts-list.tsx';
import { PlanSays } from '../features/work/plan-says.tsx';
import { ReportsToDecide } from '../features/work/reports-to-decide.tsx';
import { WhoDoesIt } from '../features/work/who-does-it.tsx';
import { WordSides } from '../features/work/word-sides.tsx';
import { WorkHead } from '../features/work/work-head.tsx';
import { WorkHistory } from '../features/work/work-history.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import { evidenceOpener } from './open-evidence.ts';
import { sourceOf } from './plan-facts.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { useServerDay } from './use-server-day.ts';
import { useWork, useWorkAct, useWorkChanged } from './use-work.ts';
import { WithOffice } from './with-office.tsx';
import { workOf } from './work-services.ts';

const TITLE = 'Nhiệm vụ';

/** One task: what the plan says, who does it, how far it is, and what can be done with it. */
export function WorkPage({ services }: PageProps) {
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
  const reading = useWork(services, id);
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView reading={reading} what="nhiệm vụ">
        {(detail) => <Detail services={services} detail={detail} />}
      </ReadingView>
    </PageFrame>
  );
}

interface DetailProps {
  readonly services: Services;
  readonly detail: WorkDetailReply;
}

function Detail({ services, detail: { work, reports, log } }: DetailProps) {
  const { session } = services;
  const { keys } = workOf(services);
  const changed = useWorkChanged(services);
  const deciding = useWorkAct(changed);
  const taking = useWorkAct(changed);
  const { id, version, may, from, ward } = work;
  const open = evidenceOpener(services);
  return (
    <>
      <WorkHead work={work} asOf={useServerDay(services)} />
      {(may.includes('report_lead') || may.includes('report_part')) && (
        <Link className="button button--primary button--wide work-press" to={pageAddress('reportWork', { id })}>
          <PenLine aria-hidden="true" size={20} />
          {may.includes('report_lead') ? 'Báo cáo tiến độ' : 'Báo cáo phần phối hợp'}
        </Link>
      )}
      <ReportsToDecide
        {...{ work, reports }}
        act={deciding}
        onDecide={async (report, confirm, note) => {
          const path = { id, report: report.id };
          const body = { version, confirm, note };
          await keys.press(`decide ${report.id} ${JSON.stringify(body)}`, () =>
            session.call(WORK_ENDPOINTS.decideReport, { path, body }),
          );
          await changed();
        }}
        onOpen={open}
      />
      <WordSides {...work} onOpen={open} />
      <PartsList reports={reports} onOpen={open} />
      <Card heading="Kế hoạch ghi">
        <PlanSays from={from} source={sourceOf(ward, from)} />
      </Card>
      <WhoDoesIt
        work={work}
        act={taking}
        onTake={async (take) => {
          await keys.press(`take ${id} ${version} ${take}`, () =>
            session.call(WORK_ENDPOINTS.takeWork, { path: { id }, body: { version, take } }),
          );
          await changed();
        }}
      />
      {(may.includes('edit') || may.includes('mute')) && (
        <ul className="rows sending-links">
          <LinkRow
            to={pageAddress('manageWork', { id })}
            icon={<Settings2 aria-hidden="true" size={24} />}
            title={may.includes('edit') ? 'Sửa, chia, đóng nhiệm vụ' : 'Tạm dừng nhắc'}
          />
        </ul>
      )}
      <WorkHistory log={log} />
    </>
  );
}
