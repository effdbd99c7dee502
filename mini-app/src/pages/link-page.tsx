import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function LinkPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Liên kết tài khoản">
      {(ward) => (
        <PageFrame title="Liên kết tài khoản" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
