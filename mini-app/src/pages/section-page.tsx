import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function SectionPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Mục của kế hoạch">
      {(ward) => (
        <PageFrame title="Mục của kế hoạch" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
