import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { Page } from 'zmp-ui';
import { WardChoice } from '../features/ward/ward-choice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Changing the ward that questions go to. */
export function WardPage({ services: { wards } }: { readonly services: Services }) {
  const snapshot = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const goBack = useGoBack();
  const choose = async (ward: WardReply) => {
    await wards.choose(ward);
    goBack();
  };
  return (
    <Page className="page page--over">
      <PageHeader title="Chọn phường" onBack={goBack} />
      <main className="page-main">
        <p className="lead">Xin chọn phường có kế hoạch cần hỏi.</p>
        <WardChoice snapshot={snapshot} onChoose={(ward) => void choose(ward)} onRetry={() => void wards.reload()} />
      </main>
    </Page>
  );
}
