import type { LegalSection } from './legal-text.tsx';

export const TERMS_SINCE = '24/11/2026';

/** What the person and the ward may expect of each other. */
export const TERMS_OF_USE: readonly LegalSection[] = [
  {
    heading: 'Phường Số làm gì',
    points: [
      'Giúp xem kế hoạch chuyển đổi số, chỉ tiêu, thông báo và hướng dẫn thủ tục của phường.',
      'Trợ lý tự động trả lời câu hỏi dựa trên văn bản của phường và chỉ rõ căn cứ nằm ở đâu.',
      'Dùng miễn phí, không cần đăng ký.',
    ],
  },
  {
    heading: 'Trợ lý là máy, không phải cán bộ',
    points: [
      'Câu trả lời để tham khảo. Khi có chỗ khác nhau, văn bản gốc do phường ban hành là căn cứ.',
      'Điều văn bản không nêu, trợ lý nói là không có. Trợ lý có thể hiểu sai câu hỏi: xin xem căn cứ ở cuối câu trả lời.',
      'Câu trả lời không phải là quyết định hay xác nhận của cơ quan nhà nước.',
      'Việc gấp về tính mạng, cháy, an ninh: gọi 113, 114, 115.',
    ],
  },
  {
    heading: 'Khi dùng xin lưu ý',
    points: [
      'Không nhập mật khẩu, mã OTP, số tài khoản hay số căn cước vào ô hỏi. Phường không bao giờ hỏi những thứ đó ở đây.',
      'Không dùng lời lẽ xúc phạm, không cố làm hỏng hay làm chậm hệ thống.',
      'Mỗi người hỏi được một số câu nhất định trong một phút, để ai cũng được phục vụ.',
    ],
  },
  {
    heading: 'Liên kết tài khoản',
    points: [
      'Mã liên kết do phường cấp cho đúng một người và chỉ dùng một lần. Không đưa mã cho người khác.',
      'Ai không còn giữ việc thì phường thu lại vai.',
    ],
  },
  {
    heading: 'Khi hệ thống gián đoạn',
    paragraphs: [
      'Có lúc hệ thống phải dừng để sửa, hoặc mất mạng. Những trang đã đọc vẫn xem lại được trên máy. Việc cần ngay xin liên hệ trụ sở phường.',
    ],
  },
  {
    heading: 'Khi điều khoản thay đổi',
    paragraphs: [
      'Bản mới đăng tại trang này cùng ngày có hiệu lực. Tiếp tục dùng là đồng ý với bản mới; không đồng ý thì có thể xóa dữ liệu của mình ở trang Tôi.',
    ],
  },
];
