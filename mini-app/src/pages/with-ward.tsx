import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { type ReactNode, useSyncExternalStore } from 'react';
import { WardChoice } from '../features/ward/ward-choice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { Services } from './services.ts';

interface WithWardProps {
  readonly services: Services;
  /** Of the page that waits for a ward. */
  readonly title: string;
  readonly children: (ward: WardReply) => ReactNode;
}

/** A page that is about one ward: asks for it first when none is chosen on this device. */
export function WithWard({ services: { wards }, title, children }: WithWardProps) {
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
      <WardChoice
        snapshot={ward}
        onChoose={(chosen) => void wards.choose(chosen)}
        onRetry={() => void wards.reload()}
      />
    </PageFrame>
  );
}
