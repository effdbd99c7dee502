import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ShieldQuestion } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { createAnnouncementApi } from '../api/announcement-endpoints.ts';
import { createScamApi } from '../api/scam-endpoints.ts';
import { CheckForm } from '../features/announcements/check-form.tsx';
import { CheckResult } from '../features/announcements/check-result.tsx';
import { useCheck } from '../features/announcements/use-check.ts';
import { wardName } from '../features/ward/ward-name.ts';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Tin này có thật không?';

/** The one place for a doubtful message: whether it is the ward's, and whether it has signs of a scam. */
export function CheckMessagePage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <CheckMessage services={services} ward={ward} />}
    </WithWard>
  );
}

interface CheckMessageProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function CheckMessage({ services: { client, platform }, ward }: CheckMessageProps) {
  const goBack = useGoBack();
  const api = useMemo(() => createAnnouncementApi(client), [client]);
  const scams = useMemo(() => createScamApi(client), [client]);
  const { state, check } = useCheck(api, scams, ward.key);
  const outcome = useRef<HTMLDivElement>(null);
  // The keyboard hides the lower half of the screen; the outcome comes into view and is read out.
  useEffect(() => {
    if (state.kind === 'checked' || state.kind === 'failed') outcome.current?.focus();
  }, [state.kind]);
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      <p className="lead">
        Dán tin nhắn bác nhận được. Máy xem hai điều: có đúng là thông báo của {wardName(ward)} không, và có dấu hiệu
        lừa đảo không.
      </p>
      <CheckForm busy={state.kind === 'checking'} onCheck={(text) => void check(text)} />
      <div ref={outcome} tabIndex={-1} className="check-outcome">
        {state.kind === 'checked' && (
          <CheckResult
            result={state.result}
            message={state.message}
            hotline={ward.contact.hotline}
            addressOf={(id) => pageAddress('announcement', { id })}
            onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
          />
        )}
        {state.kind === 'failed' && (
          <div role="alert">
            <Notice tone="warning">{state.words}</Notice>
          </div>
        )}
      </div>
      <ul className="rows check-more">
        <LinkRow
          to={ROUTES.scamPractice}
          icon={<ShieldQuestion aria-hidden="true" size={24} />}
          title="Tập nhận ra: lừa đảo hay thật?"
          lines={['Tin bịa để luyện, mỗi màn hình một tin']}
        />
      </ul>
    </PageFrame>
  );
}
