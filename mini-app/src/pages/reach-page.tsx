import { useState } from 'react';
import { ANNOUNCEMENT_ENDPOINTS } from '../api/announcement-endpoints.ts';
import { ReachView } from '../features/sending/reach-view.tsx';
import { monthsUntil } from '../features/sending/reach-words.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { SelectField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { todayInVietnam } from '../ui/today.ts';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Tin nào đến được bà con';

/** For the ward's officials. */
export function ReachPage({ services }: PageProps) {
  const goBack = useGoBack();
  return (
    <WithOffice services={services} title={TITLE}>
      {(office) =>
        office.wholeWard ? (
          <WardReach services={services} office={office} />
        ) : (
          <PageFrame title={TITLE} onBack={goBack}>
            <Notice tone="info">Trang này dành cho cán bộ của phường.</Notice>
          </PageFrame>
        )
      }
    </WithOffice>
  );
}

function WardReach({ services, office: { ward } }: PageProps & { readonly office: Office }) {
  const goBack = useGoBack();
  const [months] = useState(() => monthsUntil(todayInVietnam()));
  const [chosen, setChosen] = useState(months[0]);
  const { from, until, title } = chosen ?? { from: null, until: null, title: '' };
  const { reading } = useSignedInReading(services, {
    key: ['reach', ward, from],
    endpoint: ANNOUNCEMENT_ENDPOINTS.reach,
    options: { query: { ward, from, until } },
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <div className="reach__month">
        <SelectField
          label="Tháng"
          options={months}
          value={chosen?.value}
          onChoose={(value) => setChosen(months.find((month) => month.value === value))}
        />
      </div>
      <ReadingView reading={reading} what="số liệu thông báo">
        {(reach) => <ReachView reach={reach} month={title.toLocaleLowerCase('vi')} />}
      </ReadingView>
    </PageFrame>
  );
}
