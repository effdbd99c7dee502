import { expect, test } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

test('headings and bold lines are bold lines without marks', () => {
  const { blocks } = readMarkdown('# KẾ HOẠCH\n\n**1. Mục tiêu**\n\nMục tiêu phụ\n===\n\nChữ **đậm** một phần\n');
  expect(blocks).toMatchObject([
    { text: 'KẾ HOẠCH', bold: true, whole: true },
    { text: '1. Mục tiêu', bold: true },
    { text: 'Mục tiêu phụ', bold: true },
    { text: 'Chữ đậm một phần', bold: false },
  ]);
});

test('list items stay apart, a star bullet is a label because quotes drop stars', () => {
  const { blocks } = readMarkdown('Giao nhiệm vụ:\n- Phòng A;\n* Phòng B;\n1\\. Phòng C\n');
  expect(blocks).toMatchObject([
    { text: 'Giao nhiệm vụ:', whole: true },
    { text: '- Phòng A;' },
    { text: 'Phòng B;', label: '-' },
    { text: '1. Phòng C' },
  ]);
});

test('a wrapped paragraph arrives line by line, an unwrapped one whole', () => {
  const { blocks } = readMarkdown('Dòng một\ndòng hai\n\nMột đoạn.\n');
  expect(blocks).toMatchObject([
    { text: 'Dòng một', whole: false, blankBefore: true },
    { text: 'dòng hai', whole: false, blankBefore: false },
    { text: 'Một đoạn.', whole: true },
  ]);
});

test('pipe tables keep empty cells, escaped pipes, line breaks and bold', () => {
  const source =
    '| TT | Chỉ tiêu | 2026 |\n|:--|---|--:|\n| **I** | **Nhóm** | |\n| 1 | A \\| B<br>C | ≥ 60 |\n\nHết\n';
  const { blocks } = readMarkdown(source);
  expect(blocks[0]).toMatchObject({
    rows: [
      { cells: [{ text: 'TT' }, { text: 'Chỉ tiêu' }, { text: '2026' }] },
      { cells: [{ text: 'I', bold: true }, { text: 'Nhóm', bold: true }, { text: '' }] },
      { cells: [{ text: '1' }, { text: 'A | B\nC', bold: false }, { text: '≥ 60' }] },
    ],
  });
  expect(blocks[1]).toMatchObject({ text: 'Hết' });
});
