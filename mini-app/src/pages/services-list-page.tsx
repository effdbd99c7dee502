import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { ServiceFinder } from '../features/public-services/service-finder.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
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
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const reading = useReading({ key: ['services', ward.key], load: (signal) => api.services(ward.key, signal) });
  return (
    <PageFrame title="Dịch vụ công" onBack={goBack} {...refreshOf(reading)}>
      <ReadingView
        reading={reading}
        what="danh sách thủ tục"
        empty={{
          when: (all) => all.length === 0,
          show: <p>Chưa có thủ tục nào ở đây. Xin hỏi Trung tâm Phục vụ hành chính công của phường.</p>,
        }}
      >
        {(all) => (
          <ServiceFinder
            services={all}
            sought={readPageParts(search).question ?? ''}
            addressOf={(id) => pageAddress('service', { id })}
            situationAddress={(situation) => pageAddress('situation', { question: situation })}
            onAsk={(question) => navigate(pageAddress('ask', { question }))}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
