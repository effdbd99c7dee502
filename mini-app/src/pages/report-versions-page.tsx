import { useSearchParams } from 'react-router-dom';
import { REPORT_ENDPOINTS } from '../api/report-endpoints.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { printedMoment } from '../ui/moments.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import type { PageProps } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';

/** Every version of a draft that there was; none is lost. */
export function ReportVersionsPage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['report-versions', id],
    endpoint: REPORT_ENDPOINTS.reportVersions,
    options: { path: { id } },
  });
  return (
    <PageFrame title="Các bản trước" onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="các bản trước">
          {({ versions }) => (
            <>
              {versions.map(({ version, at, office, sections }) => (
                <Card key={version} heading={`Bản ${version}`}>
                  <p>
                    {office}, {printedMoment(at)}
                  </p>
                  <Disclosure show={`Xem bản ${version}`} hide="Ẩn">
                    {sections.map((section) => (
                      <section key={section.id} className="work-gap" aria-label={section.title}>
                        <h3>{section.title}</h3>
                        <p className="sending-text">{section.text}</p>
                      </section>
                    ))}
                  </Disclosure>
                </Card>
              ))}
            </>
          )}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
