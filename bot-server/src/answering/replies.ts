import type { Stop } from '@phuong-so/shared/domain/understanding';
import { type Draft, draft } from './draft.ts';

const TRY = ['Ai ký kế hoạch này?', 'Hạn nộp báo cáo là ngày nào?', 'Kế hoạch gồm những phần nào?'];

/** What a message is suspected of is told by its signs; everything else that is stopped has a reply of its own. */
export type FixedStop = Exclude<Stop, 'scam'>;

/** Fixed replies: nothing in them comes from a plan, and none holds a figure but the emergency numbers. */
const REPLIES: Readonly<Record<FixedStop, (ward: string, contact: string | null) => Draft>> = {
  injection: () =>
    draft(
      'refused',
      'Tôi không thể đổi vai, bỏ quy định hay cho xem phần cài đặt của mình. Tôi chỉ giúp tra cứu kế hoạch của phường; bạn muốn hỏi nội dung nào trong kế hoạch?',
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
      'Tôi xin phép không trả lời lời lẽ này. Bạn cần tra cứu kế hoạch của phường thì cứ hỏi, tôi sẵn sàng giúp.',
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
      `Câu này nằm ngoài phạm vi của tôi. Tôi chỉ trả lời về kế hoạch của ${ward}. Bạn có thể hỏi về nhiệm vụ, chỉ tiêu, thời hạn hoặc đơn vị phụ trách.`,
      { suggestions: TRY },
    ),
  opinion: (ward) =>
    draft(
      'out_of_scope',
      `Tôi không đưa ra nhận xét hay ý kiến riêng. Tôi chỉ cho biết kế hoạch của ${ward} viết gì; bạn muốn xem nội dung nào?`,
      { suggestions: TRY },
    ),
  greeting: (ward) =>
    draft(
      'smalltalk',
      `Xin chào! Tôi là trợ lý tự động của ${ward}. Tôi tra cứu kế hoạch của phường: nhiệm vụ, chỉ tiêu, thời hạn, đơn vị phụ trách. Bạn muốn hỏi điều gì?`,
      { suggestions: TRY },
    ),
  thanks: () => draft('smalltalk', 'Rất vui được giúp. Khi cần, bạn cứ hỏi tiếp nhé.', { suggestions: TRY }),
  goodbye: () => draft('smalltalk', 'Chào bạn, hẹn gặp lại. Khi cần, bạn cứ nhắn cho tôi.'),
  about_bot: (ward) =>
    draft(
      'smalltalk',
      `Tôi là trợ lý tự động (máy trả lời, không phải cán bộ) của ${ward}. Tôi tìm trong kế hoạch của phường và luôn ghi rõ lấy từ mục nào. Bạn có thể hỏi: ai chủ trì việc gì, khi nào xong, chỉ tiêu năm nào là bao nhiêu. Điều kế hoạch không viết, tôi sẽ nói là không có.`,
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
      `Kế hoạch của ${ward} không hướng dẫn chi tiết thủ tục này. Bạn hỏi Trung tâm Phục vụ hành chính công của phường hoặc xem Cổng Dịch vụ công quốc gia để có hướng dẫn đúng.`,
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
