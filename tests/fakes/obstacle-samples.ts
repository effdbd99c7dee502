import type { NewObstacle } from '../../bot-server/src/ports/obstacles.ts';

export const RAISER = { subject: 'zalo:1', office: 'Trạm Y tế', at: 1_000 };
export const OFFICE = { subject: 'zalo:9', office: 'Phòng Văn hóa - Xã hội', at: 2_000 };

/** An obstacle of a unit's; `unit` null makes it a resident's. */
export function newObstacle(change: Partial<NewObstacle> = {}): NewObstacle {
  return {
    ...{ ward: 'w', kind: 'obstacle', title: 'Thiếu máy tính', body: 'Hai máy đã hỏng.', unit: 'tram-y-te' },
    ...{ workId: null, through: 'vhxh', demo: false, pressKey: `press ${Math.random()}` },
    ...change,
  };
}
