import type { UnreachedReason } from '@phuong-so/shared/domain/delivery';

/** Why somebody is not reached, in one sentence for whoever has to tell them in person. Zalo's windows: platform notes, 3.4. */
export const UNREACHED_WORDS: Readonly<Record<UnreachedReason, string>> = {
  no_interaction_7_days: 'Đã 7 ngày không nhắn gì cho Zalo của phường, nên Zalo không cho phường nhắn trước.',
  never_wrote: 'Chưa nhắn cho Zalo của phường lần nào.',
  blocked_or_left: 'Đã bỏ theo dõi hoặc chặn tin của Zalo phường.',
  muted: 'Đã chọn không nhận loại thông báo này.',
  no_consent: 'Đã chọn không để Zalo của phường nhắn trước.',
  not_linked: 'Chưa nối Zalo của phường với ứng dụng, nên chỉ thấy khi mở ứng dụng.',
  channel_off: 'Phường chưa dùng kênh gửi tin này.',
  quota_used_up: 'Zalo báo đã hết số tin được phép gửi cho người này.',
  refused: 'Zalo không nhận tin này.',
  uncertain: 'Đã gửi, nhưng không rõ đã tới hay chưa.',
  stopped: 'Việc gửi đã dừng trước khi tới người này.',
};
