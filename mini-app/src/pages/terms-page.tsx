import { useSyncExternalStore } from 'react';
import { LegalText } from '../features/me/legal-text.tsx';
import { TERMS_OF_USE, TERMS_SINCE } from '../features/me/terms-of-use.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Readable by anyone, also before a ward is chosen. */
export function TermsPage({ services: { wards } }: PageProps) {
  const { chosen } = useSyncExternalStore(wards.subscribe, wards.snapshot);
  return (
    <PageFrame title="Điều khoản sử dụng Phường Số" onBack={useGoBack()}>
      <LegalText since={TERMS_SINCE} sections={TERMS_OF_USE} ward={chosen} />
    </PageFrame>
  );
}
