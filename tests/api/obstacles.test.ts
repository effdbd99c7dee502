import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let otherWard: string;
const tokens: Record<string, string> = {};
let presses = 0;

beforeAll(async () => {
  server = await testServer();
  [ward = '', otherWard = ''] = ['tran-lieu', 'yen-hoa'];
  for (const persona of ['leader', 'admin']) tokens[persona] = await server.signIn(persona, ward);
  tokens.standing = await server.signIn('official', ward, { unit: 'Phòng Văn hóa - Xã hội' });
  tokens.police = await server.signIn('official', ward, { unit: 'Công an phường' });
  tokens.elsewhere = await server.signIn('official', otherWard, { unit: 'Phòng Văn hóa - Xã hội' });
});
afterAll(() => server.close());
beforeEach(async () => {
  // A new person for each test, as every demonstration's persona is: what one sent in a day counts for them alone.
  tokens.resident = await server.signIn('resident', ward);
});

const call = (method: string, path: string, who: string, body?: unknown) =>
  server.call(method, path, { token: tokens[who] ?? null, body });
function raise(who: string, change: object = {}) {
  presses += 1;
  const words = { title: 'Máy lấy số hay hỏng', body: 'Người già phải chờ lâu.' };
  return call('POST', '/api/v1/obstacles', who, { ward, key: `k${presses}`, kind: 'proposal', ...words, ...change });
}
const raised = async (who: string, change: object = {}) => (await raise(who, change)).json;
const act = (who: string, { id, version }: { id: string; version: number }, body: object) =>
  call('POST', `/api/v1/obstacles/${id}/acts`, who, { version, ...body });
const seen = async (who: string, id: string) => (await call('GET', `/api/v1/obstacles/${id}`, who)).json;

describe('raised', () => {
  test('by a resident: a proposal, which goes the way that the plan says, and says what happens next', async () => {
    const { status, json } = await raise('resident', { body: 'Gọi tôi số 0912 345 678, CCCD 001099012345.' });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      ...{ state: 'open', unit: null, mine: true, through: { id: 'vhxh' }, may: ['edit', 'close'] },
      ...{ body: 'Gọi tôi số [số điện thoại], CCCD [số giấy tờ].', days_open: 0, due_on: null },
    });
    expect(json.code).toMatch(/^VM-/);
    expect(json.next).toContain(json.code);
    expect(json.next).toContain('chưa hẹn ngày');
  });

  test('an obstacle is an official’s to raise, for the own unit and in the own ward', async () => {
    const obstacle = { kind: 'obstacle' };
    expect((await raise('police', obstacle)).json).toMatchObject({ unit: { id: 'cong-an' }, kind: 'obstacle' });
    for (const who of ['resident', 'leader', 'elsewhere']) expect((await raise(who, obstacle)).status).toBe(403);
    expect((await raise('elsewhere')).json).toMatchObject({ unit: null });
    expect((await raise('police', { ...obstacle, work: 'no such task' })).status).toBe(404);
    expect((await raise('resident', { ward: 'no-such-ward' })).status).toBe(404);
  });

  test('goes through the unit whose duty it is where the plan names one, and to the standing unit where it does not', async () => {
    expect((await raised('resident', { ward: 'yen-hoa' })).through.id).toBe('van-phong');
    expect((await raised('resident', { ward: 'phuong-001' })).through.id).toBe('vhxh');
  });

  test('sent twice with one key it is one; the sixth of a day is turned down, an official’s is not', async () => {
    const again = { key: 'the same press' };
    const first = await raised('resident', again);
    for (let sent = 1; sent < 5; sent += 1) expect((await raise('resident')).status).toBe(201);
    expect((await raise('resident')).json.error.code).toBe('obstacle_too_many');
    expect((await raise('resident', again)).json.id).toBe(first.id);
    for (let sent = 0; sent < 7; sent += 1) expect((await raise('police')).status).toBe(201);
  });
});

describe('seen', () => {
  test('by officials of the ward all, by others what they sent themselves, by nobody else', async () => {
    const { id } = await raised('resident');
    for (const who of ['resident', 'standing', 'police', 'admin']) {
      expect((await call('GET', `/api/v1/obstacles/${id}`, who)).status, who).toBe(200);
    }
    for (const who of ['leader', 'elsewhere']) {
      expect((await call('GET', `/api/v1/obstacles/${id}`, who)).status, who).toBe(404);
      expect((await act(who, { id, version: 1 }, { act: 'close', note: 'x' })).status, who).toBe(404);
    }
    const list = async (who: string) => (await call('GET', `/api/v1/obstacles?ward=${ward}`, who)).json;
    expect((await list('resident')).obstacles.map((one: { id: string }) => one.id)).toEqual([id]);
    expect(await list('resident')).toMatchObject({
      all: false,
      units: [],
      may_raise: ['proposal'],
      counts: { open: 1 },
    });
    const all = await list('police');
    expect(all.obstacles.map((one: { id: string }) => one.id)).toContain(id);
    expect(all).toMatchObject({ all: true, may_raise: ['obstacle', 'proposal'] });
    expect(all.units.map((unit: { id: string }) => unit.id)).toContain('vhxh');
    expect((await list('elsewhere')).obstacles.every((one: { mine: boolean }) => one.mine)).toBe(true);
  });

  test('page by page', async () => {
    for (let sent = 0; sent < 3; sent += 1) await raise('resident');
    const address = `/api/v1/obstacles?ward=${ward}&limit=2`;
    const first = (await call('GET', address, 'resident')).json;
    const second = (await call('GET', `${address}&cursor=${first.next_cursor}`, 'resident')).json;
    expect([first.obstacles.length, second.obstacles.length, second.next_cursor]).toEqual([2, 1, null]);
  });
});

describe('worked on', () => {
  const ASSIGN = { act: 'assign', owner: 'cong-an', due_on: '2025-12-01', note: 'anh Bình xem giúp' };

  test('from the standing unit to the unit that answers; the resident follows it, without the office’s own words', async () => {
    const one = await raised('resident');
    const assigned = (await act('standing', one, ASSIGN)).json;
    expect(assigned).toMatchObject({ state: 'in_hand', owner: { id: 'cong-an' }, due_on: '2025-12-01', version: 2 });
    expect((await seen('resident', one.id)).obstacle.next).toContain('hẹn trả lời đến hết ngày 01/12/2025');
    const answered = (await act('police', assigned, { act: 'answer', answer: 'Đã sửa máy. Hỏi 0912345678.' })).json;
    expect(answered).toMatchObject({ state: 'answered', answer: 'Đã sửa máy. Hỏi [số điện thoại].' });
    const { obstacle, log, grouped } = await seen('resident', one.id);
    expect(obstacle).toMatchObject({ answer: answered.answer, may: ['close', 'reopen'] });
    expect(
      log.map((entry: { act: string; office: string; note: string | null }) => Object.values(entry).slice(1, 4)),
    ).toEqual([
      ['raised', 'Người dân', null],
      ['assigned', 'Phòng Văn hóa - Xã hội', null],
      ['answered', 'Công an phường', answered.answer],
    ]);
    expect(grouped).toEqual([]);
    expect((await seen('standing', one.id)).log[1].note).toBe('anh Bình xem giúp');
    const again = (await act('resident', answered, { act: 'reopen', note: 'Vẫn hỏng' })).json;
    expect(again).toMatchObject({ state: 'in_hand', answer: null });
  });

  test('not by a unit that does not have it, not twice at one version, not to a unit that the ward has not', async () => {
    const one = await raised('resident');
    expect((await act('police', one, ASSIGN)).status).toBe(403);
    expect((await act('resident', one, ASSIGN)).status).toBe(403);
    expect((await act('standing', one, { ...ASSIGN, owner: 'no-such-unit' })).json.error.code).toBe(
      'obstacle_unknown_unit',
    );
    expect((await act('standing', one, { ...ASSIGN, due_on: '2025-11-20' })).json.error.code).toBe('obstacle_day_past');
    const both = await Promise.all([act('standing', one, ASSIGN), act('admin', one, ASSIGN)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('like ones are answered with the one that they are grouped under; whose words that one has is not told', async () => {
    const head = await raised('police', { kind: 'obstacle', title: 'Thiếu máy lấy số' });
    const one = await raised('resident');
    const grouped = await act('standing', one, { act: 'group', under: head.id });
    expect(grouped.json).toMatchObject({ grouped_under: { code: head.code }, state: 'open' });
    const { obstacle, grouped: members } = await seen('standing', head.id);
    expect([obstacle.likes, members.map(({ id }: { id: string }) => id)]).toEqual([1, [one.id]]);
    await act('standing', obstacle, { act: 'answer', answer: 'Tháng 12 có máy mới.' });
    const mine = await seen('resident', one.id);
    expect(mine.obstacle).toMatchObject({ state: 'answered', answer: 'Tháng 12 có máy mới.', grouped_under: null });
    expect(mine.log.map(({ act: done }: { act: string }) => done)).toEqual(['raised', 'grouped', 'answered']);
    expect(JSON.stringify(mine)).not.toContain(head.code);
    expect(JSON.stringify(mine)).not.toContain('Thiếu máy lấy số');
    expect((await act('standing', mine.obstacle, { act: 'close', note: 'x' })).json.error.code).toBe(
      'obstacle_grouped',
    );
  });

  test('what is beyond the ward is forwarded, and the one who raised it is told so', async () => {
    const one = await raised('resident');
    const forwarded = (await act('standing', one, { act: 'forward', to: 'Sở Khoa học và Công nghệ' })).json;
    expect(forwarded.state).toBe('forwarded');
    expect((await seen('resident', one.id)).obstacle.next).toContain('đã chuyển lên cấp trên');
  });
});

test('what a resident sent is in their data and goes with them; what an official raised stays, without its writer', async () => {
  const own = await raised('resident');
  const official = await raised('police', { kind: 'obstacle' });
  const data = JSON.stringify((await call('GET', '/api/v1/me/data', 'resident')).json.records);
  expect(data).toContain(own.code);
  for (const who of ['resident', 'police']) await call('DELETE', '/api/v1/me', who);
  expect((await call('GET', `/api/v1/obstacles/${own.id}`, 'standing')).status).toBe(404);
  const { obstacle, log } = await seen('standing', official.id);
  expect([obstacle.unit.id, log[0].office]).toEqual(['cong-an', 'Công an phường']);
});
