import { PageFrame } from '../ui/page-frame.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps } from './services.ts';
import { WithWard } from './with-ward.tsx';

export function AnnouncementsPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Thông báo">
      {(ward) => (
        <PageFrame title="Thông báo" foot={<BottomNavigation />}>
          <p>{ward.label}</p>
        </PageFrame>
      )}
    </WithWard>
  );
}
