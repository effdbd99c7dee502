import type { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';

export type NoticeKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** What each kind is about; the urgent one first. */
const MEANINGS: Readonly<Record<NoticeKind, string>> = {
  urgent: 'Bão lũ, cháy nổ, dịch bệnh, việc phải biết ngay. Nên để bật: tin này có thể đến cả ban đêm.',
  meeting: 'Mời họp tổ dân phố, họp phường, gặp mặt.',
  utilities: 'Cắt điện, cắt nước, sửa đường.',
  health: 'Tiêm chủng, khám bệnh, phòng dịch.',
  class: 'Lớp học kỹ năng số, lớp học gần nhà.',
  fee: 'Các khoản thu, khoản đóng góp và thời hạn.',
  general: 'Các tin khác của phường và của tổ.',
};

export const NOTICE_KINDS = (Object.keys(MEANINGS) as NoticeKind[]).map((kind) => ({ kind, meaning: MEANINGS[kind] }));
