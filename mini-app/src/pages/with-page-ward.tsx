import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router-dom';
import { wardTitle } from '../features/ward/ward-name.ts';
import { Notice } from '../ui/notice.tsx';
import { readPageParts } from './addresses.ts';
import type { Services } from './services.ts';
import { WithWard } from './with-ward.tsx';

/** The ward that a page is about. */
export interface PageWard {
  readonly key: string;
  /** What the server last told of it; null = it has not (no network, a wrong address). */
  readonly known: WardReply | null;
  /** For the header, under the title. */
  readonly note: ReactNode;
  /** Says so when it is not the ward chosen on this device; else null. */
  readonly foreign: ReactNode;
}

interface WithPageWardProps {
  readonly services: Services;
  /** Of the page that waits for a ward. */
  readonly title: string;
  readonly children: (ward: PageWard) => ReactNode;
}

/** A page about the ward that its address names, whatever ward is chosen on this device; else about the chosen one. */
export function WithPageWard({ services, title, children }: WithPageWardProps) {
  const [query] = useSearchParams();
  const { wards, chosen } = useSyncExternalStore(services.wards.subscribe, services.wards.snapshot);
  const key = readPageParts(query).ward;
  if (key === null || key === chosen?.key) {
    return (
      <WithWard services={services} title={title}>
        {(ward) => children({ key: ward.key, known: ward, note: noteOf(ward), foreign: null })}
      </WithWard>
    );
  }
  const known = wards.find((ward) => ward.key === key) ?? null;
  return <>{children({ key, known, note: noteOf(known), foreign: foreignNotice(known, chosen) })}</>;
}

function noteOf(ward: WardReply | null): ReactNode {
  return ward && <p className="page-header__note">{wardTitle(ward)}</p>;
}

function foreignNotice(shown: WardReply | null, chosen: WardReply | null): ReactNode {
  if (shown === null || chosen === null) return null;
  return (
    <div className="foreign-ward">
      <Notice tone="info">
        Đường dẫn này mở kế hoạch của <strong>{wardTitle(shown)}</strong>. Phường đã chọn trên máy vẫn là{' '}
        {wardTitle(chosen)}.
      </Notice>
    </div>
  );
}
