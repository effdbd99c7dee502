import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useState, useSyncExternalStore } from 'react';
import { ANNOUNCEMENT_ENDPOINTS } from '../api/announcement-endpoints.ts';
import { ReachView } from '../features/sending/reach-view.tsx';
import { monthsUntil } from '../features/sending/reach-words.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { SelectField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { todayInVietnam } from '../ui/today.ts';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Tin nào đến được bà con';

/** For the ward's officials. */
export function ReachPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardReach services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardReachProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardReach({ services, ward }: WardReachProps) {
  const goBack = useGoBack();
  const [months] = useState(() => monthsUntil(todayInVietnam()));
  const [chosen, setChosen] = useState(months[0]);
  const { from, until, title } = chosen ?? { from: null, until: null, title: '' };
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['reach', ward.key, from],
    endpoint: ANNOUNCEMENT_ENDPOINTS.reach,
    options: { query: { ward: ward.key, from, until } },
  });
  const isOther = useIsOther(services, ward.key);
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody || isOther}>
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
      </SignedInOnly>
    </PageFrame>
  );
}

/** Somebody is signed in, but not as an official of this ward. The server decides; this only saves its refusal. */
function useIsOther({ session }: Services, ward: string): boolean {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  if (snapshot.kind !== 'signed_in') return false;
  const { role, ward: own } = snapshot.user;
  return own !== ward || (role !== 'official' && role !== 'admin');
}
