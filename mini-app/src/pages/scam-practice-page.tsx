import { useMemo } from 'react';
import { createScamApi } from '../api/scam-endpoints.ts';
import { Practice } from '../features/scam-practice/practice.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { ROUTES } from './addresses.ts';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Lừa đảo hay thật?: made-up messages to practise on; goes on without a network once it was opened. */
export function ScamPracticePage({ services: { client } }: PageProps) {
  const goBack = useGoBack();
  const scams = useMemo(() => createScamApi(client), [client]);
  const reading = useReading({ key: ['scam-practice'], load: (signal) => scams.practice(signal) });
  return (
    <PageFrame title="Lừa đảo hay thật?" onBack={goBack}>
      <ReadingView
        reading={reading}
        what="các tin để luyện"
        empty={{ when: (items) => items.length === 0, show: <p>Chưa có tin nào để luyện.</p> }}
      >
        {(items) => <Practice items={items} checkAddress={ROUTES.checkMessage} />}
      </ReadingView>
    </PageFrame>
  );
}
