import type { Reach } from '@phuong-so/shared/domain/audience';
import { type Broadcast, isEmergency } from '@phuong-so/shared/domain/broadcast';
import { MASKS, maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { writeTime } from './message-text.ts';

/** What is known of a sending before it begins. Times in epoch ms. */
export interface Outlook {
  readonly now: number;
  readonly beginsAt: number;
  readonly endsAbout: number;
  readonly reach: Reach;
  /** The message to one person. */
  readonly text: string;
  /** What makes the words look like a scam, each a sentence. */
  readonly risks: readonly string[];
}

/** What its writer should know before it goes, each a sentence; nothing of it stops them. */
export function warningsOf(broadcast: Broadcast, outlook: Outlook): string[] {
  return [...aboutTime(broadcast, outlook), ...aboutWords(broadcast, outlook), ...aboutReach(broadcast, outlook)];
}

/** A minute's rounding is no wait. */
const AT_ONCE_MS = 60_000;

function aboutTime(
  { event, sendAt, kind, emergencyReason }: Broadcast,
  { now, beginsAt, endsAbout }: Outlook,
): string[] {
  const wanted = Math.max(now, sendAt ?? now);
  const isLate = beginsAt > wanted + AT_ONCE_MS;
  return [
    ...(sendAt !== null && sendAt < now - AT_ONCE_MS ? ['Giờ hẹn gửi đã qua: thông báo sẽ được gửi ngay.'] : []),
    ...(isLate
      ? [
          `Ngoài giờ gửi (7 đến 21 giờ) hoặc ngày nghỉ lễ: trong ứng dụng có ngay, còn tin Zalo bắt đầu gửi lúc ${writeTime(beginsAt)}.`,
        ]
      : []),
    ...(event !== null && event.startsAt > now && endsAbout >= event.startsAt
      ? ['Tin Zalo gửi xong sau giờ diễn ra: có người nhận được quá muộn. Nên gửi sớm hơn hoặc báo thêm cách khác.']
      : []),
    ...(event === null && (kind === 'meeting' || kind === 'class')
      ? ['Chưa ghi thời gian và địa điểm ở mục riêng; nếu đã viết trong lời thì không sao.']
      : []),
    ...(kind === 'urgent' && emergencyReason === null
      ? ['Loại khẩn cấp nhưng chưa ghi lý do: tin vẫn chờ giờ gửi (và chờ duyệt, nếu phường có duyệt) như tin thường.']
      : []),
  ];
}

function aboutWords(broadcast: Broadcast, { text, risks }: Outlook): string[] {
  const { title, body, event } = broadcast;
  const written = `${title}\n${body}\n${event?.place ?? ''}`;
  const masked = maskPersonal(written);
  const isCut = event?.place != null && !text.includes(event.place);
  return [
    ...(isCut ? ['Tin dài quá một tin nhắn Zalo, nên địa điểm bị cắt bớt. Nên viết lời ngắn lại.'] : []),
    ...(/…|\.{3}/u.test(`${title}\n${body}`) ? ['Trong lời có dấu "…": nếu là chỗ chưa điền thì cần điền.'] : []),
    ...(masked.includes(MASKS.phone) ? ['Trong lời có số điện thoại: ai cũng đọc được, và cần đúng từng số.'] : []),
    ...(masked.includes(MASKS.account)
      ? ['Trong lời có số tài khoản: kẻ gian hay sửa số này. Nên thu tại nơi quen thuộc, hoặc kiểm tra kỹ từng số.']
      : []),
    ...risks.map((why) => `Người nhận có thể ngờ là tin lừa đảo: ${why}`),
  ];
}

function aboutReach(broadcast: Broadcast, { reach }: Outlook): string[] {
  const { people, mayCost } = reach;
  const isEmpty = people === 0;
  return [
    ...(isEmpty ? ['Chưa có ai trong ứng dụng hoặc Zalo thuộc nơi nhận này: cần báo bằng cách khác.'] : []),
    ...(mayCost > 0
      ? [
          `${mayCost} tin gửi tới người đã hơn 2 ngày chưa nhắn cho Zalo của phường: Zalo có thể tính tiền, theo bảng giá của tài khoản.`,
        ]
      : []),
    ...(isEmergency(broadcast)
      ? ['Khẩn cấp: gửi ngay, kể cả đêm và ngày nghỉ, không chờ duyệt. Lý do được ghi lại và cán bộ phường thấy.']
      : []),
    ...(broadcast.demo ? ['Bản trình diễn: chỉ những người đang dùng thử nhận được.'] : []),
  ];
}
