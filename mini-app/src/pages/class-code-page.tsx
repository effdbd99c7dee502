import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { CheckInCode } from '../features/classes/check-in-code.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** The code holds five minutes by the server's clock, which this phone's may differ from: asking often needs neither. */
const ASK_AGAIN_MS = 30_000;

/** The check-in code on the teacher's phone; renews itself as long as it is shown. */
export function ClassCodePage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { id: asked, ward } = readPageParts(search);
  const id = asked ?? '';
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['check-in-code', id],
    endpoint: CLASS_ENDPOINTS.checkInCode,
    options: { path: { id } },
  });
  const refresh = reading.kind === 'shown' ? reading.refresh : null;
  useEffect(() => {
    if (refresh === null) return;
    const timer = setInterval(() => void refresh(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <PageFrame title="Mã điểm danh" onBack={goBack}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="mã điểm danh">
          {({ code, address, valid_until }) => (
            <CheckInCode
              code={code}
              address={address ?? services.platform.shareableLink(pageAddress('oneClass', { ward, id, code }))}
              validUntil={valid_until}
            />
          )}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
