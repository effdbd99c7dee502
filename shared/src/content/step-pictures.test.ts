import { expect, test } from 'vitest';
import { splitStep } from './step-pictures.ts';

test('a step is its words and, apart from them, its drawings', () => {
  expect(splitStep('![Ba nút](ba-nut.svg)\n\n**Ba nút**\n\n- Nút nguồn')).toEqual({
    text: '**Ba nút**\n\n- Nút nguồn',
    pictures: [{ name: 'ba-nut', description: 'Ba nút' }],
  });
  expect(splitStep('Một.\n\n![Hình](a.svg)\n\nHai.').text).toBe('Một.\n\nHai.');
});

test('what is not exactly a drawing of ours stays text', () => {
  const strange = ['![](a.svg)', '![Hình](https://la.example/a.svg)', '![Hình](../a.svg)', 'Xem ![Hình](a.svg) nhé'];
  for (const step of strange) expect(splitStep(step)).toEqual({ text: step, pictures: [] });
});
