import { expect, test } from 'vitest';
import { printedName } from './printed-name.ts';

test.each([
  ['Nguyễn Văn A', 'Nguyễn Văn A'],
  ['  Bà   Năm ', 'Bà Năm'],
  ['Bà Hai (tổ 12)', 'Bà Hai (tổ 12)'],
  ['Y Moan Ê-nuôl', 'Y Moan Ê-nuôl'],
  ['Nguyê\u0303n Thi\u0323 Ha\u0300', 'Nguyễn Thị Hà'],
  ["O'Brien", "O'Brien"],
  ['Lê\u200b Thị', 'Lê Thị'],
])('%j is printed as %j', (given, name) => {
  expect(printedName(given)).toBe(name);
});

test.each([
  '',
  ' ',
  'A',
  '12',
  'Nguyễn Văn A 0912345678',
  'CCCD 001099012345',
  'A 1 2 3 4',
  'a@b.vn',
  '<b>An</b>',
  'An & Bình',
  'http://a.vn',
  'Nguyễn\nVăn A😀',
  '王小明',
  'А'.repeat(4),
  'Ă'.repeat(61),
])('%j is not', (given) => {
  expect(printedName(given)).toBeNull();
});
