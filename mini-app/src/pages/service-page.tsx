import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ServiceView } from '../features/public-services/service-view.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { WithWard } from './with-ward.tsx';

export function ServicePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Thủ tục">
      {(ward) => <OneService services={services} ward={ward} />}
    </WithWard>
  );
}

interface OneServiceProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function OneService({ services: { api, checklists, platform }, ward }: OneServiceProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const { value: ticked } = useSyncExternalStore(checklists.subscribe, checklists.snapshot);
  const reading = useReading({
    key: ['service', ward.key, id],
    load: (signal) => api.service(ward.key, id, signal),
  });
  const refresh = reading.kind === 'shown' ? { onRefresh: reading.refresh } : {};
  return (
    <PageFrame title="Thủ tục" onBack={goBack} {...refresh}>
      <ReadingView reading={reading} what="thủ tục">
        {(service) => (
          <ServiceView
            key={service.id}
            service={service}
            tickedPapers={ticked[service.id] ?? []}
            onTick={(paper, ready) => void checklists.tick(service.id, paper, ready)}
            onReset={() => void checklists.reset(service.id)}
            onCopy={(text) => platform.copyText(text)}
            addressOf={(related) => pageAddress('service', { id: related })}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
