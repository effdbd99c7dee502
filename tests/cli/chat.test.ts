import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { type Ran, runCommand } from '../fakes/run-command.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

/** Each starts the service, and a greeting waits four seconds for the question. */
vi.setConfig({ testTimeout: 90_000 });

let folder: string;
let wards: readonly string[];
beforeAll(async () => {
  folder = await folderWithIndex();
  wards = await contentFiles('data').wardKeys();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Pipes the lines into the chat. */
function play(args: readonly string[], lines: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  return runCommand(['chat', ...args], { VAR_DIR: folder, CLOCK: '2025-11-21', ...env }, lines.join('\n'));
}

/** What the ward said between one line of the person and the next. */
function answers(stdout: string): string[] {
  const turns = stdout.split(/^(?:Bạn|Cán bộ): .*$/mu).slice(1);
  return turns.map((turn) => turn.trim());
}

test('a conversation from a pipe: every line is answered before the next, through the whole service', () => {
  const { status, stdout, stderr } = play(
    ['--ward', wards[0] ?? ''],
    ['menu', '1', '/canbo Chào bác', 'ai ký', '/thoat', 'x'],
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('mô phỏng');
  const [menu = '', first = '', afterStaff, toStaff, ...more] = answers(stdout);
  expect(menu).toMatch(/^Phường: Xin chào!/);
  const question = /1\. (?<question>.+)/.exec(menu)?.groups?.question ?? '';
  expect(question.length).toBeGreaterThan(10);
  expect(first).toContain(`Bạn hỏi: ${question.slice(0, 40)}`);
  expect(afterStaff).toBe('(Trợ lý không nhắn gì.)');
  expect(toStaff).toBe('(Trợ lý không nhắn gì.)');
  expect(more).toEqual([]);
});

test('a business account and one without a ward; two lines in a row are one question', () => {
  const { status, stdout } = play(
    ['--ward', 'none', '--oa-type', '2'],
    ['menu', '1', 'bao giờ \\', 'phải nộp báo cáo', '/giongnoi', '/xoa', 'chào'],
  );
  expect(status).toBe(0);
  const [whichWard, chosen, none, together, voice, withdrawn, stranger] = answers(stdout);
  expect(whichWard).toMatch(/phường nào\?/);
  expect(chosen).toMatch(/Từ giờ tôi trả lời theo kế hoạch/);
  expect([none, withdrawn]).toEqual(['', '(Trợ lý không nhắn gì.)']);
  expect(together).toMatch(/báo cáo/);
  expect(voice).toMatch(/thoại/);
  expect(stranger).toMatch(/Xin chào! Tôi là trợ lý tự động/);
});

test('a leader writes an announcement; whoever gets an urgent one answers it by number', () => {
  const ward = ['--ward', wards[0] ?? ''];
  const leader = play([...ward, '--as', 'leader'], ['thông báo: họp tổ tối thứ bảy', '1', '5', 'ai chưa nhận']);
  expect(leader.status).toBe(0);
  const [time, draft, kept, own] = answers(leader.stdout);
  expect(time).toMatch(/mấy giờ/);
  expect(draft).toMatch(/họp tổ tối thứ bảy[\s\S]*1\. Gửi cán bộ duyệt\n/);
  expect(kept).toMatch(/Đã lưu nháp/);
  expect(own).toMatch(/Bản nháp, chưa gửi/);
  const { stdout } = play(ward, ['menu', '/tinkhan Gió mạnh', '1']);
  expect(stdout).toMatch(/Phường gửi: Gió mạnh\nPhường: KHẨN CẤP: [\s\S]*Gió mạnh[\s\S]*Đọc xong, nhắn 1\./);
  expect(stdout).toMatch(/Đã ghi: bạn đã đọc/);
});

test('it has a state of its own and leaves nothing behind', () => {
  const before = readdirSync(folder);
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-empty-'));
  expect(play([], ['/?'], { TMPDIR: temporary }).stdout).toMatch(/\/canbo.*\n.*\/xoa/);
  expect(readdirSync(folder)).toEqual(before);
  expect(readdirSync(temporary).filter((name) => name.startsWith('phuong-so'))).toEqual([]);
  rmSync(temporary, { recursive: true });
});

test('real credentials in the environment are not used', () => {
  const real = { ZALO_APP_ID: '1', ZALO_APP_SECRET: 's', ZALO_OA_ID: '2', ZALO_OA_SECRET_KEY: 'k' };
  const { status, stdout } = play(['--ward', wards[0] ?? ''], ['cảm ơn'], real);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Phường: Xin chào!/);
});

test.each([
  [['--ward', 'khong-co'], /khong-co.*Các phường/],
  [['--oa-type', '3'], /--oa-type/],
  [['--as', 'chu-tich'], /--as/],
  [['--ward', 'none', '--as', 'leader'], /--as/],
  [['--wards', 'x'], /Cách dùng/],
  [['xin chào'], /Cách dùng/],
])('%j ends with exit 2 and one line', (args, message) => {
  const { status, stdout, stderr } = play(args, []);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
