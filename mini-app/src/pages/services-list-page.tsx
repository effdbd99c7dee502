import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function ServicesPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Dịch vụ công">
      {(ward) => (
        <PageFrame title="Dịch vụ công" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
