import type { ObstacleReply } from '@phuong-so/shared/contracts/obstacles';

export const OBSTACLE_STATE_NAMES: Readonly<Record<ObstacleReply['state'], string>> = {
  open: 'Mới gửi',
  in_hand: 'Đang xử lý',
  forwarded: 'Đã chuyển cấp trên',
  answered: 'Đã trả lời',
  closed: 'Đã kết thúc',
};

export const OBSTACLE_KIND_NAMES: Readonly<Record<ObstacleReply['kind'], string>> = {
  obstacle: 'Vướng mắc',
  proposal: 'Kiến nghị',
};
