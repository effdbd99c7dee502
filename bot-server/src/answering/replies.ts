import type { Stop } from '@phuong-so/shared/domain/understanding';
import { type Draft, draft } from './draft.ts';

/** One of each kind: a procedure, a life event, a course, the plan. */
const TRY = [
  'Làm giấy khai sinh cần giấy tờ gì?',
  'Nhà mới có em bé thì làm những giấy gì?',
  'Tôi muốn học dùng VNeID',
  'Kế hoạch gồm những phần nào?',
];

/** What a message is suspected of is told by its signs; everything else that is stopped has a reply of its own. */
export type FixedStop = Exclude<Stop, 'scam'>;

/** Fixed replies: nothing in them comes from a plan or a file, and none holds a figure but the emergency numbers. */
const REPLIES: Readonly<Record<FixedStop, (ward: string, contact: string | null) => Draft>> = {
  injection: () =>
    draft(
      'refused',
      'Tôi không thể đổi vai, bỏ quy định hay cho xem phần cài đặt của mình. Tôi chỉ giúp tra cứu thủ tục, khóa học và kế hoạch của phường; bạn muốn hỏi gì?',
      { suggestions: TRY },
    ),
  private_data: () =>
    draft(
      'refused',
      'Tôi không có và không cung cấp thông tin riêng của người khác (địa chỉ nhà, số điện thoại, căn cước, tin nhắn, danh sách hộ). Nếu cần cho công việc, bạn liên hệ trực tiếp UBND phường để được giải quyết theo quy định.',
      { suggestions: TRY },
    ),
  forge: () =>
    draft(
      'refused',
      'Tôi không soạn văn bản đứng tên người khác và không sửa nội dung kế hoạch. Thông báo của phường chỉ do phường phát hành; bạn cần thì liên hệ trực tiếp UBND phường.',
      { suggestions: TRY },
    ),
  abuse: () =>
    draft(
      'refused',
      'Tôi xin phép không trả lời lời lẽ này. Bạn cần tra cứu thủ tục, khóa học hay kế hoạch của phường thì cứ hỏi, tôi sẵn sàng giúp.',
      { suggestions: TRY },
    ),
  emergency: () =>
    draft(
      'handoff',
      'Nếu đang nguy hiểm, bạn gọi ngay: 113 (công an), 114 (cứu hỏa, cứu nạn), 115 (cấp cứu). Tôi là trợ lý tự động, không thể cử người đến giúp.',
    ),
  out_of_scope: (ward) =>
    draft(
      'out_of_scope',
      `Câu này nằm ngoài phạm vi của tôi. Tôi trả lời về thủ tục hành chính, khóa học kỹ năng số và kế hoạch của ${ward}. Bạn có thể hỏi giấy tờ cần có, nơi nộp, lệ phí, hoặc nhiệm vụ, chỉ tiêu trong kế hoạch.`,
      { suggestions: TRY },
    ),
  opinion: (ward) =>
    draft(
      'out_of_scope',
      `Tôi không đưa ra nhận xét hay ý kiến riêng. Tôi chỉ cho biết kế hoạch của ${ward} và hướng dẫn thủ tục viết gì; bạn muốn xem nội dung nào?`,
      { suggestions: TRY },
    ),
  greeting: (ward) =>
    draft(
      'smalltalk',
      `Xin chào! Tôi là trợ lý tự động của ${ward}. Bạn hỏi tôi được ba việc: làm thủ tục (giấy tờ, nơi nộp, lệ phí), học kỹ năng số, và kế hoạch của phường. Bạn muốn hỏi điều gì?`,
      { suggestions: TRY },
    ),
  thanks: () => draft('smalltalk', 'Rất vui được giúp. Khi cần, bạn cứ hỏi tiếp nhé.', { suggestions: TRY }),
  goodbye: () => draft('smalltalk', 'Chào bạn, hẹn gặp lại. Khi cần, bạn cứ nhắn cho tôi.'),
  about_bot: (ward) =>
    draft(
      'smalltalk',
      `Tôi là trợ lý tự động (máy trả lời, không phải cán bộ) của ${ward}. Tôi tìm trong hướng dẫn thủ tục, các khóa học kỹ năng số và kế hoạch của phường, và luôn ghi rõ lấy từ đâu. Bạn có thể hỏi: làm giấy tờ cần gì, nộp ở đâu, hết bao nhiêu tiền; muốn học dùng điện thoại; ai chủ trì việc gì trong kế hoạch. Điều không có trong tài liệu, tôi sẽ nói là không có.`,
      { suggestions: TRY },
    ),
  handoff: (ward, contact) =>
    draft(
      'handoff',
      `Tôi là trợ lý tự động nên chưa nối máy được với cán bộ. ${contact ?? `Bạn vui lòng đến trụ sở UBND ${ward} hoặc liên hệ cán bộ phụ trách để được giúp trực tiếp.`}`,
    ),
  empty: () =>
    draft(
      'clarify',
      'Tôi chưa đọc được câu hỏi. Bạn viết lại giúp tôi điều muốn hỏi nhé, không cần gõ dấu cũng được.',
      { suggestions: TRY },
    ),
  ward_contact: (ward, contact) =>
    draft(
      contact ? 'handoff' : 'not_found',
      contact ??
        `Kế hoạch không ghi địa chỉ, số điện thoại hay giờ làm việc của ${ward}, nên tôi không dám đoán. Bạn xem bảng thông báo tại trụ sở phường hoặc hỏi tổ trưởng tổ dân phố.`,
      { suggestions: TRY },
    ),
  procedure: (ward) =>
    draft(
      'not_found',
      `Tôi chưa có hướng dẫn đã kiểm chứng về thủ tục này ở ${ward}, nên không trả lời để tránh nói sai. Bạn hỏi Trung tâm Phục vụ hành chính công của phường hoặc xem Cổng Dịch vụ công quốc gia.`,
      { suggestions: TRY },
    ),
};

/** The reply to what the guard stopped. `contact`: the ward's configured contact in words, null when not configured. */
export function replyTo(stop: FixedStop, ward: string, contact: string | null): Draft {
  return REPLIES[stop](ward, contact);
}

/** Asks which ward is meant; the choices are the suggestions. */
export function askWhichWard(names: readonly string[]): Draft {
  return draft('clarify', 'Bạn hỏi về kế hoạch của phường nào? Bạn chọn hoặc viết tên phường giúp tôi nhé.', {
    suggestions: names.slice(0, 8),
  });
}

/** The ward named is not one of ours. */
export function unknownWard(name: string, names: readonly string[]): Draft {
  return draft(
    'not_found',
    `Tôi không có kế hoạch của ${name}, nên không trả lời được. Bạn chọn một phường tôi có tài liệu, hoặc hỏi trực tiếp UBND phường đó.`,
    { suggestions: names.slice(0, 8) },
  );
}
