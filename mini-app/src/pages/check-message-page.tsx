import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useEffect, useRef } from 'react';
import { CheckForm } from '../features/announcements/check-form.tsx';
import { CheckResult } from '../features/announcements/check-result.tsx';
import { useCheck } from '../features/announcements/use-check.ts';
import { wardName } from '../features/ward/ward-name.ts';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Tin này có thật không?';

/** Whether a message that came from elsewhere is really the ward's. */
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

function CheckMessage({ services: { api, platform }, ward }: CheckMessageProps) {
  const goBack = useGoBack();
  const { state, check } = useCheck(api, ward.key);
  const outcome = useRef<HTMLDivElement>(null);
  // The keyboard hides the lower half of the screen; the outcome comes into view and is read out.
  useEffect(() => {
    if (state.kind === 'checked' || state.kind === 'failed') outcome.current?.focus();
  }, [state.kind]);
  return (
    <PageFrame title={TITLE} onBack={goBack}>
      <p className="lead">Dán tin nhắn bác nhận được để biết có đúng là thông báo của {wardName(ward)} hay không.</p>
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
    </PageFrame>
  );
}
