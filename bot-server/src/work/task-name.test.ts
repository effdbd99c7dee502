import { expect, test } from 'vitest';
import { taskNameOf } from './task-name.ts';

test.each([
  ['III. TĂNG CƯỜNG ĐẦU TƯ, HOÀN THIỆN HẠ TẦNG', '5', 'III.5'],
  ['V. TỔ CHỨC THỰC HIỆN', '1-2', 'V.1-2'],
  ['2. Hoàn thiện thể chế', '2.2', '2.2'],
  ['II.2.2 Chỉ tiêu, nhiệm vụ', 'b', 'II.2.2.b'],
  ['III', '5', 'III.5'],
  ['VÌ MỘT PHƯỜNG SỐ', '5', '5'],
  [null, '5', '5'],
  ['III. A', null, null],
])('%s, %s is called %s', (group, no, name) => {
  expect(taskNameOf({ group, no })).toBe(name);
});
