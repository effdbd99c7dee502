import type { WRONG_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import type { AnnouncementKind, ReplyAsk } from '@phuong-so/shared/domain/broadcast';
import type { NoticeChoices } from '../../ports/notice-wishes.ts';
import { KINDS } from './texts.ts';

export const ALL_OFF = 'Tắt tất cả';
export const ALL_ON = 'Nhận lại tất cả';
export const NOT_LISTED_LONGER =
  'Không có thông báo nào gửi tới bạn gần đây. Nếu tin nhận ở nơi khác, bạn nhắn KIỂM TRA TIN NHẮN để tôi xem giúp.';
export const THANKS_FOR_REPORT = 'Cảm ơn bạn. Người gửi và cán bộ phường thấy có người báo, không thấy tên bạn.';
export const NOT_FOR_ME = `${THANKS_FOR_REPORT} Muốn chọn loại tin nhận, bạn nhắn TẮT THÔNG BÁO.`;
export const SUSPICIOUS = `${THANKS_FOR_REPORT} Trong lúc chờ, bạn đừng chuyển tiền, đừng bấm đường link, đừng đọc mã OTP theo tin đó.`;
export const WRONG_WHY: Readonly<Record<(typeof WRONG_REASONS)[number], string>> = {
  wrong_fact: 'Nội dung chưa đúng',
  not_for_me: 'Không phải gửi cho tôi',
  suspicious: 'Nghi là tin giả, lừa đảo',
  other: 'Lý do khác',
};

export function askWhy(title: string): string {
  return `Bạn báo tin “${title}” chưa đúng ở đâu? Bạn gõ số:`;
}

/** What to choose from. */
export function choosing({ chat, muted }: NoticeChoices): string {
  if (!chat) return 'Bạn đang tắt mọi thông báo nhắn qua Zalo. Bạn gõ số:';
  const off = muted.map((kind) => KINDS[kind].toLocaleLowerCase('vi'));
  const now = off.length === 0 ? 'Bạn đang nhận mọi loại thông báo.' : `Bạn đang tắt: ${off.join('; ')}.`;
  return `${now} Gõ số của loại muốn tắt hoặc bật:`;
}

export function kindLabel(kind: AnnouncementKind, isOn: boolean): string {
  return `${isOn ? 'Tắt' : 'Bật lại'}: ${KINDS[kind]}`;
}

/** After kinds, or everything, were turned off or on. */
export function chosen(kinds: readonly AnnouncementKind[] | 'all', on: boolean): string {
  const named =
    kinds === 'all'
      ? 'mọi loại thông báo'
      : `thông báo loại: ${kinds.map((kind) => KINDS[kind].toLocaleLowerCase('vi')).join('; ')}`;
  if (on) return `Từ giờ bạn lại nhận ${named}.`;
  return `Từ giờ tôi không nhắn cho bạn ${named}. Bạn vẫn xem được trong Mini App. Muốn nhận lại, nhắn BẬT LẠI.`;
}

const HOW: Readonly<Record<Exclude<ReplyAsk, 'none'>, string>> = {
  attending: 'nhắn THAM GIA, hoặc THAM GIA 3 (nhà đi 3 người), hoặc KHÔNG THAM GIA',
  confirm_read: 'nhắn ĐÃ ĐỌC',
};

/** Said to the announcement, but not what it asks. */
export function howToAnswer(title: string, asks: Exclude<ReplyAsk, 'none'>): string {
  return `Để trả lời thông báo “${title}”, bạn ${HOW[asks]}.`;
}

export function answered(title: string, answer: 'yes' | 'no' | 'read', people: number | null): string {
  if (answer === 'read') return `Đã ghi: bạn đã đọc “${title}”. Cảm ơn bạn.`;
  const said =
    answer === 'no' ? 'không tham gia' : people === null || people === 1 ? 'tham gia' : `tham gia ${people} người`;
  const change = answer === 'no' ? 'THAM GIA' : 'KHÔNG THAM GIA, hoặc THAM GIA và số người';
  return `Đã ghi: bạn ${said} “${title}”. Muốn đổi, nhắn ${change}.`;
}

export function notTaken(title: string, why: string): string {
  return `Tôi chưa ghi được câu trả lời cho “${title}”: ${why}`;
}

/** In words; more are not one household. */
export function tooMany(most: number): string {
  return `Mỗi lần chỉ ghi được từ 1 đến ${most} người. Bạn nhắn lại, ví dụ: THAM GIA 3.`;
}
