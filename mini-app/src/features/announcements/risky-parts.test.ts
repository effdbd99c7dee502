import { expect, it } from 'vitest';
import { announcement } from '../../../testing/sample-announcements.ts';
import { phonesApart } from './phone-numbers.ts';
import { riskyParts } from './risky-parts.ts';

const { title, body } = announcement();
const REAL = `${title}\n${body}`;

it('points at the account, link, phone and sum that the announcement does not have', () => {
  const altered = `${REAL.replace('50.000', '500.000').replace('0225 300 1234', '0912 345 678')} Chuyển về STK 1023 4567 8901 hoặc http://thu-quy.example/nop`;
  expect(riskyParts(altered, REAL)).toEqual([
    { kind: 'link', text: 'http://thu-quy.example/nop' },
    { kind: 'phone', text: '0912 345 678' },
    { kind: 'money', text: '500.000 đồng' },
    { kind: 'account', text: '1023 4567 8901' },
  ]);
});

it('does not mind other spellings of what the announcement has, nor days', () => {
  expect(riskyParts('Hỏi 02253001234 hay +84 225 300 1234, ngày 28-11-2026, 50000đ', REAL)).toEqual([]);
});

it('lists what is dangerous in a message of unknown origin', () => {
  expect(riskyParts('Trúng thưởng 5 triệu! bit.ly/abc gọi 0912345678', null)).toEqual([
    { kind: 'link', text: 'bit.ly/abc' },
    { kind: 'phone', text: '0912345678' },
  ]);
});

it.each([
  ['Hỏi thêm: 0225 300 1234.', ['02253001234']],
  ['Tổng đài 1900 0368, di động 0912.345.678', ['19000368', '0912345678']],
  ['Cấp cứu: gọi 115', ['115']],
  ['Họp tại số 115 Trần Phú, nộp 500.000 đồng trước 28/11/2026', []],
  ['Số tài khoản: 0123456789', []],
])('%s: calls %j', (text, numbers) => {
  const parts = phonesApart(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.flatMap(({ phone }) => (phone === null ? [] : [phone]))).toEqual(numbers);
});
