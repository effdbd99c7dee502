import { expect, it } from 'vitest';
import { deviceSpeech, spokenPieces } from './speech.ts';

it('reads a long answer sentence by sentence, and loses no word', () => {
  const text = `${'Uỷ ban nhân dân phường giao Phòng Văn hóa - Xã hội chủ trì thực hiện. '.repeat(6)}\nHạn: 29/11.`;
  const pieces = spokenPieces(text);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200);
  expect(pieces.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
});

it('offers nothing where the device has no voices at all', () => {
  const speech = deviceSpeech({} as Window);
  expect(speech.canSpeak()).toBe(false);
  let ended = 0;
  speech.speak('Xin chào', () => (ended += 1));
  expect(ended).toBe(1);
});
