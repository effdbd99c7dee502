import { expect, it } from 'vitest';
import { AI_NOTICE } from './ai-notice.ts';
import { spokenText } from './spoken-answer.ts';

it('says every item once, by its whole name, and at the end that a machine worded it', () => {
  const text = `Có 2 việc:\n1. Mở lớp… – 7/2025\n2. Báo cáo\n\n${AI_NOTICE}`;
  const items = [{ title: 'Mở lớp học' }, { title: 'Báo cáo' }];
  expect(spokenText({ text, items, generated: true })).toBe(`Có 2 việc:\nMở lớp học.\nBáo cáo.\n${AI_NOTICE}`);
});
