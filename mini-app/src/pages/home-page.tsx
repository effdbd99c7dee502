import { PageFrame } from '../ui/page-frame.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps } from './services.ts';
import { WithWard } from './with-ward.tsx';

export function HomePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Trang chủ">
      {(ward) => (
        <PageFrame title="Trang chủ" foot={<BottomNavigation />}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
