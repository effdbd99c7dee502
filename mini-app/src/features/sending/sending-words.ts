import type {
  BroadcastProgress,
  BroadcastReply,
  Channel,
  UNREACHED_REASONS,
} from '@phuong-so/shared/contracts/broadcasts';
import type { LogEntry } from '../../api/broadcast-endpoints.ts';
import { printedMoment } from '../../ui/moments.ts';

export type SendingState = BroadcastReply['state'];
type Reason = (typeof UNREACHED_REASONS)[number];
type Delivery = BroadcastProgress['channels'][number]['states'][number]['state'];

export const STATE_NAMES: Readonly<Record<SendingState, string>> = {
  draft: 'Bản nháp',
  awaiting_approval: 'Chờ phường duyệt',
  returned: 'Cần sửa lại',
  scheduled: 'Đã hẹn giờ',
  sending: 'Đang gửi',
  sent: 'Đã gửi xong',
  stopped: 'Đã dừng',
  cancelled: 'Đã hủy',
};

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  feed: 'Mục Thông báo trong Phường Số',
  oa: 'Tin nhắn Zalo của phường',
  mini_app: 'Báo về máy từ Phường Số',
  gmf: 'Nhóm Zalo của tổ',
  zbs: 'Tin mẫu qua Zalo',
};

export const DELIVERY_NAMES: Readonly<Record<Delivery, string>> = {
  pending: 'Đang chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi đi',
  delivered: 'Đã tới máy',
  seen: 'Đã xem',
  uncertain: 'Chưa rõ đã tới hay chưa',
  failed: 'Không gửi được',
  cancelled: 'Không gửi nữa',
};

const NOT_REACHED: Readonly<Record<Reason, string>> = {
  no_interaction_7_days: 'không nhận được tin nhắn vì chưa nhắn cho phường trong 7 ngày',
  never_wrote: 'không nhận được tin nhắn vì chưa từng nhắn cho phường',
  blocked_or_left: 'không nhận được tin nhắn vì đã chặn hoặc bỏ quan tâm Zalo của phường',
  muted: 'không nhận vì đã tắt loại tin này',
  no_consent: 'không nhận vì chưa đồng ý nhận tin qua Zalo',
  not_linked: 'không nhận được tin nhắn vì chưa nối Zalo với Phường Số',
  channel_off: 'không nhận được vì phường chưa bật cách gửi này',
  quota_used_up: 'chưa nhận được vì phường đã hết lượt gửi mà Zalo cho',
  refused: 'không nhận được vì Zalo không chuyển tin',
  uncertain: 'chưa rõ đã nhận hay chưa; hệ thống không tự gửi lại, để không ai nhận hai lần',
  stopped: 'không nhận vì đã dừng gửi',
};

/** "12 người không nhận được tin nhắn vì chưa nhắn cho phường trong 7 ngày." */
export function unreachedSentence(reason: Reason, people: number): string {
  return `${counted(people)} người ${NOT_REACHED[reason]}.`;
}

export const ACT_NAMES: Readonly<Record<LogEntry['act'], string>> = {
  written: 'Soạn',
  edited: 'Sửa',
  submitted: 'Gửi lên phường để duyệt',
  emergency: 'Gửi khẩn, không chờ duyệt',
  approved: 'Duyệt',
  returned: 'Trả lại để sửa',
  scheduled: 'Cho gửi',
  published: 'Bắt đầu gửi',
  repeated: 'Lặp lại',
  stopped: 'Dừng gửi',
  cancelled: 'Hủy',
  corrected: 'Đính chính',
  rights_gone: 'Không gửi: người soạn không còn quyền gửi',
  too_late: 'Không gửi: đã quá giờ hẹn',
  finished: 'Gửi xong',
};

export const ASK_NAMES: Readonly<Record<BroadcastReply['asks'], string>> = {
  none: 'Không hỏi gì',
  attending: 'Có tham gia không, mấy người',
  confirm_read: 'Bấm “Đã đọc”',
};

export const REPEAT_NAMES: Readonly<Record<BroadcastReply['repeat'], string>> = {
  none: 'Một lần',
  weekly: 'Lặp lại mỗi tuần',
  monthly: 'Lặp lại mỗi tháng',
};

/** 1234 → "1.234". */
export function counted(count: number): string {
  return count.toLocaleString('vi-VN');
}

/** "Tổ dân phố 1, Tổ dân phố 2"; nobody named = the whole ward. */
export function audienceWords(groups: BroadcastReply['groups']): string {
  return groups.length === 0 ? 'Cả phường' : groups.map(({ name }) => name).join(', ');
}

/** "Lúc 19:30 ngày 28/11/2026, lặp lại mỗi tuần". */
export function timeWords({ send_at, repeat }: Pick<BroadcastReply, 'send_at' | 'repeat'>): string {
  const when = send_at === null ? 'Ngay khi bấm gửi' : `Lúc ${printedMoment(send_at)}`;
  return repeat === 'none' ? when : `${when}, ${REPEAT_NAMES[repeat].toLowerCase()}`;
}

/** Goes out without waiting for approval or morning. */
export function isEmergency({ kind, emergency_reason }: Pick<BroadcastReply, 'kind' | 'emergency_reason'>): boolean {
  return kind === 'urgent' && emergency_reason !== null;
}
