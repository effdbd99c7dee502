import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../tests/fakes/read-workbook.ts';
import { xlsxWorkbooks } from './xlsx-workbooks.ts';

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://a","b")', "=cmd|' /C calc'!A0"];

test('opened again it has the sheets, texts and numbers that were written', async () => {
  const bytes = await xlsxWorkbooks().write([
    { name: 'Tổng hợp', widths: [10, 20], rows: [{ cells: ['Số liệu', 'Số người'], bold: true }, { cells: ['Đã tới', 1_234] }] },
    { name: 'Trống', widths: [], rows: [] },
    { name: 'Chữ', widths: [10], rows: [{ cells: [null, 'Ạ & <b> "x" 😊', 0] }] },
  ]);
  expect(await readWorkbook(bytes)).toEqual({
    'Tổng hợp': [
      ['Số liệu', 'Số người'],
      ['Đã tới', 1_234],
    ],
    Trống: [],
    Chữ: [['Ạ & <b> "x" 😊', 0]],
  });
});

test('no text is a formula, whatever it begins with, also for a program that guesses; what XML cannot hold is left out', async () => {
  const rows = [...HOSTILE, 'a\u0000b\ud800'].map((text) => ({ cells: [text] }));
  const bytes = await xlsxWorkbooks().write([{ name: 'x', widths: [], rows }]);
  const { x } = await readWorkbook(bytes);
  expect(x?.map(([text]) => text)).toEqual([...HOSTILE.map((text) => ` ${text.replace('\t', '\t')}`), 'ab']);
});
