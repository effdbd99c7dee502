import { useSyncExternalStore } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { PassageView } from '../features/passage/passage-view.tsx';
import { wardTitle } from '../features/ward/ward-name.ts';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPassageAddress } from './addresses.ts';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** A cited passage, opened from an answer or from a link. Ward and number stay in view: two wards can share a number. */
export function PassagePage({ services: { api, wards } }: PageProps) {
  const { ward: wardKey } = useParams();
  const [search] = useSearchParams();
  const address = readPassageAddress(wardKey, search);
  const { documentId, sectionId, quote } = address;
  const reading = useReading({
    key: ['passage', address.ward, documentId, sectionId, quote],
    load: (signal) => api.passage(address, signal),
  });
  const known = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const ward = [...known.wards, known.chosen].find((candidate) => candidate?.key === wardKey);
  const number = reading.kind === 'shown' ? reading.data.document.number : null;
  const goBack = useGoBack();
  return (
    <PageFrame
      title="Trích văn bản"
      onBack={goBack}
      note={
        <p className="page-header__note">
          {ward && <span>{wardTitle(ward)}</span>}
          {number !== null && <span>Số {number}</span>}
        </p>
      }
    >
      <ReadingView reading={reading} what="đoạn văn bản">
        {(passage) => <PassageView passage={passage} citedQuote={quote} />}
      </ReadingView>
    </PageFrame>
  );
}
