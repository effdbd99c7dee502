import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { bySituation } from '../features/public-services/group-services.ts';
import { capitalised } from '../features/public-services/situation-entries.tsx';
import { SituationView } from '../features/public-services/situation-view.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

/** What has happened in life, and everything that it brings to do. */
export function SituationPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Việc trong nhà">
      {(ward) => <OneSituation services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface OneSituationProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function OneSituation({ services: { api, checklists, platform }, ward }: OneSituationProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const situation = readPageParts(search).question ?? '';
  const { value: ticked } = useSyncExternalStore(checklists.subscribe, checklists.snapshot);
  const reading = useReading({
    key: ['situation', ward.key, situation],
    load: async (signal) => {
      const found = bySituation(await api.services(ward.key, signal)).find((one) => one.situation === situation);
      return Promise.all((found?.services ?? []).map(({ id }) => api.service(ward.key, id, signal)));
    },
  });
  const title = capitalised(situation);
  const address = pageAddress('situation', { ward: ward.key, question: situation });
  // Chosen procedures are kept like ticked papers, under what they are chosen for.
  const chosenFor = `viec: ${situation}`;
  return (
    <PageFrame title={title} onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView
        reading={reading}
        what="các thủ tục"
        empty={{
          when: (all) => all.length === 0,
          show: <p>Chưa có thủ tục nào cho việc này. Xin hỏi Trung tâm Phục vụ hành chính công của phường.</p>,
        }}
      >
        {(all) => (
          <SituationView
            services={all}
            wanted={ticked[chosenFor] ?? []}
            ticked={ticked}
            contact={ward.known?.contact ?? null}
            addressOf={(id) => pageAddress('service', { ward: ward.key, id })}
            onWant={(id, wanted) => void checklists.tick(chosenFor, id, wanted)}
            onTick={(service, paper, ready) => void checklists.tick(service, paper, ready)}
            onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
            onCopy={(text) => platform.copyText(text)}
            onShare={(text) => platform.share({ title, text, address })}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}
