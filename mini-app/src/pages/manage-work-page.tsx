import type { ProposalsReply, UnitRef, WorkReply } from '@phuong-so/shared/contracts/work';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { EditFields, isComplete } from '../features/work/edit-fields.tsx';
import { CloseCard, EventCard, MuteCard, SplitCard } from '../features/work/manage-cards.tsx';
import { changesOf, clashesOf, type WorkEdit } from '../features/work/work-edit.ts';
import { workTitle } from '../features/work/work-words.ts';
import type { Reading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { ActFailure } from '../ui/act-failure.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { useServerDay } from './use-server-day.ts';
import { useWork, useWorkAct, useWorkChanged } from './use-work.ts';
import { WithOffice } from './with-office.tsx';
import { workOf } from './work-services.ts';

const TITLE = 'Sửa nhiệm vụ';

/** What the standing unit changes of a task; others only silence its reminders. */
export function ManageWorkPage({ services }: PageProps) {
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  return (
    <WithOffice services={services} title={TITLE} officialsOnly>
      {(office) => <Manage key={id} services={services} office={office} id={id} />}
    </WithOffice>
  );
}

interface ManageProps {
  readonly services: Services;
  readonly office: Office;
  readonly id: string;
}

function Manage({ services, office, id }: ManageProps) {
  const goBack = useGoBack();
  const reading = useWork(services, id);
  const units = useSignedInReading(services, {
    key: ['work-proposals', office.ward],
    endpoint: WORK_ENDPOINTS.workProposals,
    options: { query: { ward: office.ward } },
  }).reading;
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      <ReadingView reading={reading} what="nhiệm vụ">
        {({ work }) => <Cards services={services} work={work} units={unitsOf(units, work)} />}
      </ReadingView>
    </PageFrame>
  );
}

/** Also the units that it has, should the ward's list lack them. */
function unitsOf(reading: Reading<ProposalsReply>, { leads, coordinating }: WorkReply): readonly UnitRef[] {
  const all = [...(reading.kind === 'shown' ? reading.data.units : []), ...leads, ...coordinating];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}

interface CardsProps {
  readonly services: Services;
  readonly work: WorkReply;
  readonly units: readonly UnitRef[];
}

function Cards({ services, work, units }: CardsProps) {
  const { session } = services;
  const { keys } = workOf(services);
  const changed = useWorkChanged(services);
  const acts = {
    event: useWorkAct(changed),
    split: useWorkAct(changed),
    mute: useWorkAct(changed),
    close: useWorkAct(changed),
  };
  const goBack = useGoBack();
  const today = useServerDay(services);
  const { id, version, may, due, leads } = work;
  const path = { id };
  const patch = async (change: object) => {
    const body = { version, ...change };
    await keys.press(`change ${id} ${JSON.stringify(body)}`, () =>
      session.call(WORK_ENDPOINTS.changeWork, { path, body }),
    );
    await changed();
  };
  return (
    <>
      <p className="lead">{workTitle(work)}</p>
      {may.includes('edit') && <EditCard services={services} work={work} units={units} />}
      {may.includes('edit') && due.kind === 'after_event' && (
        <EventCard
          work={work}
          act={acts.event}
          onRecord={(event_on, due_after_event) => patch({ event_on, due_after_event })}
        />
      )}
      {may.includes('mute') && (
        <MuteCard
          work={work}
          act={acts.mute}
          today={today}
          onMute={async (until, reason) => {
            const body = { version, until, reason };
            await keys.press(`mute ${id} ${JSON.stringify(body)}`, () =>
              session.call(WORK_ENDPOINTS.muteWork, { path, body }),
            );
            await changed();
          }}
        />
      )}
      {may.includes('edit') && work.state === 'open' && (
        <SplitCard
          key={leads.map((unit) => unit.id).join()}
          {...{ work, units }}
          act={acts.split}
          onSplit={async (chosen) => {
            await keys.press(`split ${id} ${version}`, () =>
              session.call(WORK_ENDPOINTS.splitWork, { path, body: { version, units: chosen } }),
            );
            await changed();
            goBack();
          }}
        />
      )}
      {may.includes('edit') && work.state !== 'superseded' && (
        <CloseCard
          work={work}
          act={acts.close}
          onClose={(isClosed, note) => patch({ state: isClosed ? 'closed' : 'open', note })}
        />
      )}
    </>
  );
}

/** Only what somebody really changed is sent: two people who change different things lose nothing. */
function EditCard({ services, work, units }: CardsProps) {
  const { session } = services;
  const changed = useWorkChanged(services);
  const [edit, setEdit] = useState<WorkEdit>({});
  const [seen, setSeen] = useState(work);
  const [isSaved, setSaved] = useState(false);
  const { busy, error, act, isConflicting } = useWorkAct(changed);
  const changes = changesOf(edit, work);
  const clashes = clashesOf(changes, seen, work);
  const isChanged = Object.keys(changes).length > 0;
  const change = (next: WorkEdit) => {
    if (Object.keys(edit).length === 0) setSeen(work);
    setSaved(false);
    setEdit(next);
  };
  const save = () =>
    void act(async () => {
      const body = { version: work.version, ...changes };
      await session.call(WORK_ENDPOINTS.changeWork, { path: { id: work.id }, body });
      await changed();
      setEdit({});
      setSaved(true);
    });
  return (
    <Card heading="Sửa nội dung">
      <p className="card__text">Nguyên văn trong kế hoạch vẫn giữ bên cạnh, không mất.</p>
      {isConflicting && isChanged && (
        <div className="sending-notice">
          <Notice tone="warning">
            {clashes.length === 0
              ? 'Người khác sửa chỗ khác. Phần anh, chị vừa gõ vẫn còn: bấm Lưu lần nữa là giữ cả hai.'
              : 'Người khác cũng vừa sửa đúng chỗ này, xem lời ghi dưới ô. Bấm Lưu lần nữa thì lấy bản của anh, chị.'}
          </Notice>
        </div>
      )}
      <EditFields {...{ work, edit, units, clashes }} onChange={change} />
      <ActFailure error={error} />
      <p role="status" className="card__text">
        {isSaved ? 'Đã lưu.' : ''}
      </p>
      <button
        type="button"
        className="button button--primary button--wide"
        disabled={busy || !isChanged || !isComplete(edit)}
        onClick={save}
      >
        {busy ? 'Đang lưu…' : 'Lưu'}
      </button>
    </Card>
  );
}
