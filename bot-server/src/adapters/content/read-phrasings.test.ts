import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPhrasings } from './read-phrasings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phrasings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const IDS = new Set(['khai-sinh', 'khai-tu']);
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

test('a line is one way of asking, by the writer above it', async () => {
  write('khai-sinh.txt', '# ghi chú\n[a]\nlàm giấy cho cháu\n\n[b]\nlam giay cho be\n');
  expect(await readPhrasings(folder, IDS)).toEqual([
    { text: 'làm giấy cho cháu', ids: ['khai-sinh'], writer: 'a' },
    { text: 'lam giay cho be', ids: ['khai-sinh'], writer: 'b' },
  ]);
});

test('a line that is marked in each file is one of several ids', async () => {
  write('khai-sinh.txt', '[a]\n~ làm giấy\n');
  write('khai-tu.txt', '[a]\n~ Làm giấy\n');
  expect(await readPhrasings(folder, IDS)).toEqual([{ text: 'làm giấy', ids: ['khai-sinh', 'khai-tu'], writer: 'a' }]);
});

test('no folder is no phrasing', async () => {
  expect(await readPhrasings(path.join(folder, 'none'), IDS)).toEqual([]);
});

describe('refused in one line that names the place:', () => {
  test.each([
    ['a stranger', { 'khac.txt': '[a]\nx\n' }, /khac\.txt.*mã/],
    ['a line before its writer', { 'khai-tu.txt': 'x\n' }, /dòng 1: .*người-viết/],
    ['the same twice', { 'khai-tu.txt': '[a]\nbáo tử\nbao tu\n' }, /dòng 3: .*đã có/],
    ['the same in two files', { 'khai-sinh.txt': '[a]\nx y\n', 'khai-tu.txt': '[a]\nx y\n' }, /"~ "/],
    ['a mark on one side', { 'khai-sinh.txt': '[a]\n~ x y\n', 'khai-tu.txt': '[a]\nx y\n' }, /khai-tu\.txt: dòng 2/],
    ['a mark alone', { 'khai-tu.txt': '[a]\n~ x y\n' }, /"~ "/],
    ['a story', { 'khai-tu.txt': `[a]\n${'lâu quá '.repeat(60)}\n` }, /dài quá/],
  ])('%s', async (_what, files, message) => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const reading = readPhrasings(folder, IDS);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.not.toThrow(/\n/);
  });
});
