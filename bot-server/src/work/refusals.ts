/** Why something cannot be done with a task or target, as an official reads it in the app and in chat alike. */
export const WORK_REFUSALS = {
  not_found: 'Không tìm thấy nhiệm vụ hoặc chỉ tiêu này.',
  forbidden: 'Đơn vị của anh/chị không làm được việc này với nhiệm vụ. Nếu cần, anh/chị hỏi đơn vị đầu mối của phường.',
  unknown_unit: 'Không nhận ra tên đơn vị này. Vui lòng kiểm tra lại tên.',
  changed: 'Nhiệm vụ vừa được thay đổi ở nơi khác. Vui lòng tải lại, xem bản mới rồi làm tiếp.',
  not_open: 'Nhiệm vụ này đã đóng hoặc đã có kế hoạch mới thay thế, nên không cập nhật được nữa.',
  unknown_fact: 'Kế hoạch hiện có không còn dòng này. Vui lòng tải lại danh sách đề xuất.',
  unknown_plan: 'Không có kế hoạch này trong dữ liệu của phường. Vui lòng chọn lại kế hoạch.',
  same_plan: 'Kế hoạch mới phải khác kế hoạch cũ, và chưa bị chính kế hoạch cũ thay thế.',
  already_split: 'Nhiệm vụ này đã là phần việc của một đơn vị, không chia tiếp được.',
  due_unreadable: 'Chưa đọc được thời hạn. Ví dụ: "Tháng 9/2026", "trước ngày 30/11/2026", "Thường xuyên", "Hằng năm".',
  waits_for_nothing: 'Nhiệm vụ này có thời hạn riêng, không chờ văn bản hay sự kiện nào.',
  event_needed: 'Cần ghi ngày văn bản được ban hành hoặc sự kiện xảy ra trước; hạn làm xong phải từ ngày đó trở đi.',
  day_unreal: 'Ngày này không có thật hoặc còn ở phía trước. Vui lòng chọn lại ngày.',
  note_needed: 'Cần ghi lý do, ít nhất vài chữ, để đơn vị biết.',
  mute_day: 'Ngày tạm dừng nhắc phải từ hôm nay và không quá một năm.',
  evidence_link: 'Đường dẫn minh chứng phải bắt đầu bằng https:// và mở được. Vui lòng kiểm tra lại.',
  evidence_file:
    'Tệp minh chứng không còn: tệp đã gửi lên mà chưa báo cáo chỉ giữ một ngày. Vui lòng bỏ tệp đó, chọn và gửi lên lại.',
  evidence_figure: 'Minh chứng bằng số liệu cần có ít nhất một con số.',
  count_beyond: 'Số đã làm được không thể lớn hơn tổng số. Vui lòng kiểm tra lại.',
  nothing_said: 'Cần cho biết tình hình: tỷ lệ, số lượng, ghi chú hoặc minh chứng.',
  period_ahead: 'Kỳ số liệu này chưa bắt đầu. Vui lòng chọn lại kỳ.',
  decided: 'Báo cáo hoặc số liệu này đã được xác nhận, trả lại hoặc thay bằng bản mới. Vui lòng tải lại để xem.',
} as const;

export type WorkRefusal = keyof typeof WORK_REFUSALS;
