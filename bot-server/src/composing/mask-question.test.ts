import { expect, test } from 'vitest';
import { maskQuestion } from './mask-question.ts';

test.each([
  [
    'Tôi tên là Nguyễn Văn An, CCCD 001085012345, hỏi hạn báo cáo',
    'Tôi tên là [họ tên], CCCD [số giấy tờ], hỏi hạn báo cáo',
  ],
  ['Bà Trần Thị Bưởi ở số nhà 12 ngõ 34 phố Huế hỏi lớp học', 'Bà [họ tên] ở [địa chỉ] hỏi lớp học'],
  ['nhà tôi ngõ 5/12 có được phủ sóng không', 'nhà tôi [địa chỉ] có được phủ sóng không'],
  ['Nguyễn Thị Hoa gọi 0912345678, thư a.b@example.vn', '[họ tên] gọi [số điện thoại], thư [thư điện tử]'],
  ['Ông Tư hỏi', 'Ông [họ tên] hỏi'],
  ['toi la nguyen van an hoi han bao cao', 'toi la [họ tên] hoi han bao cao'],
  ['em là trần thị bưởi ở tổ 5', 'em là [họ tên] ở tổ 5'],
  ['tên em là lê thu hà, hỏi lớp học', 'tên em là [họ tên], hỏi lớp học'],
])('%s', (typed, masked) => {
  expect(maskQuestion(typed, ['phường Trần Phú'])).toBe(masked);
});

test.each([
  'Phường Hoàng Văn Thụ có kế hoạch gì năm 2026?',
  'Kế hoạch 43/KH-UBND ngày 30/8/2025 nói gì về tổ công nghệ số?',
  'Trần Phú A có bao nhiêu lớp?',
  'Phòng Văn hóa - Xã hội chủ trì việc gì, chị ơi?',
  'Ai làm Chủ tịch UBND phường?',
  'phường hoàng văn thụ có kế hoạch gì',
  'do thi hoa va co so ha tang',
  'chương trình dạy kỹ năng số tên là gì',
  'trần phú a có bao nhiêu lớp',
])('%s stays', (typed) => {
  expect(maskQuestion(typed, ['phường Trần Phú A'])).toBe(typed);
});
