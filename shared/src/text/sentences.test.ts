import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

describe('cutting sentences', () => {
  it('cuts after full stops and semicolons of a list', () => {
    expect(splitSentences('Rà soát quy định; đề xuất sửa đổi. Báo cáo UBND phường.')).toEqual([
      'Rà soát quy định;',
      'đề xuất sửa đổi.',
      'Báo cáo UBND phường.',
    ]);
  });

  it('does not cut inside short forms, numbers and dates', () => {
    const one = 'Gửi TT. Đảng ủy và P. Văn hóa theo mục 2.1. Kế hoạch, tối thiểu 1.5 tỷ';
    expect(splitSentences(one)).toEqual([one]);
  });

  it('loses nothing but white space', () => {
    const text = 'Một. Hai! Ba? Bốn… Năm; sáu.';
    expect(splitSentences(text).join(' ')).toBe(text);
  });
});
