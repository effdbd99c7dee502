import type { WorkStanding } from '@phuong-so/shared/contracts/work';
import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Progress, ProgressState, WorkItem } from '@phuong-so/shared/domain/work';

/** What has no figure says so; it is never a zero. */
export const NO_FIGURE = 'Chưa có số liệu';

export const STATE_WORDS: Readonly<Record<ProgressState, string>> = {
  not_started: 'Chưa bắt đầu',
  in_progress: 'Đang làm',
  done: 'Hoàn thành',
  late: 'Chậm',
  not_applicable: 'Không còn phù hợp',
};

/** Behind a count: "5 nhiệm vụ …". */
export const STANDING_WORDS: Readonly<Record<WorkStanding, string>> = {
  done: 'đã được xác nhận hoàn thành',
  closed: 'không thực hiện nữa',
  overdue: 'quá hạn theo kế hoạch, chưa có xác nhận hoàn thành',
  due_soon: 'sắp đến hạn (trong 30 ngày)',
  upcoming: 'còn trong hạn',
  word_due: 'thường xuyên hoặc hằng năm, chưa có báo cáo của quý hoặc năm này',
  word_given: 'thường xuyên hoặc hằng năm, đã có báo cáo của quý hoặc năm này',
  waiting: 'chờ điều kiện nêu trong kế hoạch',
  undated: 'kế hoạch không nêu thời hạn',
};

/** "Đang làm, 60%, 12/15 lớp học. Đã kết nối. (12/11/2026)": only what was entered. */
export function progressWords({ state, percent, count, note, at }: Progress): string {
  const figures = [
    STATE_WORDS[state],
    ...(percent === null ? [] : [`${percent}%`]),
    ...(count === null
      ? []
      : [`${written(count.value)}${count.of === null ? '' : `/${written(count.of)}`} ${count.what}`]),
  ];
  return [`${figures.join(', ').trim()}.`, ...(note === '' ? [] : [ended(note)]), `(${writtenDay(at)})`].join(' ');
}

/** "1.1. Xây dựng kế hoạch": as the plan numbers it. */
export function taskName({ no, title }: Pick<WorkItem, 'no' | 'title'>): string {
  return no === null ? title : `${no}. ${title}`;
}

export function leadNames({ leads }: Pick<WorkItem, 'leads'>, unitName: (id: string) => string): string {
  return leads.map(unitName).join('; ');
}

/** "12.345,5", as Vietnamese writes it. */
function written(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }).format(value);
}

export function ended(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
