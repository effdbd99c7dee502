import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { Award } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { printedDay } from '../ui/vietnam-time.ts';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useProgress } from './use-learning.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Giấy chứng nhận của tôi';

export function CertificatesPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <MyCertificates services={services} ward={ward} />}
    </WithWard>
  );
}

interface MyCertificatesProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function MyCertificates({ services, ward }: MyCertificatesProps) {
  const goBack = useGoBack();
  const { value: progress } = useProgress(services);
  const reading = useReading({
    key: ['courses', ward.key],
    load: (signal) => services.api.courses(ward.key, signal),
  });
  const none = (
    <>
      <p>Chưa có giấy chứng nhận nào. Học xong một khóa thì nhận được ngay.</p>
      <Link className="button button--primary course__go" to={ROUTES.courses}>
        Xem các khóa học
      </Link>
    </>
  );
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <ReadingView
        reading={reading}
        what="giấy chứng nhận"
        empty={{ when: (all) => !all.some(({ id }) => progress.courses[id]?.certificate), show: none }}
      >
        {(all) => (
          <ul className="rows">
            {all.map(({ id, title }) => {
              const certificate = progress.courses[id]?.certificate;
              if (!certificate) return null;
              return (
                <LinkRow
                  key={id}
                  to={pageAddress('certificate', { id })}
                  title={title}
                  lines={[`Ngày ${printedDay(certificate.issuedAt)}, mã ${certificate.code}`]}
                  icon={<Award aria-hidden="true" size={24} />}
                />
              );
            })}
          </ul>
        )}
      </ReadingView>
    </PageFrame>
  );
}
