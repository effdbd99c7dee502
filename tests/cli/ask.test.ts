import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerReply } from '@phuong-so/shared/contracts/answer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { type Ran, runCommand } from '../fakes/run-command.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

let folder: string;
let ward: string;
beforeAll(async () => {
  folder = await folderWithIndex();
  [ward = ''] = await contentFiles('data').wardKeys();
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Ran {
  return runCommand(['ask', ...args], { VAR_DIR: folder, CLOCK: '2025-11-21' });
}

test('--json prints one answer in the promised shape, and nothing else', () => {
  const { status, stdout, stderr } = run(
    '--ward',
    ward,
    '--role',
    'official',
    '--unit',
    'Phòng Kinh tế',
    '--json',
    'Ai ký kế hoạch?',
  );
  expect([status, stderr]).toEqual([0, '']);
  const answer = answerReply.parse(JSON.parse(stdout));
  expect(answer.as_of).toBe('2025-11-21');
});

test('without --json it prints the text for a person', () => {
  const { status, stdout } = run('--ward', ward, 'Ai', 'ký', 'kế hoạch?');
  expect(status).toBe(0);
  expect(stdout).toMatch(/\p{L}/u);
  expect(stdout).not.toContain('{');
});

test.each([
  [['--ward', 'khong-co', 'Ai ký?'], /khong-co/],
  [['--ward', 'KEY', '--role', 'mayor', 'Ai ký?'], /mayor/],
  [['--ward', 'KEY'], /câu hỏi/],
  [['--wards', 'KEY', 'Ai ký?'], /Cách dùng/],
  [['--batch', 'in.jsonl'], /--out/],
  [['--batch', '/no/such/file.jsonl', '--out', 'out.jsonl'], /Không tìm thấy/],
])('%j ends with exit 2 and one line that says what to do', (args, message) => {
  const { status, stdout, stderr } = run(...args.map((word) => (word === 'KEY' ? ward : word)));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

function batch(lines: readonly string[]): Ran & { readonly out: string } {
  const [input, out] = ['in.jsonl', 'out.jsonl'].map((name) => path.join(folder, name)) as [string, string];
  rmSync(out, { force: true });
  writeFileSync(input, lines.join('\n'));
  return { ...run('--batch', input, '--out', out), out };
}

test('--batch answers every line under its id and in its order, with fields it does not know left alone', () => {
  const line = (id: string, question: string) =>
    JSON.stringify({ id, ward, role: 'resident', unit: null, question, note: 'x' });
  const { status, stdout, out } = batch([line('q2', 'Ai ký kế hoạch?'), '', line('q1', 'chào'), '']);
  expect([status, stdout]).toEqual([0, '']);
  const answers = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((text) => answerReply.parse(JSON.parse(text)));
  expect(answers.map(({ id }) => id)).toEqual(['q2', 'q1']);
});

test.each([
  ['{"id":"b","ward":', /dòng 2/],
  ['{"id":"b","ward":"khong-co","role":"resident","unit":null,"question":"?"}', /khong-co/],
  ['{"id":"b","ward":null,"role":"mayor","unit":null,"question":"?"}', /role/],
])('a wrong line in a batch leaves nothing half-written: %s', (wrong, message) => {
  const { status, stderr, out } = batch([
    JSON.stringify({ id: 'a', ward, role: 'resident', unit: null, question: 'chào' }),
    wrong,
  ]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
