import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASKS, maskPersonal } from './mask-personal.ts';

test.each([
  ['CCCD của tôi là 001099001234 ạ', 'CCCD của tôi là [số giấy tờ] ạ'],
  ['cmnd 123456789', 'cmnd [số giấy tờ]'],
  ['CMND 123.456.789', 'CMND [số giấy tờ]'],
  ['căn cước: 0010 9900 1234', 'căn cước: [số giấy tờ]'],
  ['căn cước 001-099-001-234.', 'căn cước [số giấy tờ].'],
  ['001099001234', '[số giấy tờ]'],
  ['gọi 0912345678 nhé', 'gọi [số điện thoại] nhé'],
  ['0912.345.678', '[số điện thoại]'],
  ['sđt 0912 345 678, 091-234-5678', 'sđt [số điện thoại], [số điện thoại]'],
  ['09 12 34 56 78', '[số điện thoại]'],
  ['+84912345678 hoặc +84 912 345 678', '[số điện thoại] hoặc [số điện thoại]'],
  ['+84 (0) 912-345-678', '[số điện thoại]'],
  ['84912345678', '[số điện thoại]'],
  ['(024) 3869 1234 / 024.38691234', '([số điện thoại] / [số điện thoại]'],
  ['0\u200B912\u200B345\u200B678', '[số điện thoại]'],
  ['stk 12345678 Vietcombank', 'stk [số tài khoản] Vietcombank'],
  ['12345678 là tài khoản của tôi', '[số tài khoản] là tài khoản của tôi'],
  ['số tài khoản: 1903 1234 5678 90', 'số tài khoản: [số tài khoản]'],
  ['STK 0912345678 mb', 'STK [số tài khoản] mb'],
  ['thẻ 4111 1111 1111 1111', 'thẻ [số tài khoản]'],
  ['4111111111111111', '[số tài khoản]'],
  ['viết cho Nguyen.Van-A+1@thu.example.vn nhé', 'viết cho [thư điện tử] nhé'],
  ['0912345678@example.com', '[thư điện tử]'],
  ['OTP 123456', 'OTP [mã]'],
  ['mã OTP của tôi là: 4711', 'mã OTP của tôi là: [mã]'],
  ['ma xac nhan 482 913', 'ma xac nhan [mã]'],
  ['mật khẩu 123456 đó', 'mật khẩu [mã] đó'],
])('%s → %s', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked);
});

test.each([
  'Kế hoạch 43/KH-UBND ngày 30/8/2025, Nghị quyết 57-NQ/TW',
  'Nghị định 06/2021/NĐ-CP, Luật 91/2025/QH15, số 1234-QĐ/TU',
  'từ 05-10-2025 10 giờ, 01.01.2025 - 31.12.2025',
  'giai đoạn 2025-2030, các năm 2024 2025 2026',
  'đạt 95%, 45,5 %; 12.500.000 tài khoản, 1.250.000 hộ',
  'lệ phí 500.000 đồng, 2.000.000đ, 500 000 đồng, 1.500.000.000 đ',
  'lúc 7h30, 08:00, 08.00-11.30 13.30-17.00',
  'gọi 113, 1900 1234, 18001234',
  'tổ 05 06 07 08 09, tháng 09 2025 1500 hộ',
  'chọn 1 2 3 4 5, dòng 100 2000',
  'mã thủ tục 1.001193, mã ngành 4711, mã 1234/QĐ',
  '20251121 là ngày họp',
])('%s stays', (text) => {
  expect(maskPersonal(text)).toBe(text);
});

/** Texts that come near the rules, and anything at all. */
const pieces = fc.constantFrom(
  ...[
    '0912',
    '345',
    '678',
    '1234',
    '12',
    '0',
    '84',
    '+84',
    '2025',
    '05',
    '10',
    '123456789',
    '001099001234',
    '500',
    '000',
  ],
  ...[' ', '.', '-', ' - ', '(', ')', ',', '/', '\n', '@', '\u200B', '[', ']', 'đồng', 'đ', 'vn', 'a.b@c.vn'],
  ...[' stk ', ' tài khoản ', 'CCCD ', ' sđt: ', ' mã ', ' OTP ', ' là ', ' của tôi ', ' số ', ...Object.values(MASKS)],
);
const nearby = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
const anything = fc.oneof(nearby, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));

describe('whatever comes in', () => {
  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = maskPersonal(text);
        expect(maskPersonal(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  test('no run of nine digits survives', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(maskPersonal(text)).not.toMatch(/\p{Nd}{9}/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('a telephone number does not survive, however it is spaced', () => {
    const joint = fc.constantFrom('', ' ', '.', '-');
    const number = fc.tuple(
      fc.stringMatching(/^0[35789]\d{2}$/),
      fc.stringMatching(/^\d{3}$/),
      fc.stringMatching(/^\d{3}$/),
    );
    fc.assert(
      fc.property(number, joint, ([a, b, c], sign) => {
        expect(maskPersonal(`gọi ${a}${sign}${b}${sign}${c} nhé`)).toBe('gọi [số điện thoại] nhé');
      }),
    );
  });

  test.each(['9', 'a', '1 ', '@', 'a@', '1.', ' mã', 'stk 1', '0912 ', ' 05-10-2025', '2025-', '[', 'otp pin '])(
    'a hundred thousand characters of "%s" take no longer than they must',
    (piece) => {
      const time = (length: number) => {
        const text = piece.repeat(length / piece.length);
        const start = performance.now();
        maskPersonal(text);
        return performance.now() - start;
      };
      time(10_000);
      expect(time(100_000)).toBeLessThan(5000);
    },
  );
});
