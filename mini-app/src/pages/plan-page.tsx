import { PageFrame } from '../ui/page-frame.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps } from './services.ts';
import { WithWard } from './with-ward.tsx';

export function PlanPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Kế hoạch">
      {(ward) => (
        <PageFrame title="Kế hoạch" foot={<BottomNavigation />}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
