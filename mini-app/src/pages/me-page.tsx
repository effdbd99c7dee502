import { PageFrame } from '../ui/page-frame.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps } from './services.ts';
import { WithWard } from './with-ward.tsx';

export function MePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Tôi">
      {(ward) => (
        <PageFrame title="Tôi" foot={<BottomNavigation />}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
