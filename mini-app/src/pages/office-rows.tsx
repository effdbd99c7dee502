import { ClipboardList, LayoutDashboard, ListChecks, PenLine } from 'lucide-react';
import { LinkRow } from '../ui/row.tsx';
import { ROUTES } from './addresses.ts';
import type { Services } from './services.ts';
import { useOffice } from './use-office.ts';
import { useDigest } from './use-server-day.ts';

interface OfficeRowsProps {
  readonly services: Services;
  /** Key of the ward that the page shows; the office may be another ward's. */
  readonly ward: string;
  /** Of announcements alone. */
  readonly sendingOnly: boolean;
}

/** For who is signed in with an office. */
export function OfficeRows({ services, ward, sendingOnly }: OfficeRowsProps) {
  const office = useOffice(services);
  if (office?.ward !== ward) return null;
  return (
    <ul className="rows office-rows" aria-label="Dành cho cán bộ, tổ trưởng">
      {office.wholeWard && !sendingOnly && <WorkRows services={services} />}
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

/** What an official's unit answers for, with what presses today. */
function WorkRows({ services }: Pick<OfficeRowsProps, 'services'>) {
  const digest = useDigest(services);
  const lead = digest.kind === 'shown' ? digest.data.lead : null;
  return (
    <>
      <LinkRow
        to={ROUTES.work}
        icon={<ClipboardList aria-hidden="true" size={24} />}
        title="Việc của đơn vị"
        lines={lead === null ? ['Nhiệm vụ, báo tiến độ'] : [lead]}
      />
      <LinkRow
        to={ROUTES.dashboard}
        icon={<LayoutDashboard aria-hidden="true" size={24} />}
        title="Tổng quan của phường"
        lines={['Chỉ tiêu, báo cáo, vướng mắc']}
      />
    </>
  );
}
