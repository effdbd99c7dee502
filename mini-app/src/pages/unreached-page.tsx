import { useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { UnreachedView } from '../features/sending/unreached-view.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import type { PageProps } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';

/** Whom an announcement did not reach, to be told in person. */
export function UnreachedPage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['unreached', id],
    endpoint: BROADCAST_ENDPOINTS.unreached,
    options: { path: { id } },
  });
  return (
    <PageFrame title="Những hộ cần báo trực tiếp" onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="danh sách">
          {(unreached) => <UnreachedView unreached={unreached} />}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
