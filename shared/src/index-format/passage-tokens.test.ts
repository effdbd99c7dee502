import { expect, it } from 'vitest';
import { passageTokens } from './passage-tokens.ts';

it('folds each syllable and keeps its marked spelling in one form', () => {
  const { occurrences } = passageTokens('', 'Hoà giải ĐƯỜNG phố', []);
  expect(occurrences.map(({ folded, marked }) => [folded, marked])).toEqual([
    ['hoa', 'hòa'],
    ['giai', 'giải'],
    ['duong', 'đường'],
    ['pho', 'phố'],
  ]);
});

it('makes no neighbours across a clause, or of heading and text', () => {
  const { occurrences, headingEnd } = passageTokens('Hạ tầng', 'phủ sóng, an toàn', []);
  const positions = occurrences.map(({ position }) => position);
  expect(positions).toEqual([0, 1, 3, 4, 6, 7]);
  expect(headingEnd).toBeGreaterThan(1);
  expect(headingEnd).toBeLessThanOrEqual(3);
});

it('says where each sentence starts', () => {
  const sentences = ['Phủ sóng 5G, mở rộng cáp quang.', 'Lắp camera.'];
  const { occurrences, sentenceStarts } = passageTokens('Hạ tầng số', sentences.join(' '), sentences);
  const wordAt = (start: number) => occurrences.find(({ position }) => position === start)?.marked;
  expect(sentenceStarts.map(wordAt)).toEqual(['phủ', 'lắp']);
});
