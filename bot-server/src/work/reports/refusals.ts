/** Why something cannot be done with a report's draft, as the person reads it. */
export const REPORT_REFUSALS = {
  changed: 'Dự thảo vừa được sửa ở nơi khác. Vui lòng tải lại, xem bản mới rồi làm tiếp.',
  wrong_state: 'Không làm được việc này khi báo cáo đang ở bước hiện tại. Vui lòng tải lại để xem.',
  period: 'Kỳ báo cáo chưa đúng, hoặc kỳ đó chưa bắt đầu. Vui lòng chọn lại kỳ.',
  unknown_section: 'Dự thảo không có mục này. Vui lòng tải lại.',
} as const;

export type ReportRefusal = keyof typeof REPORT_REFUSALS | 'not_found' | 'forbidden' | 'unknown_ward';
