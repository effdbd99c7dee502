import { expect, test } from 'vitest';
import { oneThingScreens } from './together.ts';

test('each item of a list is a screen of its own, under the words that lead to it', () => {
  expect(oneThingScreens('**Ba việc**\n\n1. **Tắt máy**.\n2. Gọi lại\n   số cũ.')).toEqual([
    '**Ba việc**\n\n1. **Tắt máy**.',
    '**Ba việc**\n\n2. Gọi lại\n   số cũ.',
  ]);
});

test('what comes after the list is a screen too; a text without a list is one', () => {
  expect(oneThingScreens('- Một.\n- Hai.\n\nNhấn giữ để tắt máy.')).toEqual([
    '- Một.',
    '- Hai.',
    'Nhấn giữ để tắt máy.',
  ]);
  expect(oneThingScreens('Một.\n\nHai.')).toEqual(['Một.\n\nHai.']);
});
