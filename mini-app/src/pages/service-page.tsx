import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ServiceView } from '../features/public-services/service-view.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, passageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

export function ServicePage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Thủ tục">
      {(ward) => <OneService services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface OneServiceProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function OneService({ services: { api, checklists, platform }, ward }: OneServiceProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const { value: ticked } = useSyncExternalStore(checklists.subscribe, checklists.snapshot);
  const addressOf = (one: string) => pageAddress('service', { ward: ward.key, id: one });
  const reading = useReading({
    key: ['service', ward.key, id],
    load: (signal) => api.service(ward.key, id, signal),
  });
  return (
    <PageFrame title="Thủ tục" onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="thủ tục">
        {(service) => (
          <ServiceView
            key={service.id}
            service={service}
            tickedPapers={ticked[service.id] ?? []}
            onTick={(paper, ready) => void checklists.tick(service.id, paper, ready)}
            onReset={() => void checklists.reset(service.id)}
            onCopy={(text) => platform.copyText(text)}
            onShare={(text) => platform.share({ title: service.title, text, address: addressOf(service.id) })}
            addressOf={addressOf}
            contact={ward.known?.contact ?? null}
            onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
            planAddress={({ document_id: documentId, section_id: sectionId, quote }) =>
              sectionId === null ? null : passageAddress({ ward: ward.key, documentId, sectionId, quote })
            }
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
