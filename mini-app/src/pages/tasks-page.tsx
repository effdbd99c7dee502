import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function TasksPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Nhiệm vụ">
      {(ward) => (
        <PageFrame title="Nhiệm vụ" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
