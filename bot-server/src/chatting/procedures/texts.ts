import type { Paper, Service } from '@phuong-so/shared/domain/library';
import type { WardContact } from '@phuong-so/shared/domain/ward';
import { dayText, plainText } from '../plain-text.ts';

/** Said in the place of whatever nobody has verified. */
export const ASK_CENTRE = 'hỏi lại Trung tâm Phục vụ hành chính công';

export const CHOOSE_FIELD = 'Bạn cần làm giấy tờ gì? Bạn gõ tên việc, ví dụ: làm giấy khai sinh. Hoặc gõ số của nhóm:';
export const CHOOSE_PROCEDURE = 'Bạn gõ số của thủ tục muốn xem:';
export const SEE_MORE = 'Gõ số để xem tiếp:';
export const FORWARD = 'Tin trên để bạn giữ lại, hoặc chuyển tiếp cho người nhà.';
export const GONE = 'Thủ tục này không còn trong danh sách của phường. Bạn gõ tên việc cần làm, tôi tìm giúp.';

/** "Lệ phí: …"; what is not known is to be asked for. */
export function factLine(label: string, value: string | null): string {
  return value === null ? `${label}: ${ASK_CENTRE}.` : `${label}: ${plainText(value)}`;
}

/** "- Giấy chứng sinh. Bệnh viện đã gửi …" */
export function paperLine({ name, original, note }: Paper): string {
  const form = original === null ? '' : original ? ' (bản chính)' : ' (không cần bản chính)';
  return [`- ${name}${form}`, note === null ? '' : plainText(note)].filter(Boolean).join('. ');
}

/** For papers of which nobody has verified whether the original is needed; "" where all are known. */
export function originalsUnknown(papers: readonly Paper[]): string {
  const unknown = papers.filter(({ original }) => original === null).length;
  if (unknown === 0) return '';
  if (unknown === papers.length) return `Giấy nào phải là bản chính: bạn ${ASK_CENTRE}.`;
  return `Giấy không ghi gì về bản chính thì chưa rõ: bạn ${ASK_CENTRE}.`;
}

/** Where the facts come from, with the day on which somebody read them there. */
export function sourceText({ sources, checked }: Service): string {
  const names = sources.map(({ name }) => name).join('; ');
  return `Nguồn: ${names}. Thông tin kiểm tra ngày ${dayText(checked)}.`;
}

/** The ward's own address and hours, where it has configured them. */
export function contactLines(contact: WardContact | undefined): string[] {
  return [
    contact?.address ? `Địa chỉ phường: ${contact.address}` : '',
    contact?.hours ? `Giờ làm việc: ${contact.hours}` : '',
    contact?.hotline ? `Điện thoại: ${contact.hotline}` : '',
  ].filter(Boolean);
}
