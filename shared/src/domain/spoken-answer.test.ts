import { expect, it } from 'vitest';
import { AI_NOTICE } from './ai-notice.ts';
import { spokenPieces, spokenText } from './spoken-answer.ts';

it('reads a long answer sentence by sentence, and loses no word', () => {
  const text = `${'Uỷ ban nhân dân phường giao Phòng Văn hóa - Xã hội chủ trì thực hiện. '.repeat(6)}\nHạn: 29/11.`;
  const pieces = spokenPieces(text, 180);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200);
  expect(pieces.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
});

it('says every item once, by its whole name, and at the end that a machine worded it', () => {
  const text = `Có 2 việc:\n1. Mở lớp… – 7/2025\n2. Báo cáo\n\n${AI_NOTICE}`;
  const items = [{ title: 'Mở lớp học' }, { title: 'Báo cáo' }];
  expect(spokenText({ text, items, generated: true })).toBe(`Có 2 việc:\nMở lớp học.\nBáo cáo.\n${AI_NOTICE}`);
});
