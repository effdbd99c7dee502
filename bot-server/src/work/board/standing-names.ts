import type { WorkStanding } from '@phuong-so/shared/contracts/work';

/** Where a task stands, as everybody reads it; in the order in which people look for it. */
export const STANDING_NAMES: Readonly<Record<WorkStanding, string>> = {
  overdue: 'Quá hạn theo kế hoạch, chưa có xác nhận',
  due_soon: 'Sắp đến hạn (trong 30 ngày)',
  upcoming: 'Còn trong hạn',
  word_due: 'Việc thường xuyên, kỳ này chưa có báo cáo',
  word_given: 'Việc thường xuyên, kỳ này đã có báo cáo',
  waiting: 'Chờ điều kiện nêu trong kế hoạch',
  undated: 'Kế hoạch không nêu thời hạn',
  done: 'Hoàn thành, phường đã xác nhận',
  closed: 'Thôi theo dõi',
};
