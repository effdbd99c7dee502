import type { SourceTable } from '@phuong-so/shared/domain/source-document';
import { expect, test } from 'vitest';
import { readPlainText } from './read-plain-text.ts';

const tablesOf = (text: string): SourceTable[] =>
  readPlainText(text).blocks.filter((block): block is SourceTable => block.kind === 'table');
const linesOf = (text: string): string[] =>
  readPlainText(text).blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
const cellsOf = (table: SourceTable | undefined): (string | undefined)[][] =>
  table?.rows.map((row) => row.cells.map((cell) => cell?.text)) ?? [];

test('every printed line is a line, with the empty line before it noted', () => {
  const { blocks, text } = readPlainText('I. MỤC TIÊU\r\n\r\n- Một\r\n hai\r\n');
  expect(text).toBe('I. MỤC TIÊU\r\n\r\n- Một\r\n hai\r\n');
  expect(blocks).toMatchObject([
    { text: 'I. MỤC TIÊU', blankBefore: false, whole: false },
    { text: '- Một', blankBefore: true },
    { text: ' hai', blankBefore: false },
  ]);
});

test('rows with tabs are a table, over the empty line that a page break leaves', () => {
  const [table, ...others] = tablesOf(
    'Phụ lục\n\nTT\tTên\tHạn\n1\tRà soát\t7/2026\n\nTT\tTên\tHạn\n\tquy trình\t\n\nHết',
  );
  expect(others).toEqual([]);
  expect(cellsOf(table)).toEqual([
    ['TT', 'Tên', 'Hạn'],
    ['1', 'Rà soát', '7/2026'],
    ['TT', 'Tên', 'Hạn'],
    ['', 'quy trình', ''],
  ]);
});

test('a cell that runs over several lines, with an empty line inside, stays one cell', () => {
  const [table] = tablesOf('TT\tTên\tHạn\n1\t<p>Một</p>\n\n<p>Hai</p>\tQuý II/2026\n2\tBa\t2027\n');
  expect(cellsOf(table)).toEqual([
    ['TT', 'Tên', 'Hạn'],
    ['1', '<p>Một</p>\n<p>Hai</p>', 'Quý II/2026'],
    ['2', 'Ba', '2027'],
  ]);
});

test('two tables with other columns are two, and empty cells that an editor cut off come back', () => {
  const tables = tablesOf('TT\tTên\tHạn\nI\tNhóm\n1\tRà soát\t2026\n\nTT\tTên\n1\tPhủ sóng\n2\tTập huấn\n');
  expect(tables.map((table) => table.rows.length)).toEqual([3, 3]);
  expect(cellsOf(tables[0])[1]).toEqual(['I', 'Nhóm', '']);
});

test('tabs after a list number or before a line are spacing, not a table', () => {
  const text = 'I.\tMỤC TIÊU\n1.\tMục tiêu chung\n\t- Một mục tiêu\n-\tHai mục tiêu\n';
  expect(tablesOf(text)).toEqual([]);
  expect(linesOf(text)).toHaveLength(4);
});

test('form feeds number the pages', () => {
  const { blocks } = readPlainText('Trang một\n\fTrang hai\n');
  expect(blocks.map((block) => block.page)).toEqual([1, 2]);
});

test('a file of nothing but stray tabs is read in linear time', () => {
  const started = performance.now();
  expect(tablesOf('\t\tx\n'.repeat(40_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
