import { useSearchParams } from 'react-router-dom';
import { SectionText } from '../features/plan/section-text.tsx';
import { ShareSection } from '../features/plan/share-section.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf, usePlanText } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

const TITLE = 'Mục của kế hoạch';

/** One section of a plan. Its address holds the ward: a link opens the same section on every phone. */
export function SectionPage({ services }: PageProps) {
  const [query] = useSearchParams();
  const { documentId, sectionId } = readPageParts(query);
  return (
    <WithPageWard services={services} title={TITLE}>
      {(ward) => (
        <OneSection
          key={sectionId}
          services={services}
          ward={ward}
          documentId={documentId ?? ward.known?.documents[0]?.id ?? ''}
          sectionId={sectionId ?? ''}
        />
      )}
    </WithPageWard>
  );
}

interface OneSectionProps {
  readonly services: Services;
  readonly ward: PageWard;
  readonly documentId: string;
  readonly sectionId: string;
}

function OneSection({ services: { api, platform }, ward, documentId, sectionId }: OneSectionProps) {
  const goBack = useGoBack();
  const reading = usePlanText(api, ward.key, documentId);
  const number = reading.kind === 'shown' ? reading.data.plan.number : null;
  const addressOf = (id: string) => pageAddress('section', { ward: ward.key, documentId, sectionId: id });
  const plan = pageAddress('plan', { ward: ward.key, documentId });
  const note = (
    <>
      {ward.note}
      {number !== null && <p className="page-header__note">Số {number}</p>}
    </>
  );
  return (
    <PageFrame title={TITLE} onBack={goBack} note={note} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="mục của kế hoạch">
        {({ sections }) => (
          <>
            <SectionText
              sections={sections}
              sectionId={sectionId}
              addressOf={addressOf}
              absent={<Notice tone="warning">Không tìm thấy mục này. Có thể phường đã cập nhật kế hoạch.</Notice>}
            />
            <ShareSection
              platform={platform}
              sections={sections}
              sectionId={sectionId}
              address={addressOf(sectionId)}
            />
            <ul className="rows">
              <LinkRow to={plan} title="Cả kế hoạch và mục lục" />
            </ul>
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}
