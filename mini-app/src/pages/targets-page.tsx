import type { TargetReply } from '@phuong-so/shared/contracts/facts';
import { TargetCard } from '../features/targets/target-card.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { HeadedGroups } from '../ui/headed-groups.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { byDocument, sourceOf, useGroupHeading } from './plan-facts.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

const NONE = {
  when: (targets: readonly TargetReply[]) => targets.length === 0,
  show: <p>Kế hoạch của phường không đặt chỉ tiêu bằng con số nào.</p>,
};

/** Chỉ tiêu: what is to be reached, and in which year. */
export function TargetsPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title="Chỉ tiêu">
      {(ward) => <WardTargets services={services} ward={ward} />}
    </WithPageWard>
  );
}

function WardTargets({ services: { api }, services, ward }: { readonly services: Services; readonly ward: PageWard }) {
  const goBack = useGoBack();
  const reading = useReading({ key: ['targets', ward.key], load: (signal) => api.targets(ward.key, signal) });
  return (
    <PageFrame title="Chỉ tiêu" onBack={goBack} note={ward.note} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="chỉ tiêu" empty={NONE}>
        {(targets) => (
          <>
            <p className="facts-head">{targets.length} chỉ tiêu trong kế hoạch.</p>
            {byDocument(targets).map(([documentId, some]) => (
              <DocumentTargets
                key={documentId}
                services={services}
                ward={ward.key}
                documentId={documentId}
                targets={some}
              />
            ))}
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface DocumentTargetsProps {
  readonly services: Services;
  readonly ward: string;
  readonly documentId: string;
  readonly targets: readonly TargetReply[];
}

function DocumentTargets({ services: { api }, ward, documentId, targets }: DocumentTargetsProps) {
  const headingOf = useGroupHeading(api, ward, documentId);
  const othersOf = ({ contradicts }: TargetReply) => targets.filter(({ id }) => contradicts.includes(id));
  return (
    <HeadedGroups items={targets} headingOf={headingOf} keyOf={({ id }) => id}>
      {(target) => <TargetCard target={target} others={othersOf(target)} sourceOf={(one) => sourceOf(ward, one)} />}
    </HeadedGroups>
  );
}
