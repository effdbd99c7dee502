/** Why something cannot be done with an announcement, as the person reads it in the app and in chat alike. */
export const REFUSALS = {
  not_found: 'Không tìm thấy thông báo này.',
  forbidden: 'Tài khoản này không có quyền làm việc này với thông báo. Nếu cần, anh/chị hỏi cán bộ phường.',
  not_your_audience: 'Anh/chị chỉ gửi được cho tổ dân phố hoặc phường mà mình phụ trách.',
  unknown_group: 'Phường này không có tổ dân phố đó. Vui lòng chọn lại tổ dân phố.',
  unknown_attachment: 'Không tìm thấy ảnh hoặc tệp kèm theo. Vui lòng chọn và tải lên lại.',
  time_unreadable: 'Chưa đọc được ngày giờ. Vui lòng chọn lại ngày và giờ, trong vòng một năm tới.',
  emergency_kind: 'Lý do khẩn cấp chỉ dùng cho thông báo loại khẩn cấp.',
  emergency_waits: 'Thông báo khẩn cấp được gửi ngay và một lần: bỏ giờ hẹn và bỏ lặp lại, hoặc bỏ lý do khẩn cấp.',
  changed: 'Thông báo vừa được thay đổi ở nơi khác. Vui lòng tải lại, xem bản mới rồi làm tiếp.',
  wrong_state: 'Thông báo không còn ở bước này: có thể đã gửi, đang gửi, đã dừng hoặc đã hủy. Vui lòng tải lại để xem.',
  approval_needed:
    'Phường duyệt thông báo của tổ trưởng, nên bản đính chính do cán bộ phường gửi. Anh/chị báo cán bộ phường giúp.',
  note_needed: 'Khi trả lại, cần ghi lý do để người soạn biết phải sửa gì.',
  blank_left: 'Còn chỗ trống trong dấu [ ] chưa điền. Vui lòng điền hoặc bỏ đi rồi gửi.',
  event_past: 'Giờ diễn ra đã qua hoặc trước giờ gửi. Vui lòng sửa lại giờ rồi gửi.',
  papers_in_text:
    'Trong lời thông báo có dãy số giống số giấy tờ của một người. Vui lòng bỏ đi: thông báo ai cũng đọc được.',
  not_asked: 'Thông báo này không hỏi lại, nên không cần trả lời.',
  answer_unfit: 'Câu trả lời chưa khớp với điều được hỏi. Vui lòng mở lại thông báo rồi trả lời.',
  event_begun: 'Việc này đã diễn ra, nên không nhận trả lời nữa.',
  not_for_you: 'Thông báo này dành cho nơi khác. Nếu nhầm, anh/chị chọn lại phường và tổ dân phố trong mục "Tôi".',
} as const;

export type RefusalReason = keyof typeof REFUSALS;
