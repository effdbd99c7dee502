import type { KeptTargetReply } from '@phuong-so/shared/contracts/work-targets';
import { PenLine } from 'lucide-react';
import { Link, useSearchParams } from 'react-router-dom';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { KeptTargetCard } from '../features/targets/kept-target-card.tsx';
import { ValueForm } from '../features/targets/value-form.tsx';
import { periodWords, standingSentence } from '../features/targets/value-words.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { CountChips } from '../ui/count-chips.tsx';
import { DecisionForm } from '../ui/decision-form.tsx';
import { HeadedGroups } from '../ui/headed-groups.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useVisitState } from '../ui/use-visit-state.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import { sourceOf } from './plan-facts.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useWorkAct, useWorkChanged } from './use-work.ts';
import { WithOffice } from './with-office.tsx';
import { workOf } from './work-services.ts';

const TITLE = 'Chỉ tiêu của phường';
const SCOPES = [
  { key: 'own', title: 'Đơn vị tôi' },
  { key: 'ward', title: 'Cả phường' },
] as const;
type Standing = KeptTargetReply['standing'];
const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  no_figure: 'Chưa có số liệu',
  not_reached: 'Chưa đạt mốc',
  reached: 'Đạt mốc',
  cannot_compare: 'Không so được',
  no_milestone: 'Không có mốc tới',
};

/** Targets that were confirmed from the plans, and what has been reached of each. */
export function WorkTargetsPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Targets services={services} office={office} />}
    </WithOffice>
  );
}

interface TargetsProps {
  readonly services: Services;
  readonly office: Office;
}

function useTargets(services: Services, ward: string, unit: string | null) {
  return useSignedInReading(services, {
    key: ['work-targets', ward, unit],
    endpoint: WORK_ENDPOINTS.workTargets,
    options: { query: { ward, unit } },
  }).reading;
}

function Targets({ services, office }: TargetsProps) {
  const goBack = useGoBack();
  const [scope, choose] = useVisitState('scope', office.unit === null ? 'ward' : 'own');
  const reading = useTargets(services, office.ward, scope === 'own' ? office.unit : null);
  const shown = (
    <ReadingView reading={reading} what="chỉ tiêu" empty={NONE}>
      {({ targets }) => <Filtered {...{ services, targets }} ward={office.ward} />}
    </ReadingView>
  );
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      {office.unit === null ? (
        shown
      ) : (
        <Tabs label="Xem chỉ tiêu của ai" tabs={SCOPES} chosen={scope === 'ward' ? 'ward' : 'own'} onChoose={choose}>
          {shown}
        </Tabs>
      )}
    </PageFrame>
  );
}

const NONE = {
  when: ({ targets }: { readonly targets: readonly unknown[] }) => targets.length === 0,
  show: <p>Chưa có chỉ tiêu nào ở đây. Chỉ tiêu có khi đơn vị đầu mối xác nhận từ kế hoạch.</p>,
};

interface FilteredProps {
  readonly services: Services;
  /** Key of the ward. */
  readonly ward: string;
  readonly targets: readonly KeptTargetReply[];
}

function Filtered({ services, ward, targets }: FilteredProps) {
  const [standing, choose] = useVisitState('standing');
  const some = standing === '' ? targets : targets.filter((one) => one.standing === standing);
  const chips = (Object.keys(STANDING_NAMES) as Standing[])
    .map((key) => ({
      key,
      title: STANDING_NAMES[key],
      count: targets.filter((one) => one.standing === key).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <CountChips
        label="Lọc theo tình trạng"
        chips={[{ key: '', title: 'Tất cả', count: targets.length }, ...chips]}
        chosen={standing}
        onChoose={choose}
      />
      <HeadedGroups
        items={some}
        headingOf={({ from }) => ({ plain: null, printed: from.group })}
        keyOf={({ id }) => id}
      >
        {(target) => <One {...{ services, ward, target }} />}
      </HeadedGroups>
    </>
  );
}

interface OneProps extends Omit<FilteredProps, 'targets'> {
  readonly target: KeptTargetReply;
}

function One({ services, ward, target }: OneProps) {
  const { id, may, from, name } = target;
  const changed = useWorkChanged(services);
  const act = useWorkAct(changed);
  const decide = (value: string) => async (confirm: boolean, note: string | null) => {
    const body = { confirm, note };
    await workOf(services).keys.press(`decide ${value} ${JSON.stringify(body)}`, () =>
      services.session.call(WORK_ENDPOINTS.decideValue, { path: { id, value }, body }),
    );
    await changed();
  };
  return (
    <KeptTargetCard
      target={target}
      source={sourceOf(ward, from)}
      report={
        may.includes('report') && (
          <Link className="button button--quiet button--wide" to={pageAddress('workTarget', { id })}>
            <PenLine aria-hidden="true" size={20} />
            Nhập số liệu<span className="visually-hidden">: {name}</span>
          </Link>
        )
      }
      decide={(value) =>
        value.state === 'reported' &&
        may.includes('confirm') && (
          <DecisionForm
            act={act}
            yes="Xác nhận số này"
            no="Trả lại"
            noteLabel="Vì sao trả lại"
            noteMissing="Xin ghi lý do, để đơn vị biết cần sửa gì."
            sendBack="Trả lại kèm lý do"
            onDecide={decide(value.id)}
          />
        )
      }
    />
  );
}

/** Where a unit enters what was reached of one target. */
export function TargetValuePage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title="Nhập số liệu" officialsOnly>
      {(office) => <Entering key={id} {...{ services, office, id }} />}
    </WithOffice>
  );
}

function Entering({ services, office, id }: TargetsProps & { readonly id: string }) {
  const goBack = useGoBack();
  const changed = useWorkChanged(services);
  const act = useWorkAct(changed);
  const reading = useTargets(services, office.ward, null);
  const { keys } = workOf(services);
  return (
    <PageFrame title="Nhập số liệu" onBack={goBack}>
      <ReadingView reading={reading} what="chỉ tiêu">
        {({ targets, as_of: asOf }) => (
          <>
            <Entered target={targets.find((one) => one.id === id) ?? null} />
            <div className="card">
              <ValueForm
                asOf={asOf}
                act={act}
                onSend={async (typed) => {
                  await keys.press(`value ${id} ${JSON.stringify(typed)}`, (key) =>
                    services.session.call(WORK_ENDPOINTS.reportValue, { path: { id }, body: { key, ...typed } }),
                  );
                  await changed();
                  goBack();
                }}
              />
            </div>
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}

/** What the figure is of, what the plan wants, and what was said last: so that nobody enters it twice, or in other units. */
function Entered({ target }: { readonly target: KeptTargetReply | null }) {
  if (target === null) return <p className="lead">Không tìm thấy chỉ tiêu này.</p>;
  const { name, unit, reported } = target;
  const newest = reported[0];
  return (
    <>
      <p className="lead">{name}</p>
      <p className="card__text">
        {standingSentence(target)}
        {newest !== undefined && ` Nhập lần cuối: ${newest.value}, ${periodWords(newest.period)}.`}
        {unit !== null && ` Đơn vị tính: ${unit}.`}
      </p>
    </>
  );
}
