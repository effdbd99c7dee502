import type { ProgressReply, WorkStanding } from '@phuong-so/shared/contracts/work';

/** In the order in which somebody has to do something. */
export const STANDINGS: readonly WorkStanding[] = [
  ...(['overdue', 'due_soon', 'word_due', 'waiting', 'upcoming', 'word_given', 'undated', 'done', 'closed'] as const),
];

export const STANDING_NAMES: Readonly<Record<WorkStanding, string>> = {
  overdue: 'Quá hạn',
  due_soon: 'Sắp đến hạn',
  word_due: 'Cần báo kỳ này',
  waiting: 'Đang chờ',
  upcoming: 'Còn hạn',
  word_given: 'Đã báo kỳ này',
  undated: 'Không ghi hạn',
  done: 'Đã xong',
  closed: 'Không làm nữa',
};

export const PROGRESS_NAMES: Readonly<Record<ProgressReply['state'], string>> = {
  not_started: 'Chưa bắt đầu',
  in_progress: 'Đang làm',
  done: 'Hoàn thành',
  late: 'Chậm',
  not_applicable: 'Không còn phù hợp',
};

/** Whole days from one ISO day to another; below 0 it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60_000));
}

const TONES: Readonly<Partial<Record<WorkStanding, string>>> = {
  overdue: 'badge badge--danger',
  due_soon: 'badge badge--warning',
  word_due: 'badge badge--warning',
  done: 'badge badge--good',
};

/** Class of a badge for it; the words beside say the same. */
export function standingBadge(standing: WorkStanding): string {
  return TONES[standing] ?? 'badge';
}
