import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function TermsPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Điều khoản sử dụng">
      {(ward) => (
        <PageFrame title="Điều khoản sử dụng" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
