import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';

export const KIND_NAMES: Readonly<Record<AnnouncementReply['kind'], string>> = {
  general: 'Thông báo chung',
  meeting: 'Mời họp',
  class: 'Lớp học',
  utilities: 'Điện, nước',
  health: 'Y tế',
  fee: 'Khoản thu',
  urgent: 'Khẩn',
};
