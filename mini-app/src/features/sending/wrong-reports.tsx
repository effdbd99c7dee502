import type { WrongReports } from '../../api/broadcast-endpoints.ts';
import { Notice } from '../../ui/notice.tsx';
import { counted } from './sending-words.ts';

const WHY: Readonly<Record<WrongReports['reports'][number]['why'], string>> = {
  wrong_fact: 'có chỗ sai',
  not_for_me: 'không phải tin cho mình',
  suspicious: 'thấy đáng ngờ',
  other: 'lý do khác',
};

/** What people say is wrong with it; nothing where nobody says anything. */
export function WrongReportsNotice({ reports }: WrongReports) {
  if (reports.length === 0) return null;
  const people = reports.reduce((sum, one) => sum + one.people, 0);
  const words = reports.map(({ why, people: count }) => `${counted(count)} người: ${WHY[why]}`).join('; ');
  return (
    <div className="sending-notice">
      <Notice tone="warning">
        {counted(people)} người báo “tin này sai” ({words}). Xin xem lại; nếu sai thì đính chính.
      </Notice>
    </div>
  );
}
