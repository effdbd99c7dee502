import { expect, it } from 'vitest';
import { markedParts } from './marked-text.ts';

it('marks the cited words and loses no letter of the paragraph', () => {
  const parts = markedParts('trước ngày 30/11 hằng năm', { start: 6, end: 16 });
  expect(parts.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['ngày 30/11']);
  expect(parts.map((part) => part.text).join('')).toBe('trước ngày 30/11 hằng năm');
});

it.each([null, { start: -1, end: 3 }, { start: 5, end: 5 }, { start: 0, end: 99 }])('marks nothing for %o', (mark) => {
  expect(markedParts('một câu', mark)).toEqual([{ start: 0, text: 'một câu', isMarked: false }]);
});
