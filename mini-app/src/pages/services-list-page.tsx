import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSearchParams } from 'react-router-dom';
import { ServiceList } from '../features/public-services/service-list.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

/** Dịch vụ công: the procedures that the ward's people need. */
export function ServicesPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Dịch vụ công">
      {(ward) => <WardServices services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardServicesProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardServices({ services: { api }, ward }: WardServicesProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const reading = useReading({ key: ['services', ward.key], load: (signal) => api.services(ward.key, signal) });
  const refresh = reading.kind === 'shown' ? { onRefresh: reading.refresh } : {};
  return (
    <PageFrame title="Dịch vụ công" onBack={goBack} {...refresh}>
      <ReadingView
        reading={reading}
        what="danh sách thủ tục"
        empty={{
          when: (all) => all.length === 0,
          show: <p>Chưa có thủ tục nào ở đây. Xin hỏi Trung tâm Phục vụ hành chính công của phường.</p>,
        }}
      >
        {(all) => (
          <ServiceList
            services={all}
            sought={readPageParts(search).question ?? ''}
            addressOf={(id) => pageAddress('service', { id })}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
