import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { REFUSALS } from '../announcements/refusals.ts';
import { OBSTACLE_REFUSALS } from '../work/obstacles/refusals.ts';

/** Every way a request can be turned down: its status and what the person reads. The only place that maps one to the other. */
export const PROBLEMS = {
  invalid_json: [400, 'Nội dung gửi lên không phải JSON hợp lệ.'],
  invalid_input: [400, 'Thông tin gửi lên chưa đúng hoặc còn thiếu.'],
  question_empty: [400, 'Anh/chị chưa nhập câu hỏi.'],
  question_too_long: [400, 'Câu hỏi dài quá 2.000 ký tự. Anh/chị vui lòng viết ngắn lại.'],
  code_wrong: [400, 'Mã không đúng, đã dùng rồi hoặc đã hết hạn. Vui lòng kiểm tra lại từng chữ, hoặc xin mã mới.'],
  class_times: [
    400,
    'Thời gian của lớp chưa đúng: lớp phải bắt đầu sau lúc này, kết thúc sau khi bắt đầu và dài không quá 12 giờ.',
  ],
  name_unreadable: [400, 'Vui lòng ghi một tên gọi bằng chữ, ví dụ: bác Lan. Không ghi số điện thoại hay số giấy tờ.'],
  location_refused: [400, 'Zalo chưa cho biết vị trí. Anh/chị vui lòng chọn phường trong danh sách.'],
  session_invalid: [401, 'Phiên đăng nhập đã hết hạn hoặc không hợp lệ. Vui lòng đăng nhập lại.'],
  sign_in_required: [401, 'Cần đăng nhập để xem phần này.'],
  zalo_token_refused: [401, 'Zalo không xác nhận được phiên đăng nhập này. Vui lòng mở lại ứng dụng.'],
  not_allowed: [403, 'Tài khoản này không có quyền làm việc này. Nếu cần, anh/chị hỏi cán bộ phường.'],
  not_found: [404, 'Không tìm thấy nội dung này.'],
  unknown_ward: [404, 'Không có phường này trong dữ liệu. Vui lòng chọn lại phường.'],
  unknown_unit: [404, 'Không nhận ra tên đơn vị này. Vui lòng kiểm tra lại tên.'],
  unknown_group: [404, 'Phường này không có tổ dân phố đó. Vui lòng chọn lại tổ dân phố.'],
  class_closed: [409, 'Lớp này không còn nhận đăng ký: lớp đã bắt đầu, đã kết thúc hoặc đã hủy.'],
  class_over: [409, 'Lớp này đã kết thúc hoặc đã hủy, không thay đổi được nữa.'],
  class_no_place: [409, 'Bạn chưa đăng ký lớp này. Bạn nhờ người phụ trách lớp ghi tên giúp.'],
  check_in_wrong: [
    409,
    'Mã điểm danh không đúng hoặc đã đổi. Bạn quét lại mã đang hiện trên máy của người phụ trách lớp.',
  ],
  check_in_closed: [409, 'Chưa đến giờ hoặc đã hết giờ điểm danh của lớp này.'],
  unknown_course: [404, 'Không có khóa học này. Vui lòng mở lại danh sách khóa học.'],
  unknown_lesson: [404, 'Khóa học không có bài này. Vui lòng mở lại khóa học.'],
  unknown_certificate: [404, 'Không có giấy chứng nhận nào mang mã này. Vui lòng xem lại từng chữ của mã.'],
  announcement_not_your_audience: [403, REFUSALS.not_your_audience],
  announcement_approval_needed: [403, REFUSALS.approval_needed],
  announcement_not_for_you: [403, REFUSALS.not_for_you],
  announcement_unknown_attachment: [404, REFUSALS.unknown_attachment],
  announcement_time_unreadable: [400, REFUSALS.time_unreadable],
  announcement_emergency_kind: [400, REFUSALS.emergency_kind],
  announcement_emergency_waits: [400, REFUSALS.emergency_waits],
  announcement_note_needed: [400, REFUSALS.note_needed],
  announcement_answer_unfit: [400, REFUSALS.answer_unfit],
  announcement_changed: [409, REFUSALS.changed],
  announcement_wrong_state: [409, REFUSALS.wrong_state],
  announcement_not_asked: [409, REFUSALS.not_asked],
  announcement_event_begun: [409, REFUSALS.event_begun],
  announcement_blank_left: [422, REFUSALS.blank_left],
  announcement_event_past: [422, REFUSALS.event_past],
  announcement_papers_in_text: [422, REFUSALS.papers_in_text],
  obstacle_changed: [409, OBSTACLE_REFUSALS.changed],
  obstacle_wrong_state: [409, OBSTACLE_REFUSALS.wrong_state],
  obstacle_grouped: [409, OBSTACLE_REFUSALS.grouped],
  obstacle_cannot_group: [409, OBSTACLE_REFUSALS.cannot_group],
  obstacle_day_past: [400, OBSTACLE_REFUSALS.day_past],
  obstacle_note_needed: [400, OBSTACLE_REFUSALS.note_needed],
  obstacle_unknown_unit: [404, OBSTACLE_REFUSALS.unknown_unit],
  obstacle_unknown_work: [404, OBSTACLE_REFUSALS.unknown_work],
  obstacle_too_many: [429, OBSTACLE_REFUSALS.too_many],
  course_not_complete: [409, 'Cần học xong mọi bài và trả lời đúng từ 80 % câu hỏi ôn thì mới nhận giấy chứng nhận.'],
  upload_cut_off: [400, 'Tệp chưa gửi lên hết: mạng bị ngắt giữa chừng. Anh/chị vui lòng chọn tệp và gửi lại.'],
  file_unreadable: [
    422,
    'Không mở được tệp này: tệp bị hỏng, chưa tải hết, hoặc là tệp PDF có mật khẩu. Anh/chị thử mở tệp trên máy mình, rồi chọn lại.',
  ],
  file_kind: [415, 'Chỉ gửi kèm được ảnh (JPG, PNG, WebP) hoặc tệp PDF.'],
  file_active: [
    422,
    'Tệp PDF này có phần tự chạy hoặc có tệp giấu bên trong nên không gửi được. Hãy in ra PDF khác rồi gửi.',
  ],
  picture_too_large: [422, 'Ảnh có quá nhiều điểm ảnh (tối đa 30 triệu). Anh/chị thu nhỏ ảnh rồi gửi lại.'],
  file_too_large: [413, 'Tệp quá lớn (tối đa 5 MB). Anh/chị thu nhỏ ảnh hoặc chọn tệp khác.'],
  too_many_files: [
    409,
    'Anh/chị còn nhiều tệp đã gửi lên mà chưa dùng. Vui lòng dùng các tệp đó, hoặc chờ đến ngày mai.',
  ],
  storage_full: [507, 'Máy chủ hết chỗ chứa nên chưa lưu được tệp. Vui lòng báo phường và thử lại sau.'],
  body_too_large: [413, 'Nội dung gửi lên quá lớn (tối đa 64 kB).'],
  quiz_not_answered: [422, 'Bài trả lời chưa khớp với các câu hỏi của khóa học. Vui lòng mở lại phần câu hỏi.'],
  name_unusable: [
    422,
    'Tên in trên giấy cần từ 2 đến 60 ký tự, chỉ gồm chữ cái; không ghi số điện thoại hay số giấy tờ.',
  ],
  too_many_requests: [429, 'Anh/chị gửi hơi nhanh. Vui lòng chờ một lát rồi thử lại.'],
  too_many_codes: [429, 'Anh/chị đã nhập sai mã nhiều lần. Vui lòng chờ ít phút rồi thử lại.'],
  internal: [500, 'Hệ thống đang gặp trục trặc. Vui lòng thử lại sau ít phút.'],
  sign_in_not_configured: [503, 'Đăng nhập bằng Zalo chưa được cài đặt trên máy chủ này.'],
  zalo_unavailable: [503, 'Chưa kết nối được với Zalo. Vui lòng thử lại sau ít phút.'],
  too_many_followers: [503, 'Đang có nhiều người cùng xem. Màn hình sẽ tự cập nhật chậm hơn một chút.'],
  not_ready: [503, 'Hệ thống đang khởi động hoặc đang bảo trì. Vui lòng thử lại sau ít phút.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown inside the API to turn a request down. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details?: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
