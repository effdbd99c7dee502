import { useSyncExternalStore } from 'react';
import { LegalText } from '../features/me/legal-text.tsx';
import { PRIVACY_POLICY, PRIVACY_SINCE } from '../features/me/privacy-policy.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Readable by anyone, also before a ward is chosen. */
export function PrivacyPage({ services: { wards } }: PageProps) {
  const { chosen } = useSyncExternalStore(wards.subscribe, wards.snapshot);
  return (
    <PageFrame title="Chính sách quyền riêng tư của Phường Số" onBack={useGoBack()}>
      <LegalText since={PRIVACY_SINCE} sections={PRIVACY_POLICY} ward={chosen} />
    </PageFrame>
  );
}
