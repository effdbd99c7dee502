import { expect, test } from 'vitest';
import { cardinal, digitByDigit, romanNumber, sayNumber } from './number-words.ts';

test.each([
  ['0', 'không'],
  ['1', 'một'],
  ['4', 'bốn'],
  ['5', 'năm'],
  ['10', 'mười'],
  ['11', 'mười một'],
  ['14', 'mười bốn'],
  ['15', 'mười lăm'],
  ['20', 'hai mươi'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['25', 'hai mươi lăm'],
  ['31', 'ba mươi mốt'],
  ['44', 'bốn mươi tư'],
  ['55', 'năm mươi lăm'],
  ['91', 'chín mươi mốt'],
  ['100', 'một trăm'],
  ['101', 'một trăm linh một'],
  ['104', 'một trăm linh tư'],
  ['105', 'một trăm linh năm'],
  ['110', 'một trăm mười'],
  ['115', 'một trăm mười lăm'],
  ['121', 'một trăm hai mươi mốt'],
  ['214', 'hai trăm mười bốn'],
  ['999', 'chín trăm chín mươi chín'],
  ['1000', 'một nghìn'],
  ['1004', 'một nghìn không trăm linh tư'],
  ['1005', 'một nghìn không trăm linh năm'],
  ['1015', 'một nghìn không trăm mười lăm'],
  ['1050', 'một nghìn không trăm năm mươi'],
  ['1100', 'một nghìn một trăm'],
  ['1975', 'một nghìn chín trăm bảy mươi lăm'],
  ['2000', 'hai nghìn'],
  ['2024', 'hai nghìn không trăm hai mươi tư'],
  ['2026', 'hai nghìn không trăm hai mươi sáu'],
  ['2030', 'hai nghìn không trăm ba mươi'],
  ['10000', 'mười nghìn'],
  ['21000', 'hai mươi mốt nghìn'],
  ['100005', 'một trăm nghìn không trăm linh năm'],
  ['1000000', 'một triệu'],
  ['1000005', 'một triệu không trăm linh năm'],
  ['1005000', 'một triệu không trăm linh năm nghìn'],
  ['1250000', 'một triệu hai trăm năm mươi nghìn'],
  ['15000000', 'mười lăm triệu'],
  ['1000000000', 'một tỷ'],
  ['2500000000', 'hai tỷ năm trăm triệu'],
  ['1250000000000', 'một nghìn hai trăm năm mươi tỷ'],
  ['1000000000000000000', 'một tỷ tỷ'],
])('%s is "%s"', (digits, words) => {
  expect(cardinal(digits)).toBe(words);
});

test.each([
  ['1.250.000', 'một triệu hai trăm năm mươi nghìn'],
  ['1,250,000', 'một triệu hai trăm năm mươi nghìn'],
  ['2.000', 'hai nghìn'],
  ['12,5', 'mười hai phẩy năm'],
  ['12,05', 'mười hai phẩy không năm'],
  ['0,25', 'không phẩy hai mươi lăm'],
  ['3,125', 'ba phẩy một hai năm'],
  ['1.250,5', 'một nghìn hai trăm năm mươi phẩy năm'],
  ['4.0', 'bốn chấm không'],
  ['05', 'năm'],
  ['007', 'không không bảy'],
  ['1234567890123456789', 'một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy tám chín'],
])('%s is written, "%s" is said', (written, words) => {
  expect(sayNumber(written)).toBe(words);
});

test('digit by digit, as telephones are told', () => {
  expect(digitByDigit('0912345678')).toBe('không chín một hai ba bốn năm sáu bảy tám');
});

test.each([
  ['I', 1],
  ['IV', 4],
  ['IX', 9],
  ['XIV', 14],
  ['XXI', 21],
  ['XL', 40],
  ['XLIX', 49],
  ['IIII', null],
  ['VX', null],
  ['', null],
  ['CD', null],
])('%s is %s', (letters, number) => {
  expect(romanNumber(letters)).toBe(number);
});

test('every number from 0 to 9,999 has words of its own', () => {
  const all = Array.from({ length: 10_000 }, (_, number) => cardinal(String(number)));
  expect(new Set(all).size).toBe(10_000);
  // Never "mười" behind another ten, never "lăm" or "mốt" without one.
  for (const words of all)
    expect(words).not.toMatch(/mươi mười|(?<!mươi|mười) lăm|(?<!mươi) mốt|linh (?:lăm|mốt|không)/);
});
