import { QrCode } from 'lucide-react';
import { useSearchParams } from 'react-router-dom';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { Roll } from '../features/classes/roll.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';

/** Who comes to a class, for those who lead it. */
export function RollPage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { id: asked, ward } = readPageParts(search);
  const id = asked ?? '';
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['roll', id],
    endpoint: CLASS_ENDPOINTS.roll,
    options: { path: { id } },
  });
  const attend = async (place: string, present: boolean) => {
    const body = { places: [place], present };
    const roll = await services.session.call(CLASS_ENDPOINTS.takeRoll, { path: { id }, body });
    services.queries.setQueriesData({ queryKey: ['roll', id] }, roll);
  };
  return (
    <PageFrame title="Điểm danh" onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="danh sách lớp">
          {(roll) => (
            <>
              <h2 className="service__title">{roll.held.title}</h2>
              <ul className="rows">
                <LinkRow
                  to={pageAddress('classCode', { ward, id })}
                  icon={<QrCode aria-hidden="true" size={24} />}
                  title="Hiện mã để người học tự điểm danh"
                />
              </ul>
              {roll.places.length === 0 ? (
                <p className="empty">Chưa có ai đăng ký lớp này.</p>
              ) : (
                <Roll roll={roll} onAttend={attend} />
              )}
            </>
          )}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}
