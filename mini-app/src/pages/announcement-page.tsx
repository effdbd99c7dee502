import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function AnnouncementPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Thông báo">
      {(ward) => (
        <PageFrame title="Thông báo" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
