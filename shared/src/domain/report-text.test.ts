import { expect, test } from 'vitest';
import { reportLine, reportRow, reportTextBlocks } from './report-text.ts';

test('lines with bars are a table, all others paragraphs, in their order', () => {
  const text = ['Mở đầu.', '', '| TT | Việc |', '| A. Nhóm |', '| 1 | Một |', 'Sau bảng.', '| X |'].join('\r\n');
  expect(reportTextBlocks(text)).toEqual([
    { kind: 'paragraph', text: 'Mở đầu.' },
    { kind: 'table', head: ['TT', 'Việc'], rows: [['A. Nhóm'], ['1', 'Một']] },
    { kind: 'paragraph', text: 'Sau bảng.' },
    { kind: 'table', head: ['X'], rows: [] },
  ]);
});

test('what somebody wrote cannot break out of its cell or paragraph', () => {
  const row = reportRow(['1', 'a | b\n| c |']);
  expect(reportTextBlocks(row)).toEqual([{ kind: 'table', head: ['1', 'a / b; / c /'], rows: [] }]);
  expect(reportTextBlocks(reportLine('|| a\nb'))).toEqual([{ kind: 'paragraph', text: 'a; b' }]);
  expect(reportTextBlocks('|')).toEqual([{ kind: 'table', head: [''], rows: [] }]);
});
