import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

describe('a long text', () => {
  it('is cut at the end of a line rather than in the middle', () => {
    const line = 'Một dòng của danh sách, dài vừa phải, có dấu chấm. Và thêm nữa.';
    const parts = splitText(Array.from({ length: 45 }, () => line).join('\n'));
    expect(parts).toHaveLength(2);
    expect(parts.every((part) => part.split('\n').every((one) => one === line))).toBe(true);
  });

  it('is cut at a sentence where it has no lines, and never between the digits of a number', () => {
    const sentence = 'Đến năm 2030 phấn đấu đạt 1.234.567 lượt truy cập trong cả giai đoạn.';
    const parts = splitText(Array.from({ length: 30 }, () => sentence).join(' '));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.endsWith('.') && part.startsWith('Đến năm'))).toBe(true);
  });

  it('keeps a quote together when it fits', () => {
    const quote = `“${'lời trích nguyên văn; '.repeat(30).trim()}”`;
    const parts = splitText(`${'Chữ trước lời trích. '.repeat(65)}${quote}. Hết.`);
    expect(parts.some((part) => part.includes(quote))).toBe(true);
  });

  it('says which part it is only from three parts on', () => {
    expect(splitText('câu. '.repeat(500))[0]).not.toMatch(/^\(/);
    const three = splitText('câu nữa. '.repeat(600));
    expect(three[0]).toMatch(/^\(1\/3\) câu/);
  });

  it('of anything at all gives parts that fit, lose no letter, and split no character', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', 'ệ', '😀', '“', '”', '.', '1', '\u0301', '𝔄'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(odd, fc.integer({ min: 40, max: 90 }), (text, room) => {
        const parts = splitText(text, room);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(room);
          expect(part.isWellFormed()).toBe(true);
          expect(part.trim()).not.toBe('');
        }
        const letters = (all: string) => all.normalize('NFC').replace(/\s/g, '');
        const whole = parts.map((part) => (parts.length > 2 ? part.replace(/^\(\d+\/\d+\) /, '') : part)).join('');
        expect(letters(whole)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
