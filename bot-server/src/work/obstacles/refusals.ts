/** Why something cannot be done with an obstacle or a proposal, as the person reads it. */
export const OBSTACLE_REFUSALS = {
  changed: 'Nội dung này vừa được thay đổi ở nơi khác. Vui lòng tải lại, xem bản mới rồi làm tiếp.',
  wrong_state: 'Không làm được việc này khi vướng mắc đang ở bước hiện tại. Vui lòng tải lại để xem.',
  grouped: 'Vướng mắc này đã gộp vào một vướng mắc khác: hãy mở vướng mắc đó để xử lý.',
  cannot_group: 'Không gộp được vào mục đã chọn. Chọn một mục cùng phường, chưa kết thúc và chưa gộp vào mục khác.',
  day_past: 'Ngày hẹn trả lời đã qua. Vui lòng chọn từ hôm nay trở đi.',
  note_needed: 'Cần ghi lý do để người gửi biết vì sao.',
  unknown_unit: 'Phường này không có đơn vị đó. Vui lòng chọn lại đơn vị.',
  unknown_work: 'Không tìm thấy nhiệm vụ này trong phường. Vui lòng chọn lại nhiệm vụ.',
  too_many: 'Hôm nay anh/chị đã gửi đủ 5 kiến nghị. Vui lòng gửi tiếp vào ngày mai.',
} as const;
