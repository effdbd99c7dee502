import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { PageFrame } from '../ui/page-frame.tsx';
import type { Services } from './services.ts';

/** Needed on a first visit only, and there it comes while the list of wards is on its way. */
const WardChoice = lazy(async () => ({ default: (await import('../features/ward/ward-choice.tsx')).WardChoice }));
const NearestWard = lazy(async () => ({ default: (await import('../features/ward/nearest-ward.tsx')).NearestWard }));

interface WithWardProps {
  readonly services: Services;
  /** Of the page that waits for a ward. */
  readonly title: string;
  readonly children: (ward: WardReply) => ReactNode;
}

/** A page that is about one ward: asks for it first when none is chosen on this device. */
export function WithWard({ services: { wards, platform, session }, title, children }: WithWardProps) {
  const ward = useSyncExternalStore(wards.subscribe, wards.snapshot);
  if (ward.chosen !== null) return <>{children(ward.chosen)}</>;
  if (!ward.remembered) {
    return (
      <PageFrame title={title}>
        <p role="status">Đang mở…</p>
      </PageFrame>
    );
  }
  return (
    <PageFrame title="Chọn phường">
      <p className="lead">Bác, cô chú, anh chị ở phường nào?</p>
      <Suspense fallback={<p role="status">Đang tải danh sách phường…</p>}>
        <NearestWard {...{ platform, session }} wards={ward.wards} onChoose={(chosen) => void wards.choose(chosen)} />
        <WardChoice
          snapshot={ward}
          onChoose={(chosen) => void wards.choose(chosen)}
          onRetry={() => void wards.reload()}
        />
      </Suspense>
    </PageFrame>
  );
}
