import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ChartColumn, Megaphone, Plus } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { ClassList } from '../features/classes/class-list.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useOwnReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Lớp học gần nhà';

/** Classes that the ward's people meet for. */
export function ClassesPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardClasses services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardClassesProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardClasses({ services, ward }: WardClassesProps) {
  const goBack = useGoBack();
  const reading = useOwnReading(services, {
    key: ['classes', ward.key],
    endpoint: CLASS_ENDPOINTS.classes,
    options: { query: { ward: ward.key } },
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <p className="lead">Có người hướng dẫn từng bước. Bấm vào lớp để xem và đăng ký.</p>
      <LeaderRows services={services} ward={ward} />
      <ReadingView
        reading={reading}
        what="danh sách lớp"
        empty={{
          when: ({ classes }) => classes.length === 0,
          show: <p>Chưa có lớp nào sắp mở. Trong lúc chờ, bác có thể tự học ở mục “Học kỹ năng số”.</p>,
        }}
      >
        {({ classes }) => (
          <ClassList classes={classes} addressOf={(id) => pageAddress('oneClass', { ward: ward.key, id })} />
        )}
      </ReadingView>
    </PageFrame>
  );
}

/** For those who may open a class here. */
function LeaderRows({ services: { session }, ward }: WardClassesProps) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  if (snapshot.kind !== 'signed_in') return null;
  const { role, ward: own } = snapshot.user;
  if (role === 'resident' || own !== ward.key) return null;
  return (
    <ul className="rows" aria-label="Dành cho cán bộ, tổ trưởng">
      <LinkRow to={ROUTES.openClass} icon={<Plus aria-hidden="true" size={24} />} title="Mở lớp mới" />
      <LinkRow
        to={ROUTES.classCounts}
        icon={<ChartColumn aria-hidden="true" size={24} />}
        title="Số người đã học"
        lines={['Để báo cáo theo kế hoạch']}
      />
      {role !== 'leader' && (
        <LinkRow
          to={ROUTES.reach}
          icon={<Megaphone aria-hidden="true" size={24} />}
          title="Tin nào đến được bà con"
          lines={['Cách gửi, loại tin, giờ xem']}
        />
      )}
    </ul>
  );
}
