import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('a step of a lesson is its words: no drawing, no stars, lists as lines', () => {
  expect(plainText('![Ba nút](ba-nut.svg)\n\n**Ba nút**\n\n* Nút nguồn\n1. Một.')).toBe(
    'Ba nút\n\n- Nút nguồn\n1) Một.',
  );
});
