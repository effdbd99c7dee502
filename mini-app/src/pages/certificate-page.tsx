import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LEARNING_ENDPOINTS } from '../api/learning-endpoints.ts';
import { CertificateForm } from '../features/courses/certificate-form.tsx';
import { CertificateView } from '../features/courses/certificate-view.tsx';
import { CertificateWait } from '../features/courses/certificate-wait.tsx';
import { isComplete } from '../features/courses/course-way.ts';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import { courseAddresses } from './learning-addresses.ts';
import { learningOf } from './learning-services.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useCourse } from './use-learning.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Giấy chứng nhận';

/** The certificate of one course: what it still takes, the name to print, or the certificate itself. */
export function CertificatePage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardCertificate services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardCertificateProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardCertificate({ services, ward }: WardCertificateProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { reading, state } = useCourse(services, ward, readPageParts(search).id);
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      {state.certificate !== null ? (
        <Issued services={services} code={state.certificate.code} />
      ) : (
        <ReadingView reading={reading} what="khóa học">
          {(course) =>
            isComplete(course, state) ? (
              <AskForIt services={services} ward={ward.key} course={course.id} />
            ) : (
              <CertificateWait course={course} state={state} addresses={courseAddresses(course.id)} />
            )
          }
        </ReadingView>
      )}
    </PageFrame>
  );
}

function Issued({ services, code }: PageProps & { readonly code: string }) {
  const { api, platform, serverAddress } = services;
  const reading = useReading({
    key: ['certificate', code],
    load: (signal) => api.certificate(code, signal),
    // It has the person's name on it.
    keep: false,
  });
  return (
    <ReadingView reading={reading} what="giấy chứng nhận">
      {(certificate) => (
        <CertificateView
          certificate={certificate}
          addressOf={serverAddress}
          onOpen={(address) => void platform.openExternal(address)}
          onCopy={(text) => platform.copyText(text)}
          onShare={(text) => {
            const address = courseAddresses(certificate.course.id).course;
            return platform.share({ title: `Giấy chứng nhận: ${certificate.course.title}`, text, address });
          }}
        />
      )}
    </ReadingView>
  );
}

interface AskForItProps {
  readonly services: Services;
  readonly ward: string;
  readonly course: string;
}

function AskForIt({ services, ward, course }: AskForItProps) {
  const { session } = services;
  const { progress, sync } = learningOf(services);
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const ask = async (name: string) => {
    await session.ensureToken();
    // What was learnt without a network counts too.
    await sync.run();
    const { code, issued_at } = await session.call(LEARNING_ENDPOINTS.certify, { body: { ward, course, name } });
    await progress.certified(course, { code, issuedAt: issued_at });
  };
  return (
    <>
      <p className="lead">Đã học xong. Xin ghi tên để nhận giấy chứng nhận.</p>
      <CertificateForm name={snapshot.kind === 'signed_in' ? (snapshot.user.name ?? '') : ''} onAsk={ask} />
    </>
  );
}
