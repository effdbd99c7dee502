import { describe, expect, it } from 'vitest';
import { readLabel } from './labels.ts';

describe('readLabel', () => {
  it.each([
    ['II. NHIỆM VỤ', 'roman', 'II', 'NHIỆM VỤ'],
    ['1. Mục đích', 'number', '1', 'Mục đích'],
    ['2.1. Nội dung', 'number2', '2.1', 'Nội dung'],
    ['3.10 Tăng cường', 'number2', '3.10', 'Tăng cường'],
    ['a) Đề xuất', 'letter', 'a', 'Đề xuất'],
    ['đ) Khác', 'letter', 'đ', 'Khác'],
    ['Phần II. TỔ CHỨC', 'part', 'II', 'TỔ CHỨC'],
  ])('%s', (text, kind, label, rest) => {
    expect(readLabel(text)).toMatchObject({ label: { kind, text: label }, rest });
  });

  it.each([
    '2030, UBND phường xây dựng',
    '30-CTr/TU ngày 08/3/2024',
    '34/2025/NQ-HĐND; hướng dẫn',
    'V/v triển khai',
    '01/4/2025 của Chính phủ',
    'Vì vậy',
  ])('takes "%s" for running text', (text) => {
    expect(readLabel(text).label).toBeNull();
  });

  it('keeps the bullet apart from the text', () => {
    expect(readLabel('-  Tiếp tục thực hiện')).toMatchObject({ label: null, marker: '-', rest: 'Tiếp tục thực hiện' });
  });
});
