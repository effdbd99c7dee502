import { type ReactNode, useSyncExternalStore } from 'react';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { type Office, useOffice } from './use-office.ts';
import { usePerson } from './use-own-reading.ts';

interface WithOfficeProps {
  readonly services: Services;
  /** Of the page that waits for it. */
  readonly title: string;
  /** Officials of the ward alone; leaders have no part in it. */
  readonly officialsOnly?: boolean;
  readonly children: (office: Office) => ReactNode;
}

/** A page for leaders and officials; anybody else is told whom it is for. */
export function WithOffice({ services, title, officialsOnly = false, children }: WithOfficeProps) {
  const { session } = services;
  const goBack = useGoBack();
  usePerson(services);
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const office = useOffice(services);
  if (office !== null && (office.wholeWard || !officialsOnly)) return <>{children(office)}</>;
  const isNobody = snapshot.kind === 'signed_out' && snapshot.reason !== 'not_asked';
  return (
    <PageFrame title={title} onBack={goBack}>
      <SignedInOnly isNobody={isNobody}>
        {snapshot.kind === 'signed_in' ? (
          <Notice tone="info">
            {officialsOnly
              ? 'Trang này dành cho cán bộ của phường.'
              : 'Chỉ tổ trưởng tổ dân phố và cán bộ của phường gửi được thông báo.'}
          </Notice>
        ) : (
          <p role="status">Đang mở…</p>
        )}
      </SignedInOnly>
    </PageFrame>
  );
}
