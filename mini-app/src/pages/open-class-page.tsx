import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { OpenClassForm } from '../features/classes/open-class-form.tsx';
import { useReading } from '../reading/reading.ts';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { todayInVietnam } from '../ui/today.ts';
import { pageAddress } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { usePerson } from './use-own-reading.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Mở lớp mới';

/** For leaders and officials; the server decides who may. */
export function OpenClassPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <OpenWardClass services={services} ward={ward} />}
    </WithWard>
  );
}

interface OpenWardClassProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function OpenWardClass({ services, ward }: OpenWardClassProps) {
  const { api, session, queries } = services;
  const goBack = useGoBack();
  const navigate = useNavigate();
  usePerson(services);
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const courses = useReading({ key: ['courses', ward.key], load: (signal) => api.courses(ward.key, signal) });
  const user = snapshot.kind === 'signed_in' && snapshot.user.ward === ward.key ? snapshot.user : null;
  const wholeWard = user?.role === 'official' || user?.role === 'admin';
  const own = user?.role === 'leader' ? ward.groups.filter(({ id }) => id === user.group) : [];
  const groups = wholeWard ? ward.groups : own;
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      {wholeWard || groups.length > 0 ? (
        <OpenClassForm
          courses={courses.kind === 'shown' ? courses.data : []}
          groups={groups}
          wholeWard={wholeWard}
          today={todayInVietnam()}
          onOpen={async (body) => {
            const held = await session.call(CLASS_ENDPOINTS.openClass, { body: { ward: ward.key, ...body } });
            await queries.invalidateQueries({ queryKey: ['classes'] });
            navigate(pageAddress('oneClass', { ward: ward.key, id: held.id }), { replace: true });
          }}
        />
      ) : (
        snapshot.kind !== 'signing_in' && (
          <Notice tone="info">Chỉ tổ trưởng tổ dân phố và cán bộ của phường mở được lớp học.</Notice>
        )
      )}
    </PageFrame>
  );
}
