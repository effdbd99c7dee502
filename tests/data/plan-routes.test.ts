import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { composeBoard } from '../../bot-server/src/app/compose-board.ts';
import { planRoute } from '../../bot-server/src/work/obstacles/plan-route.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

/** Ward → the unit through which obstacles go, a piece of the sentence that says so, and whom the ward passes them on to. */
test.each([
  ['hoang-mai', 'vhxh', '(qua phòng Văn hóa - Xã hội)', 'UBND Thành phố, Sở Khoa học và Công nghệ'],
  ['nguyen-dai-nang', 'vhxh', '(qua Phòng Văn hóa - Xã hội để tổng hợp)', null],
  ['tran-lieu', 'vhxh', '(qua Phòng Văn hóa - Xã hội)', null],
  ['yen-hoa', 'van-phong', 'tổng hợp các vấn đề khó khăn, vướng mắc', null],
  ['phuong-001', 'vhxh', null, null],
])('%s: obstacles go as its plan says', (key, through, piece, beyond) => {
  const ward = composeBoard({ demo: false }, service).ward(key);
  const route = ward && planRoute(ward.facts, ward.units);
  expect(route).toMatchObject({ through, beyond });
  if (piece === null) expect(route?.said).toBeNull();
  else expect(route?.said?.quote).toContain(piece);
});
