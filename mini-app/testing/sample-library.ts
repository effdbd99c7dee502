import type { CourseReply, ServiceReply } from '@phuong-so/shared/contracts/library';

/** Invented for tests; the app's real content stands in data/. */
export function service(change: Partial<ServiceReply> = {}): ServiceReply {
  return {
    id: 'khai-sinh',
    title: 'Đăng ký khai sinh',
    summary: 'Làm giấy khai sinh cho trẻ mới sinh',
    field: 'Hộ tịch',
    also: ['làm giấy khai sinh', 'khai sinh cho con'],
    situations: ['mới sinh con', 'nhà có em bé'],
    who: 'Cha, mẹ, ông, bà hoặc **người thân khác** của trẻ.',
    papers: [
      { name: 'Giấy chứng sinh', original: true, note: 'Nếu dữ liệu đã có trên mạng thì không phải nộp.' },
      { name: 'Thông tin căn cước của cha, mẹ', original: false, note: null },
      { name: 'Giấy chứng nhận kết hôn', original: null, note: 'Nếu cha mẹ đã kết hôn.' },
    ],
    steps_online: ['Mở dichvucong.gov.vn. Đăng nhập bằng tài khoản VNeID.', 'Điền tờ khai rồi ghi lại **mã hồ sơ**.'],
    steps_counter: ['Mang giấy tờ đến Trung tâm Phục vụ hành chính công.', 'Nhận giấy khai sinh.'],
    where: 'Trung tâm Phục vụ hành chính công của phường.',
    time: 'Trong ngày.',
    fee: null,
    result: 'Giấy khai sinh',
    mistakes: ['Ghi sai họ tên so với giấy chứng sinh.'],
    legal: ['Luật Hộ tịch số 60/2014/QH13'],
    related: [{ id: 'sao-y', title: 'Chứng thực bản sao' }],
    look_alikes: [
      {
        id: 'trich-luc',
        title: 'Cấp bản sao trích lục',
        difference: 'Đã có giấy khai sinh, chỉ cần thêm bản sao.',
      },
    ],
    commitments: [
      {
        ...{ name: 'Người dân nộp hồ sơ trực tuyến', values: [{ year: '2030', value: '≥ 75%' }], due: null },
        ...{
          document: '43/KH-UBND',
          document_id: 'plan-1',
          section_id: 'PL.I',
          quote: 'Người dân nộp hồ sơ trực tuyến',
        },
      },
    ],
    sources: [
      { name: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn/thu-tuc/khai-sinh', checked: '2026-07-18' },
    ],
    checked: '2026-07-18',
    caution: 'Từ ngày 1/3/2027 có luật mới. Khi đó thủ tục này có thể thay đổi.',
    ...change,
  };
}

export const COPIES = service({
  id: 'sao-y',
  title: 'Chứng thực bản sao từ bản chính',
  summary: 'Sao y giấy tờ để nộp hồ sơ',
  field: 'Chứng thực',
  also: ['sao y', 'công chứng bản sao'],
  situations: ['xin việc'],
  ...{ related: [], look_alikes: [], commitments: [] },
  caution: null,
});

export function course(change: Partial<CourseReply> = {}): CourseReply {
  return {
    id: 'lua-dao',
    title: 'Nhận ra lừa đảo',
    summary: 'Biết trước cách kẻ gian hay dùng để giữ tiền của mình',
    minutes: 15,
    lessons: 2,
    audiences: ['Người cao tuổi', 'Người lớn'],
    pictures: [],
    parts: [
      {
        id: 'goi-gia',
        title: 'Cuộc gọi giả danh',
        minutes: 8,
        goal: 'Biết cúp máy khi bị giục gấp.',
        practice: 'Mở dichvucong.gov.vn và xem tên trang.',
        services: [{ id: 'khai-sinh', title: 'Đăng ký khai sinh' }],
        steps: [
          'Kẻ gian hay xưng là **công an** hoặc **cán bộ phường**.',
          'Nghe giục gấp thì:\n\n1. Cúp máy.\n2. Hỏi người nhà.\n3. Gọi lại số mình biết.',
          'Thực hành: mở dichvucong.gov.vn và xem tên trang.',
        ],
      },
      {
        id: 'duong-dan',
        title: 'Đường dẫn lạ',
        minutes: 7,
        goal: 'Không bấm đường dẫn lạ.',
        practice: null,
        services: [],
        steps: ['Không bấm đường dẫn lạ.', 'Gõ địa chỉ bằng tay.'],
      },
    ],
    quiz: [
      {
        question: 'Công an gọi video, đòi chuyển tiền. Làm gì?',
        options: ['Tắt máy', 'Chuyển ngay'],
        right: 0,
        why: 'Công an không thu tiền qua điện thoại.',
      },
    ],
    sources: [{ name: 'Cẩm nang phòng chống lừa đảo trực tuyến', url: null, checked: '2026-11-21' }],
    checked: '2026-11-21',
    ...change,
  };
}
