import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import type { AnnouncementDetail } from '../src/api/announcement-endpoints.ts';

/** Invented for the invented ward. */
export function announcement(change: Partial<AnnouncementReply> = {}): AnnouncementReply {
  return {
    id: 'tin-1',
    code: 'TB-7K2M9',
    kind: 'meeting',
    title: 'Mời họp tổ dân phố tháng 11',
    body: 'Kính mời bà con dự họp tổ dân phố.\nMang theo giấy mời.\n\nQuỹ khuyến học: 50.000 đồng một hộ.\nHỏi thêm: 0225 300 1234. Xem dichvucong.gov.vn.',
    group: 'Tổ dân phố 1',
    sender: 'Tổ trưởng Tổ dân phố 1',
    published_at: '2026-11-20T18:30:00Z',
    corrected_at: null,
    event: { starts_at: '2026-11-28T12:30:00Z', place: 'Nhà văn hóa Tổ dân phố 1' },
    demo: false,
    read: null,
    ...change,
  };
}

export const POWER_CUT = announcement({
  id: 'tin-2',
  code: 'TB-3H8QX',
  kind: 'utilities',
  title: 'Tạm ngừng cấp điện sáng 25/11',
  body: 'Tạm ngừng cấp điện từ 7 giờ 30 đến 11 giờ để sửa chữa.',
  group: null,
  sender: 'UBND phường An Bình',
  published_at: '2026-11-19T03:00:00Z',
  corrected_at: '2026-11-19T06:00:00Z',
  event: null,
});

export const DEMO_WARNING = announcement({
  id: 'tin-3',
  code: 'TB-9P4WD',
  kind: 'urgent',
  title: 'Cảnh báo kẻ gian giả danh cán bộ phường thu tiền',
  body: 'Cán bộ phường không thu tiền qua tài khoản cá nhân.',
  group: null,
  sender: 'UBND phường An Bình',
  published_at: '2026-11-18T01:15:00Z',
  event: null,
  demo: true,
});

/** As it is when it is opened. */
export function opened(one: AnnouncementReply, change: Partial<AnnouncementDetail> = {}): AnnouncementDetail {
  return { ...one, asks: 'none', my_answer: null, attachment: null, before: null, ...change };
}
