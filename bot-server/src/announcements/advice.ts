import type { Checked } from './check-message.ts';

const NEVER = 'Đừng chuyển tiền, đừng bấm đường link, đừng gọi số điện thoại và đừng đọc mã OTP theo tin đó.';
const WORDS = 'Đúng là thông báo của phường: lời trong tin giống bản chính dưới đây.';
const CODE =
  'Mã này là của thông báo dưới đây. Hãy so từng chữ trong tin nhận được với bản này, nhất là số tiền, số tài khoản, số điện thoại và đường link. Chỗ nào khác thì đừng làm theo.';
const ALTERED = `Cẩn thận: tin này giống một thông báo của phường nhưng có chỗ bị thêm, bớt hoặc sửa. Chỉ tin bản chính dưới đây. ${NEVER} Chưa rõ thì hỏi tổ trưởng hoặc cán bộ phường.`;
const UNKNOWN = `Không tìm thấy tin này trong các thông báo của phường, nên chưa thể coi là tin của phường. ${NEVER} Hãy hỏi lại tổ trưởng hoặc cán bộ phường.`;
const DEMO = 'Đây chỉ là dữ liệu trình diễn, không phải thông báo thật.';

/** What the person should do now. */
export function adviceOn(checked: Checked): string {
  if (checked.verdict === 'unknown') return UNKNOWN;
  const advice = checked.verdict === 'altered' ? ALTERED : checked.by === 'code' ? CODE : WORDS;
  return checked.announcement.demo ? `${advice} ${DEMO}` : advice;
}
