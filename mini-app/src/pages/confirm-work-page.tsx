import type { ProposalsReply } from '@phuong-so/shared/contracts/work';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { ProposalCard } from '../features/work/proposal-card.tsx';
import {
  type Choices,
  chooseAll,
  keyOf,
  MATCH_NAMES,
  MATCHES,
  NOT_CHOSEN,
  type TaskProposal,
  toConfirm,
} from '../features/work/proposal-choice.ts';
import { SupersedeCard } from '../features/work/supersede-card.tsx';
import { TargetProposals } from '../features/work/target-proposals.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { ActFailure } from '../ui/act-failure.tsx';
import { CountChips } from '../ui/count-chips.tsx';
import { HeadedGroups } from '../ui/headed-groups.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useVisitState } from '../ui/use-visit-state.ts';
import { pageAddress, ROUTES } from './addresses.ts';
import { byDocument, sourceOf, useGroupHeading } from './plan-facts.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useWorkAct, useWorkChanged, type WorkAct } from './use-work.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Xác nhận từ kế hoạch';

/** Where the standing unit turns what was read of the plans into tasks that somebody answers for. */
export function ConfirmWorkPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Proposals services={services} office={office} />}
    </WithOffice>
  );
}

interface ProposalsProps {
  readonly services: Services;
  readonly office: Office;
}

function Proposals({ services, office }: ProposalsProps) {
  const goBack = useGoBack();
  const changed = useWorkChanged(services);
  const act = useWorkAct(changed);
  const [choices, setChoices] = useState<Choices>({});
  const [said, setSaid] = useState('');
  const [tab, showTab] = useVisitState('tab', 'tasks');
  const { reading } = useSignedInReading(services, {
    key: ['work-proposals', office.ward],
    endpoint: WORK_ENDPOINTS.workProposals,
    options: { query: { ward: office.ward } },
  });
  const reply = reading.kind === 'shown' ? reading.data : null;
  const tasks = toConfirm(reply?.tasks ?? [], choices);
  const targets = (reply?.targets ?? []).filter(({ match }) => match === 'new');
  const isTargets = tab === 'targets';
  const confirm = () =>
    void act.act(async () => {
      const body = {
        ward: office.ward,
        tasks: isTargets ? [] : tasks,
        targets: isTargets ? targets.map(({ from }) => ({ document_id: from.document_id, fact_id: from.fact_id })) : [],
      };
      const done = await services.session.call(WORK_ENDPOINTS.confirmWork, { body });
      setChoices({});
      setSaid(isTargets ? `Đã xác nhận ${done.targets} chỉ tiêu.` : `Đã xác nhận ${done.tasks.length} nhiệm vụ.`);
      await changed();
    });
  const count = isTargets ? targets.length : tasks.length;
  return (
    <PageFrame
      title={TITLE}
      onBack={goBack}
      foot={reply && <Foot {...{ act, said, count }} what={isTargets ? 'chỉ tiêu' : 'nhiệm vụ'} onPress={confirm} />}
      {...refreshOf(reading)}
    >
      <ReadingView reading={reading} what="nhiệm vụ trong kế hoạch">
        {(data) => (
          <>
            <SupersedeCard
              documents={data.documents}
              act={act}
              onSupersede={async (older, newer) => {
                const body = { ward: office.ward, older, newer };
                const { superseded } = await services.session.call(WORK_ENDPOINTS.supersede, { body });
                setSaid(`Đã ghi: ${superseded} nhiệm vụ của kế hoạch cũ được thay.`);
                await changed();
              }}
            />
            <Tabs
              label="Xác nhận gì"
              tabs={[
                { key: 'tasks', title: `Nhiệm vụ (${data.tasks.length})` },
                { key: 'targets', title: `Chỉ tiêu (${data.targets.length})` },
              ]}
              chosen={isTargets ? 'targets' : 'tasks'}
              onChoose={showTab}
            >
              {isTargets ? (
                <TargetProposals
                  targets={data.targets}
                  sourceOf={({ from }) => sourceOf(office.ward, from)}
                  targetsAddress={ROUTES.workTargets}
                />
              ) : (
                <TaskRows {...{ services, data, choices, setChoices }} ward={office.ward} />
              )}
            </Tabs>
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface FootProps {
  readonly act: WorkAct;
  readonly said: string;
  readonly count: number;
  readonly what: string;
  readonly onPress: () => void;
}

function Foot({ act: { busy, error }, said, count, what, onPress }: FootProps) {
  return (
    <div className="page-foot">
      <ActFailure error={error} />
      <p role="status" className="page-foot__note">
        {said}
      </p>
      {said !== '' && count === 0 ? (
        <Link className="button button--primary button--wide" to={ROUTES.work}>
          Xem việc đã xác nhận
        </Link>
      ) : (
        <button
          type="button"
          className="button button--primary button--wide"
          disabled={busy || count === 0}
          onClick={onPress}
        >
          {busy ? 'Đang ghi…' : count === 0 ? `Chưa chọn ${what} nào` : `Xác nhận ${count} ${what}`}
        </button>
      )}
    </div>
  );
}

interface TaskRowsProps {
  readonly services: Services;
  readonly data: ProposalsReply;
  readonly ward: string;
  readonly choices: Choices;
  readonly setChoices: (choices: Choices) => void;
}

function TaskRows({ services, data: { tasks, units }, ward, choices, setChoices }: TaskRowsProps) {
  const [match, choose] = useVisitState('match');
  const some = match === '' ? tasks : tasks.filter((one) => one.match === match);
  const fresh = tasks.filter((one) => one.match === 'new');
  const isAll = toConfirm(tasks, choices).length > 0;
  return (
    <>
      <CountChips
        label="Lọc theo tình trạng"
        chips={[{ key: '', title: 'Tất cả', count: tasks.length }, ...chipsOf(tasks)]}
        chosen={match}
        onChoose={choose}
      />
      {fresh.length > 0 && (
        <button
          type="button"
          className="button button--quiet button--wide work-press"
          onClick={() => setChoices(chooseAll(tasks, choices, !isAll))}
        >
          {isAll ? 'Bỏ chọn tất cả' : `Chọn tất cả ${fresh.length} nhiệm vụ chưa xác nhận`}
        </button>
      )}
      {byDocument(some.map((one) => ({ ...one.from, one }))).map(([documentId, rows]) => (
        <PlanRows
          key={documentId}
          {...{ services, ward, documentId, units, choices, setChoices }}
          tasks={rows.map(({ one }) => one)}
        />
      ))}
    </>
  );
}

interface PlanRowsProps extends Omit<TaskRowsProps, 'data'> {
  readonly documentId: string;
  readonly units: ProposalsReply['units'];
  readonly tasks: readonly TaskProposal[];
}

/** Of one plan, in its groups. */
function PlanRows({ services, ward, documentId, units, tasks, choices, setChoices }: PlanRowsProps) {
  const headingOf = useGroupHeading(services.api, ward, documentId);
  return (
    <HeadedGroups items={tasks} headingOf={({ from }) => headingOf(from)} keyOf={keyOf}>
      {(proposal) => (
        <ProposalCard
          {...{ proposal, units }}
          choice={choices[keyOf(proposal)] ?? NOT_CHOSEN}
          source={sourceOf(ward, proposal.from)}
          workAddress={(id) => pageAddress('oneWork', { id })}
          onChoose={(choice) => setChoices({ ...choices, [keyOf(proposal)]: choice })}
        />
      )}
    </HeadedGroups>
  );
}

function chipsOf(tasks: readonly TaskProposal[]) {
  return MATCHES.map((key) => ({
    key,
    title: MATCH_NAMES[key],
    count: tasks.filter((one) => one.match === key).length,
  })).filter(({ count }) => count > 0);
}
