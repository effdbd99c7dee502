import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { NearestWard } from '../features/ward/nearest-ward.tsx';
import { WardChoice } from '../features/ward/ward-choice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Changing the ward that questions go to. */
export function WardPage({ services: { wards, platform, session } }: PageProps) {
  const snapshot = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const goBack = useGoBack();
  const choose = async (ward: WardReply) => {
    await wards.choose(ward);
    goBack();
  };
  return (
    <PageFrame title="Chọn phường" onBack={goBack}>
      <p className="lead">Bác, cô chú, anh chị ở phường nào?</p>
      <NearestWard {...{ platform, session }} wards={snapshot.wards} onChoose={(ward) => void choose(ward)} />
      <WardChoice snapshot={snapshot} onChoose={(ward) => void choose(ward)} onRetry={() => void wards.reload()} />
    </PageFrame>
  );
}
