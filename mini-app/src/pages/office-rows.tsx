import { ListChecks, PenLine } from 'lucide-react';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import type { Services } from './services.ts';
import { useOffice } from './use-office.ts';

interface OfficeRowsProps {
  readonly services: Services;
  /** Key of the ward that the page shows; the office may be another ward's. */
  readonly ward: string;
}

/** For who is signed in with an office. */
export function OfficeRows({ services, ward }: OfficeRowsProps) {
  const office = useOffice(services);
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
