import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { ClassCounts } from '../features/classes/class-counts.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Số người đã học';

/** For the ward's officials and leaders. */
export function ClassCountsPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardCounts services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardCountsProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardCounts({ services, ward }: WardCountsProps) {
  const goBack = useGoBack();
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['learning-counts', ward.key],
    endpoint: CLASS_ENDPOINTS.learningCounts,
    options: { query: { ward: ward.key } },
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="số người đã học">
          {(counts) => <ClassCounts counts={counts} />}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
