import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function MyDataPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Dữ liệu của tôi">
      {(ward) => (
        <PageFrame title="Dữ liệu của tôi" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
