import type { LegalSection } from './legal-text.tsx';

export const PRIVACY_SINCE = '30/11/2026';

/** Says what the code does, no more and no less: whoever changes what is kept changes this text and its date. */
export const PRIVACY_POLICY: readonly LegalSection[] = [
  {
    heading: 'Nói ngắn gọn',
    points: [
      'Xem kế hoạch, thông báo, thủ tục và hỏi trợ lý đều không cần tài khoản.',
      'Ứng dụng không xin tên, số điện thoại, vị trí, danh bạ hay ảnh.',
      'Không quảng cáo, không bán dữ liệu. Không chuyển cho bên khác, trừ câu hỏi gửi máy chủ AI khi phường bật, nói ở dưới.',
      'Xem, tải về và xóa dữ liệu của mình lúc nào cũng được, ở trang Tôi, mục “Dữ liệu của tôi”.',
    ],
  },
  {
    heading: 'Giữ trên điện thoại',
    paragraphs: ['Chỉ nằm trên máy này, phường không đọc được:'],
    points: [
      'Phường và tổ dân phố đã chọn, cỡ chữ, màu nền.',
      'Thông báo đã đọc, giấy tờ đã đánh dấu, bài đã học.',
      'Tối đa 40 câu hỏi và câu trả lời gần nhất.',
      'Bản sao các trang đã đọc, để xem được khi mất mạng, nhiều nhất 30 ngày.',
    ],
  },
  {
    heading: 'Câu hỏi gửi cho trợ lý',
    points: [
      'Câu hỏi gửi tới máy chủ để tìm câu trả lời, rồi bỏ. Máy chủ không lưu lời của câu hỏi.',
      'Người dân hỏi không kèm tên hay tài khoản.',
      'Máy chủ ghi nhớ đang nói về chủ đề nào (không phải lời đã viết), dùng trong 30 phút để hiểu câu hỏi tiếp theo.',
      'Nếu phường bật trí tuệ nhân tạo (AI) để diễn đạt câu trả lời: câu hỏi được gửi tới máy chủ AI mà phường chọn, có thể ở ngoài Việt Nam, sau khi che số giấy tờ, số điện thoại, số tài khoản, thư điện tử, và địa chỉ, họ tên nào máy nhận ra. Câu trả lời như vậy có ghi rõ là do AI diễn đạt.',
      'Nếu phường bật nghe tin nhắn thoại, đọc ảnh trong Zalo: tiếng nói và ảnh được gửi tới máy chủ đó như bạn gửi, không che được gì trước, để lấy lời; không lưu lại. Đừng gửi ảnh giấy tờ.',
      'Người được phường cấp vai (tổ trưởng, cán bộ) hỏi với vai của mình, để được trả lời đúng việc.',
    ],
  },
  {
    heading: 'Giữ trên máy chủ của phường',
    paragraphs: [
      'Chỉ khi mở trang Tôi, chọn tổ dân phố, trả lời một thông báo, liên kết tài khoản hoặc bật thông báo trong Zalo:',
    ],
    points: [
      'Mã số mà Zalo đặt cho mỗi người trong ứng dụng này. Đó không phải số điện thoại.',
      'Phường, tổ dân phố và lựa chọn nhận thông báo; câu trả lời và báo sai của mình cho từng thông báo.',
      'Vai được phường cấp, nếu có, và ai đã cấp.',
      'Của cán bộ: nhiệm vụ đã nhận phụ trách, báo cáo và số liệu đã gửi cho đơn vị. Khi xóa, kết quả công việc ở lại với tên đơn vị, không còn biết ai đã gửi.',
      'Ngày dùng đầu tiên và gần nhất; đã nhập mã liên kết mấy lần gần đây.',
      'Cuộc trò chuyện Zalo với phường, nếu chính mình đã liên kết bằng mã.',
    ],
  },
  {
    heading: 'Nhắn tin cho Zalo của phường',
    points: [
      'Tin nhắn được giữ cho tới khi trả lời xong. Số điện thoại, số căn cước, số tài khoản trong tin được che đi trước khi lưu.',
      'Lời của câu trả lời được xóa khi đã gửi xong; dấu vết đã gửi giữ 30 ngày.',
      'Phường đang được nói tới và các lựa chọn trong cuộc trò chuyện được nhớ đến một năm kể từ tin cuối.',
      'Cán bộ trả lời trong Zalo đọc được tin nhắn ở đó, như mọi cuộc trò chuyện Zalo.',
    ],
  },
  {
    heading: 'Nhật ký kỹ thuật',
    paragraphs: [
      'Máy chủ ghi giờ, trang được mở, kết quả và mất bao lâu, để biết hệ thống có chạy tốt không. Nhật ký không có câu hỏi, tên, địa chỉ mạng hay mã đăng nhập.',
    ],
  },
  {
    heading: 'Quyền của mỗi người',
    points: [
      'Biết phường giữ gì về mình và tải về một bản.',
      'Xóa hết: trên máy này và trên máy chủ. Xóa rồi không lấy lại được. Bản sao lưu cũ của máy chủ, nếu có, mất dần theo lịch của phường.',
      'Rút lại đồng ý nhận thông báo, ngay ở trang Tôi.',
      'Từ chối mọi điều ứng dụng xin. Các mục dành cho người dân vẫn dùng được.',
    ],
  },
  {
    heading: 'Zalo',
    paragraphs: [
      'Ứng dụng chạy trong Zalo. Những gì Zalo tự thu thập theo chính sách riêng của Zalo. Ứng dụng không gửi dữ liệu tới nơi nào khác ngoài Zalo, máy chủ của phường và, khi phường bật, máy chủ AI nói ở trên.',
    ],
  },
];
