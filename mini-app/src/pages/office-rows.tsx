import { ListChecks, PenLine } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { Services } from './services.ts';
import { useOffice } from './with-office.tsx';

interface OfficeRowsProps {
  readonly services: Services;
  /** Key of the ward that the page shows. */
  readonly ward: string;
}

/**
 * The way to writing, for those whose office allows it. Nobody is signed in for it but on a phone that a leader or official
 * has used before.
 */
export function OfficeRows({ services, ward }: OfficeRowsProps) {
  const { session } = services;
  const { office: memory } = sendingOf(services);
  const { value: isRemembered } = useSyncExternalStore(memory.subscribe, memory.snapshot);
  const office = useOffice(services);
  useEffect(() => {
    if (isRemembered) void session.begin();
  }, [isRemembered, session]);
  if (office?.ward !== ward) return null;
  return (
    <ul className="rows office-rows" aria-label="Dành cho cán bộ, tổ trưởng">
      <LinkRow to={ROUTES.writeSending} icon={<PenLine aria-hidden="true" size={24} />} title="Soạn thông báo" />
      <LinkRow
        to={ROUTES.sending}
        icon={<ListChecks aria-hidden="true" size={24} />}
        title={office.wholeWard ? 'Thông báo của phường' : 'Thông báo tôi gửi'}
        lines={['Nháp, chờ duyệt, đã gửi, ai đã nhận']}
      />
    </ul>
  );
}
