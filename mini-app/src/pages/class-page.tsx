import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { CLASS_ENDPOINTS, type PlaceReply } from '../api/class-endpoints.ts';
import { ClassDetail } from '../features/classes/class-detail.tsx';
import { LeadClass } from '../features/classes/lead-class.tsx';
import { OwnPlace } from '../features/classes/own-place.tsx';
import { groupOf } from '../features/ward/group-store.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useOwnReading, usePerson } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

export function ClassPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Lớp học">
      {(ward) => <OneClass services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface OneClassProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function OneClass({ services, ward }: OneClassProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { id: asked, code } = readPageParts(search);
  const id = asked ?? '';
  const reading = useOwnReading(services, {
    key: ['class', id],
    endpoint: CLASS_ENDPOINTS.oneClass,
    options: { path: { id } },
  });
  const refresh = () => {
    if (reading.kind === 'shown') void reading.refresh();
  };
  return (
    <PageFrame title="Lớp học" onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="lớp học">
        {(held) => <ShownClass services={services} ward={ward} held={held} code={code} onFailed={refresh} />}
      </ReadingView>
    </PageFrame>
  );
}

interface ShownClassProps extends OneClassProps {
  readonly held: ClassReply;
  readonly code: string | null;
  readonly onFailed: () => void;
}

function ShownClass({ services, ward, held, code, onFailed }: ShownClassProps) {
  const { session, queries, groups } = services;
  const person = usePerson(services);
  const { value: chosen } = useSyncExternalStore(groups.subscribe, groups.snapshot);
  const { id } = held;
  const path = { id };
  /** The reply is the class as it is now; lists are read anew when they are next seen. */
  const show = async (changed: ClassReply) => {
    const key = ['class', id, 'own', `${personNow(services) ?? person}`];
    queries.setQueryData(key, changed);
    await queries.invalidateQueries({ queryKey: ['classes'] });
  };
  const showPlace = async (reply: Promise<PlaceReply>) => show((await reply).held);
  return (
    <>
      <ClassDetail held={held} courseAddress={(course) => pageAddress('course', { id: course })} />
      <OwnPlace
        held={held}
        groups={ward.known?.groups ?? []}
        group={ward.known === null ? null : (groupOf(chosen, ward.known)?.id ?? null)}
        code={code}
        onTake={(body) => showPlace(session.call(CLASS_ENDPOINTS.takePlace, { path, body }))}
        onGiveUp={() => showPlace(session.call(CLASS_ENDPOINTS.giveUpPlace, { path }))}
        onCheckIn={(typed) => showPlace(session.call(CLASS_ENDPOINTS.checkIn, { path, body: { code: typed } }))}
        onFailed={onFailed}
      />
      {held.may_lead && (
        <LeadClass
          held={held}
          rollAddress={pageAddress('roll', { ward: held.ward, id })}
          codeAddress={pageAddress('classCode', { ward: held.ward, id })}
          onCancel={async (reason) => show(await session.call(CLASS_ENDPOINTS.cancelClass, { path, body: { reason } }))}
          onFailed={onFailed}
        />
      )}
    </>
  );
}

/** The call may have signed the person in only now. */
function personNow({ session }: Services): string | null {
  const snapshot = session.snapshot();
  return snapshot.kind === 'signed_in' ? `${snapshot.user.id} ${snapshot.user.role}` : null;
}
