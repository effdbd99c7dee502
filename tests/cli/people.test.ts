import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import { admin } from '../../bot-server/src/cli/admin.ts';
import { CliError } from '../../bot-server/src/cli/cli-error.ts';
import { runCommand } from '../fakes/run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-people-'));
  cpSync('data', path.join(folder, 'data'), { recursive: true, filter: (name) => !/wards./.test(name) });
  const ward = path.join(folder, 'data/wards/sao-mai');
  mkdirSync(ward, { recursive: true });
  const yaml = 'key: sao-mai\nname: phường Sao Mai\ngroups:\n  - id: to-5\n    name: Tổ dân phố 5\n';
  writeFileSync(path.join(ward, 'ward.yaml'), yaml);
  writeFileSync(path.join(folder, 'tin.txt'), '\uFEFFMời bà con đến họp.\n');
  writeFileSync(path.join(folder, 'anh.bin'), Buffer.from([0xff, 0xfe, 0, 1]));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const run = (...args: string[]) =>
  runCommand(['admin', ...args], { VAR_DIR: folder, DATA_DIR: path.join(folder, 'data') });
const file = (name: string) => path.join(folder, name);

async function within<T>(work: (state: State) => Promise<T>): Promise<T> {
  const state = openSqliteState(path.join(folder, 'state.db'));
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

test('an invitation is printed once and makes its first user what it says', async () => {
  const { status, stdout, stderr } = run('invite', '--ward', 'sao-mai', '--role', 'leader', '--group', 'to-5');
  expect([status, stderr]).toEqual([0, '']);
  const code = /Mã mời: (\S+)/.exec(stdout)?.[1] ?? '';
  const redeemed = await within((state) => stateLinkCodes(state, systemClock, randomIds).redeem('zalo:1', code));
  expect(redeemed).toEqual({
    kind: 'role',
    right: { role: 'leader', ward: 'sao-mai', unit: null, group: 'to-5', head: false },
  });
});

test('a right is given to a known person, and taken away', async () => {
  const of = () => within((state) => stateRights(state, systemClock, randomIds).of('zalo:77'));
  const words = ['--ward', 'sao-mai', '--role', 'official', '--unit', 'Phòng Kinh tế'];
  const right = { role: 'official', ward: 'sao-mai', unit: 'Phòng Kinh tế', group: null };
  expect(run('grant', '--subject', 'zalo:77', ...words)).toMatchObject({ status: 0, stderr: '' });
  expect(await of()).toEqual({ ...right, head: false });
  expect(run('grant', '--subject', 'zalo:77', ...words, '--head')).toMatchObject({ status: 0, stderr: '' });
  expect(await of()).toEqual({ ...right, head: true });
  expect(run('revoke', '--subject', 'zalo:77')).toMatchObject({ status: 0, stderr: '' });
  expect(await of()).toBeNull();
});

test('an invitation of whoever leads a unit makes them its head', async () => {
  const words = ['--ward', 'sao-mai', '--role', 'official', '--unit', 'Phòng Kinh tế', '--head'];
  const code = /Mã mời: (\S+)/.exec(run('invite', ...words).stdout)?.[1] ?? '';
  const redeemed = await within((state) => stateLinkCodes(state, systemClock, randomIds).redeem('zalo:78', code));
  expect(redeemed).toMatchObject({ kind: 'role', right: { unit: 'Phòng Kinh tế', head: true } });
});

test('an announcement is published with its code', async () => {
  const words = ['--kind', 'meeting', '--title', 'Họp tổ', '--body-file', file('tin.txt'), '--group', 'to-5'];
  const { status, stdout, stderr } = run(
    ...['announce', '--ward', 'sao-mai', ...words, '--starts-at', '2026-12-01T19:30', '--place', 'Nhà văn hóa'],
  );
  expect([status, stderr]).toEqual([0, '']);
  const code = /mã (TB-\S{5})\./.exec(stdout)?.[1] ?? '';
  const [found] = await within((state) =>
    stateAnnouncements(state, randomIds, { demo: false }).byCodes('sao-mai', [code]),
  );
  expect(found).toMatchObject({
    ...{
      kind: 'meeting',
      title: 'Họp tổ',
      body: 'Mời bà con đến họp.',
      sender: 'UBND phường Sao Mai',
      groups: ['to-5'],
    },
    event: { startsAt: Date.parse('2026-12-01T12:30:00Z'), place: 'Nhà văn hóa' },
  });
});

test.each([
  [['invite', '--ward', 'sao-mai'], /--role/],
  [['invite', '--ward', 'sao-mai', '--role', 'resident'], /leader, official, admin/],
  [['invite', '--ward', 'khong-co', '--role', 'official'], /Các phường: sao-mai/],
  [['invite', '--ward', 'sao-mai', '--role', 'leader'], /--group/],
  [['invite', '--ward', 'sao-mai', '--role', 'leader', '--group', 'to-6'], /to-5 \(Tổ dân phố 5\)/],
  [['invite', '--ward', 'sao-mai', '--role', 'official', '--days', '0'], /từ 1 đến 30/],
  [['invite', '--ward', 'sao-mai', '--role', 'official', '--head'], /--unit/],
  [['invite', '--ward', 'sao-mai', '--role', 'leader', '--group', 'to-5', '--head'], /--head/],
  [['invite', '--nope'], /Cách dùng/],
  [['grant', '--ward', 'sao-mai', '--role', 'official'], /--subject/],
  [['grant', '--subject', '77', '--ward', 'sao-mai', '--role', 'official'], /zalo:/],
  [['revoke'], /--subject/],
  [['announce', '--ward', 'sao-mai'], /--kind/],
  [['announce', '--ward', 'sao-mai', '--kind', 'fee', '--title', ' ', '--body-file', 'tin.txt'], /--title/],
  [['announce', '--ward', 'sao-mai', '--kind', 'fee', '--title', 'T', '--body-file', 'khong-co.txt'], /Không tìm thấy/],
  [['announce', '--ward', 'sao-mai', '--kind', 'fee', '--title', 'T', '--body-file', 'anh.bin'], /UTF-8/],
  [
    ['announce', '--ward', 'sao-mai', '--kind', 'fee', '--title', 'T', '--body-file', 'tin.txt', '--starts-at', 'mai'],
    /2026-12/,
  ],
  [
    ['announce', '--ward', 'sao-mai', '--kind', 'fee', '--title', 'T', '--body-file', 'tin.txt', '--place', 'x'],
    /--starts-at/,
  ],
])('%j is refused in one line', async (args, line) => {
  vi.stubEnv('VAR_DIR', folder);
  vi.stubEnv('DATA_DIR', path.join(folder, 'data'));
  const refused = admin(args.map((word) => (/\.(txt|bin)$/.test(word) ? file(word) : word)));
  await expect(refused).rejects.toThrow(CliError);
  await expect(refused).rejects.toThrow(line);
  await refused.catch((error: Error) => expect(error.message.trim().split('\n')).toHaveLength(1));
});

test('what is refused ends the command with exit 2', () => {
  const { status, stdout, stderr } = run('revoke', '--subject', 'zalo:khong-co');
  expect([status, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.stringMatching(/không có quyền nào/)]]);
});
