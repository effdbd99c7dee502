import { useParams, useSearchParams } from 'react-router-dom';
import { Page } from 'zmp-ui';
import { PassageView } from '../features/passage/passage-view.tsx';
import { usePassage } from '../features/passage/use-passage.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { readPassageAddress } from './addresses.ts';
import type { Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** A cited passage, opened from an answer or from a link. */
export function PassagePage({ services: { api } }: { readonly services: Services }) {
  const { ward } = useParams();
  const [search] = useSearchParams();
  const address = readPassageAddress(ward, search);
  const { state, retry } = usePassage(api, address);
  const goBack = useGoBack();
  return (
    <Page className="page page--over">
      <PageHeader title="Trích văn bản" onBack={goBack} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <main className="page-main" tabIndex={0} aria-label="Đoạn văn bản">
        <PassageView state={state} citedQuote={address.quote} onRetry={retry} />
      </main>
    </Page>
  );
}
