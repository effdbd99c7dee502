import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function CoursesPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithWard services={services} title="Học kỹ năng số">
      {(ward) => (
        <PageFrame title="Học kỹ năng số" onBack={goBack}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
