import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function CheckMessagePage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Tin này có thật không?">
      {(ward) => (
        <PageFrame title="Tin này có thật không?" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
