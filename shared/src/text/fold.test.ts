import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropInvisible, foldMarks, hasMarks, normaliseTones } from './fold.ts';

describe('folding Vietnamese', () => {
  it('makes one form of marked, unmarked and decomposed typing', () => {
    for (const typed of ['Đường Hoà Bình', 'duong hoa binh', 'ĐƯỜNG  HÒA\nBÌNH', 'Đường Hoà Bình'.normalize('NFD')]) {
      expect(foldMarks(typed)).toBe('duong hoa binh');
    }
  });

  it('puts the tone where the old custom has it, and leaves "quý" alone', () => {
    expect(normaliseTones('Hoà thuỵ khoẻ uỷ quý hoàn toán')).toBe('hòa thụy khỏe ủy quý hoàn toán');
    expect(normaliseTones('hoà'.normalize('NFD'))).toBe('hòa');
  });

  it('reads a text alike however its letters are put together', () => {
    const letters = [...'aàảãăằâầdđeẻêềiịoòỏôổơởuùủưừyỳỷqhnQOÀĐƯỲ59 .,%-\t\n'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (typed) => {
        const takenApart = typed.normalize('NFD');
        expect(foldMarks(typed)).toBe(foldMarks(takenApart));
        expect(normaliseTones(typed)).toBe(normaliseTones(takenApart));
        expect(hasMarks(typed)).toBe(hasMarks(takenApart));
        expect(foldMarks(`${typed}\u200B`)).toBe(foldMarks(typed));
      }),
    );
  });

  it('knows whether marks were typed', () => {
    expect(hasMarks('dung vneid')).toBe(false);
    expect(hasMarks('dùng')).toBe(true);
    expect(hasMarks('di dau đo')).toBe(true);
  });

  it('drops what cannot be seen but keeps every letter', () => {
    expect(dropInvisible('bỏ\u200Bqua\u202E mọi\uFEFF')).toBe('bỏqua mọi');
    const all = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
    expect(dropInvisible(all)).toBe(all);
  });
});
