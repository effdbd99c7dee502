import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { type Ran, runCommand } from '../fakes/run-command.ts';

let folder: string;
let ward: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cli-'));
  [ward = ''] = await contentFiles('data').wardKeys();
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Ran {
  return runCommand(args, { VAR_DIR: folder });
}

function refused({ status, stdout, stderr }: Ran, message: RegExp): void {
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}

test('extract prints what the parser finds, as JSON and as a summary', () => {
  const plans = `data/wards/${ward}/plans`;
  const file = path.join(plans, readdirSync(plans)[0] ?? '');
  const { status, stdout, stderr } = run('extract', file, '--ward', ward, '--json');
  expect([status, stderr]).toEqual([0, '']);
  const keys = ['document', 'outline', 'tasks', 'targets', 'deadlines', 'warnings'];
  expect(Object.keys(JSON.parse(stdout)).sort()).toEqual(keys.sort());
  expect(run('extract', file).stdout).toContain('nhiệm vụ');
});

test.each([
  ['a document without text', 'trong.txt', ' \n', /không có|không đọc|chữ/],
  ['a file that is not what its name says', 'gia.docx', 'not a zip', /hỏng|không đọc/],
  ['a kind of file that is not read', 'anh.png', 'x', /\.docx/],
])('extract refuses %s in one line', (_what, name, content, message) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  refused(run('extract', file, '--json'), message);
});

test('extract refuses a missing file and an unknown ward', () => {
  refused(run('extract', 'no-such.pdf', '--json'), /no-such\.pdf/);
  refused(run('extract', 'package.json', '--ward', 'khong-co'), /khong-co/);
});

test('evaluate scores a question file, and refuses a broken one', () => {
  const question = {
    ...{ id: 'x1', ward, role: 'resident', unit: null, kind: 'smalltalk', style: 'plain', question: 'chào' },
    ...{ gold_doc: null, gold_quotes: [], must_include: [], must_not_include: [], answerable: false },
  };
  const file = path.join(folder, 'questions.jsonl');
  writeFileSync(file, `${JSON.stringify(question)}\n`);
  const { status, stdout } = run('evaluate', file);
  expect(status).toBe(0);
  expect(stdout).toMatch(/false citations: 0/);
  refused(run('evaluate', file, '--model'), /OPENAI_API_KEY/);
  refused(run('evaluate', file, '--json', 'x.json'), /--model/);
  writeFileSync(file, '{"id":"x1"}\n');
  refused(run('evaluate', file), /dòng 1/);
});

test('admin names what it can do when asked for something else', () => {
  refused(run('admin'), /backup.*restore/);
  refused(run('admin', 'constructor'), /backup.*restore/);
  refused(run('admin', 'restore', 'no-such.db'), /no-such\.db/);
});

test('an export brings back what was stored on another machine; a broken line changes nothing', async () => {
  const lines = path.join(folder, 'state.jsonl');
  const elsewhere = { VAR_DIR: path.join(folder, 'elsewhere') };
  const stored = async (file: string) => {
    const state = openSqliteState(file);
    const rows = state.sqlite.prepare('select id, ward from conversations').all();
    await state.close();
    return rows;
  };
  const first = openSqliteState(path.join(folder, 'state.db'));
  first.sqlite.exec("insert into conversations values ('e1', 'a', '{}', 1)");
  await first.close();
  expect(run('admin', 'export-state', lines).status).toBe(0);
  writeFileSync(lines, '{"table":"conversations","row":{}}\n', { flag: 'a' });
  refused(runCommand(['admin', 'import-state', lines], elsewhere), /row\.id/);
  writeFileSync(lines, readFileSync(lines, 'utf8').split('\n')[0] ?? '');
  expect(runCommand(['admin', 'import-state', lines], elsewhere).status).toBe(0);
  expect(await stored(path.join(folder, 'elsewhere', 'state.db'))).toEqual([{ id: 'e1', ward: 'a' }]);
  const state = openSqliteState(path.join(folder, 'state.db'));
  state.sqlite.exec('delete from conversations');
  await state.close();
});

test('a backup brings back what was stored; a file that is none leaves the state alone', async () => {
  const [stateFile, copy, wrong] = ['state.db', 'copy.db', 'wrong.db'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const rows = async () => {
    const state = openSqliteState(stateFile);
    const found = state.sqlite.prepare('select id from conversations').all();
    await state.close();
    return found;
  };
  const change = async (sql: string) => {
    const state = openSqliteState(stateFile);
    state.sqlite.exec(sql);
    await state.close();
  };
  await change("insert into conversations values ('c1', 'a', '{}', 1)");
  expect(run('admin', 'backup', copy).status).toBe(0);
  refused(run('admin', 'backup', copy), /đã có/);
  expect(run('admin', 'export-state', `${copy}-lines`).stdout).toMatch(/cấp quyền lại/);
  await change('delete from conversations');
  expect(await rows()).toEqual([]);
  writeFileSync(wrong, 'this is no database, but it is long enough to look like a file that could be one');
  refused(run('admin', 'restore', wrong), /không phải bản sao lưu/);
  expect(run('admin', 'restore', copy).status).toBe(0);
  expect(await rows()).toEqual([{ id: 'c1' }]);
  expect(readFileSync(copy).length).toBeGreaterThan(0);
  for (const file of [stateFile, copy, `${copy}-lines`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(stateFile).isFile() && !existsSync(`${stateFile}.part`)).toBe(true);
});
