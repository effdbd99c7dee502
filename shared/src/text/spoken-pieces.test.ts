import { expect, it } from 'vitest';
import { spokenPieces } from './spoken-pieces.ts';

it('reads a long answer sentence by sentence, and loses no word', () => {
  const text = `${'Uỷ ban nhân dân phường giao Phòng Văn hóa - Xã hội chủ trì thực hiện. '.repeat(6)}\nHạn: 29/11.`;
  const pieces = spokenPieces(text, 180);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200);
  expect(pieces.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
});
