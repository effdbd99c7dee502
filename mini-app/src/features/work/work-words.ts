import type { ProgressReply, WorkDetailReply, WorkReply } from '@phuong-so/shared/contracts/work';
import { printedDay } from '../../ui/vietnam-time.ts';
import { daysBetween, PROGRESS_NAMES } from '../../ui/work-words.ts';

type Clocked = Pick<WorkReply, 'standing' | 'next_day' | 'due' | 'event_on'>;

/** "5. Kết nối LGSP", numbered where the plan numbers it. */
export function workTitle({ no, title }: Pick<WorkReply, 'no' | 'title'>): string {
  const shown = title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);
  return no === null ? shown : `${no.replace(/\.$/, '')}. ${shown}`;
}

/** As the plan prints it, with the day that the clock goes by: "Tháng 9/2025 (hết ngày 30/09/2025)". */
export function dueWords({ due, next_day }: Pick<WorkReply, 'due' | 'next_day'>): string {
  if (due.text === null && next_day === null) return 'Kế hoạch không ghi hạn';
  if (next_day === null) return due.text ?? '';
  const day = printedDay(next_day);
  return due.text === null || due.text.includes(day) ? (due.text ?? day) : `${due.text} (hết ngày ${day})`;
}

/** What the clock says of it on the ISO day `today`; '' = nothing. Never that something is undone: only that nobody has confirmed. */
export function clockWords({ standing, next_day, due, event_on }: Clocked, today: string): string {
  const days = next_day === null ? 0 : daysBetween(today, next_day);
  switch (standing) {
    case 'overdue':
      return `Quá hạn ${-days} ngày theo kế hoạch, chưa có xác nhận`;
    case 'due_soon':
      return days === 0 ? 'Hạn là hôm nay' : `Còn ${days} ngày`;
    case 'upcoming':
      return `Còn ${days} ngày`;
    case 'word_due':
      return due.kind === 'ongoing' ? 'Chưa có báo cáo trong quý này' : 'Chưa có báo cáo trong năm nay';
    case 'word_given':
      return due.kind === 'ongoing' ? 'Đã có báo cáo trong quý này' : 'Đã có báo cáo trong năm nay';
    case 'waiting':
      return due.event === null ? 'Chưa tính hạn: chờ việc khác xảy ra trước' : `Chưa tính hạn: chờ ${due.event}`;
    case 'undated':
      return event_on === null ? '' : `Việc chờ đã xảy ra ngày ${printedDay(event_on)}, chưa đặt hạn mới`;
    case 'done':
      return 'Đã xác nhận hoàn thành';
    case 'closed':
      return '';
  }
}

/** "Đang làm, 60 %, 12/15 lớp". */
export function progressWords({ state, percent, count }: ProgressReply): string {
  const figures = [...(percent === null ? [] : [`${percent}\u00a0%`]), ...(count === null ? [] : [countWords(count)])];
  return [PROGRESS_NAMES[state], ...figures].join(', ');
}

function countWords({ value, of, what }: NonNullable<ProgressReply['count']>): string {
  const number = (one: number) => one.toLocaleString('vi-VN');
  return `${number(value)}${of === null ? '' : `/${number(of)}`} ${what}`.trim();
}

/** What units have said and what has been confirmed, each on its line; one line where nobody has said anything. */
export function saidLines({ reported, confirmed }: Pick<WorkReply, 'reported' | 'confirmed'>): readonly string[] {
  if (reported === null && confirmed === null) return ['Đơn vị chưa báo, chưa có xác nhận'];
  return [`Đơn vị báo: ${saidWords(reported, 'chưa báo')}`, `Đã xác nhận: ${saidWords(confirmed, 'chưa có')}`];
}

/** "Đang làm, 60 % (Phòng Kinh tế, 12/11/2026)"; what nobody has said is said to be so. */
function saidWords(progress: ProgressReply | null, none: string): string {
  if (progress === null) return none;
  return `${progressWords(progress)} (${progress.unit.name}, ${printedDay(progress.at)})`;
}

export const ACT_NAMES: Readonly<Record<WorkDetailReply['log'][number]['act'], string>> = {
  confirmed_from_plan: 'Xác nhận từ kế hoạch',
  edited: 'Sửa',
  split: 'Chia cho các đơn vị',
  assigned: 'Phân công người phụ trách',
  event_recorded: 'Ghi việc chờ đã xảy ra',
  muted: 'Tạm dừng nhắc',
  closed: 'Đóng, không làm nữa',
  reopened: 'Mở lại',
  superseded: 'Kế hoạch mới thay thế',
  reported: 'Báo cáo tiến độ',
  report_confirmed: 'Xác nhận báo cáo',
  report_returned: 'Trả lại báo cáo',
};
