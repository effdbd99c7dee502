import { useSearchParams } from 'react-router-dom';
import { LoudScript } from '../features/sending/loud-script.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import type { PageProps } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useHandout } from './use-handout.ts';

/** The words for the loudspeaker, large. */
export function LoudScriptPage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { reading, isNobody } = useHandout(services, readPageParts(search).id ?? '');
  return (
    <PageFrame title="Bài đọc loa" onBack={goBack}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="bài đọc">
          {({ script }) => <LoudScript script={script} />}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
