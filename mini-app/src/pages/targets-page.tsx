import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function TargetsPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Chỉ tiêu">
      {(ward) => (
        <PageFrame title="Chỉ tiêu" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
