import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function PrivacyPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Quyền riêng tư">
      {(ward) => (
        <PageFrame title="Quyền riêng tư" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
