import { expect, it } from 'vitest';
import { layOut } from './answer-layout.ts';

const item = (title: string) => ({ title, lead: [], coordinating: [], due: null, state: null });
const kinds = (text: string, titles: string[] = []) =>
  layOut({ text, items: titles.map(item) }).map(({ kind }) => kind);

it('draws the items in the place of the lines that count them up, whole or cut off, and keeps all other text', () => {
  const text =
    'Phòng có 2 việc:\n1. Mở lớp học – 7/2025 (PL 1.1)\n2. Thành lập câu lạc… – Hàng năm\nNgoài ra:\n- Báo cáo';
  expect(kinds(text, ['Mở lớp học', 'Thành lập câu lạc bộ số'])).toEqual([
    'paragraph',
    'items',
    'paragraph',
    'bullets',
  ]);
});

it('keeps numbered lines that are not the items, and puts the items after the text', () => {
  expect(kinds('Các bước:\n1. Gọi điện\n2. Nộp đơn', ['Việc khác', 'Nộp đơn'])).toEqual([
    'paragraph',
    'numbers',
    'items',
  ]);
  expect(kinds('Các bước:\n1. Gọi điện')).toEqual(['paragraph', 'numbers']);
});

it('loses no word of a text without items', () => {
  const text = 'Một.\nHai.\n\n- ba\n– bốn\n12. mười hai\n\nNăm 2025.';
  const words = layOut({ text, items: [] }).flatMap(({ lines }) => lines);
  expect(words).toEqual(['Một.', 'Hai.', 'ba', 'bốn', 'mười hai', 'Năm 2025.']);
});
