import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';
import { watchWard } from '../fakes/watched-ward.ts';

const WARD = 'nguyen-dai-nang';
const EMPTY = 'phuong-001';
const HIDDEN = ['Hoa', 'Bình', 'demo:', 'zalo:'];
let server: TestServer;
let watched: Awaited<ReturnType<typeof watchWard>>;

beforeAll(async () => {
  server = await testServer({ DEMO: '1', CLOCK: '2026-11-21T08:00:00+07:00' });
  watched = await watchWard(server, WARD);
});
afterAll(() => server.close());

const page = (path: string, headers = {}) => server.call('GET', path, { headers });
const board = async (ward = WARD, more = '') => (await page(`/api/v1/board?ward=${ward}${more}`)).json;

describe('the board', () => {
  test('counts every task once, and what units say apart from what the ward has confirmed', async () => {
    const { total, groups, units, tasks, targets } = await board();
    expect(tasks).toHaveLength(watched.tasks.length);
    expect(targets).toHaveLength(watched.targets.length);
    const sum = (all: { tally: { tasks: number } }[]) => all.reduce((many, { tally }) => many + tally.tasks, 0);
    expect([total.tasks, sum(groups)]).toEqual([tasks.length, tasks.length]);
    expect(sum(units)).toBeGreaterThanOrEqual(tasks.length);
    const said = Math.ceil(tasks.length / 9);
    expect(total.confirmed).toMatchObject({ done: said, late: 0 });
    expect(total.reported.done).toBeGreaterThan(total.confirmed.done);
    const standings = Object.values(total.standings as Record<string, number>);
    expect(standings.reduce((many, one) => many + one, 0)).toBe(tasks.length);
  });

  test('on 21/11/2026 what is overdue is overdue by the plan, unless the ward has confirmed that it is done', async () => {
    const { tasks } = await board();
    const overdue = tasks.filter(({ standing }: { standing: string }) => standing === 'overdue');
    expect(overdue.length).toBeGreaterThan(0);
    for (const task of overdue) {
      expect(task.last_day < '2026-11-21').toBe(true);
      expect(task.confirmed?.state).not.toBe('done');
      expect(task.due).not.toMatch(/thường xuyên/i);
    }
  });

  test('a ward in which nothing is confirmed says so, on the page and the wall too', async () => {
    const sentence = 'Phường chưa xác nhận nhiệm vụ nào trên hệ thống.';
    expect(await board(EMPTY)).toMatchObject({ notes: [sentence], data_at: null, tasks: [], targets: [] });
    for (const path of [`/bang/${EMPTY}`, `/bang/${EMPTY}/man-hinh`])
      expect((await page(path)).text).toContain(sentence);
  });

  test('of another month it tells what changed then', async () => {
    expect((await board()).changes.length).toBeGreaterThan(0);
    const before = await board(WARD, '&month=2026-10');
    expect([before.month, before.changes]).toEqual(['2026-10', []]);
    expect((await page(`/bang/${WARD}?thang=2026-10`)).text).toContain('Thay đổi trong tháng 10/2026');
    expect((await page(`/bang/${WARD}?thang=x`)).text).toContain('Thay đổi trong tháng 11/2026');
  });

  test('names nobody, in no form', async () => {
    for (const path of ['', '/man-hinh', '.csv', '.json', '/chi-tieu.csv']) {
      const { text, status } = await page(`/bang/${WARD}${path}`);
      expect(status, path).toBe(200);
      for (const hidden of HIDDEN) expect(text, `${path} ${hidden}`).not.toContain(hidden);
    }
  });

  test('is asked for again by its tag, and not sent again while nothing has changed', async () => {
    for (const path of [`/api/v1/board?ward=${WARD}`, `/bang/${WARD}`, `/bang/${WARD}.csv`]) {
      const first = await page(path);
      const again = await page(path, { 'if-none-match': first.headers.get('etag') ?? '' });
      expect([first.status, again.status, again.text], path).toEqual([200, 304, '']);
    }
  });

  test('of a ward that there is not there is none', async () => {
    expect((await page('/api/v1/board?ward=nowhere')).status).toBe(404);
    for (const path of ['/bang/nowhere', '/bang/nowhere.csv', '/bang/nowhere/man-hinh', '/bang/']) {
      expect((await page(path)).status, path).toBe(404);
    }
  });
});

describe('its pages and files', () => {
  test('run nothing and load nothing', async () => {
    for (const path of [`/bang/${WARD}`, `/bang/${WARD}/man-hinh`]) {
      const { text, headers } = await page(path);
      expect(text).not.toMatch(/<script|<img|<link|onload=/i);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(text).toContain('Tính đến hết ngày');
    }
  });

  test('the wall shows one screen after the other, each for a minute, the totals on each', async () => {
    const seen = new Set<string>();
    let next = '?trang=1';
    for (let screens = 0; screens < 40; screens += 1) {
      const { text, headers } = await page(`/bang/${WARD}/man-hinh${next}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).toContain('quá hạn theo kế hoạch, chưa có xác nhận');
      expect(text).toContain('Trang tải lúc 8h ngày 21/11/2026');
      seen.add(/<h2>(.*?)<\/h2>/.exec(text)?.[1] ?? '');
      next = /http-equiv="refresh" content="60;url=(\?trang=\d+)"/.exec(text)?.[1] ?? '';
      if (next === '?trang=1') break;
    }
    expect(next).toBe('?trang=1');
    for (const title of ['Tình trạng theo thời hạn', 'Chỉ tiêu', 'Theo đơn vị chủ trì', 'Thay đổi trong tháng 11/2026'])
      expect(
        [...seen].some((one) => one.startsWith(title)),
        title,
      ).toBe(true);
    expect((await page(`/bang/${WARD}/man-hinh?trang=999999`)).status).toBe(200);
  });

  test('the table opens in a spreadsheet: its mark first, a row for each task, no cell that is a formula', async () => {
    const { bytes, text, headers } = await page(`/bang/${WARD}.csv`);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(headers.get('content-disposition')).toContain(`nhiem-vu-${WARD}.csv`);
    const rows = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(rows).toHaveLength(watched.tasks.length + 1);
    for (const row of rows) expect(row).not.toMatch(/(^|,)"?[=+\-@]/);
  });

  test('the JSON is the board itself', async () => {
    expect((await page(`/bang/${WARD}.json`)).json).toEqual(await board());
  });
});

describe('the dashboard', () => {
  test('is of the ward’s officials, and names what needs them today', async () => {
    const seen = await server.call('GET', `/api/v1/dashboard?ward=${WARD}`, { token: watched.admin });
    const { total } = await board();
    const { overdue_by_unit, due_soon, to_confirm, targets_at_risk, reports, no_word } = seen.json;
    expect(seen.json.total).toEqual(total);
    const ids = new Set(overdue_by_unit.flatMap((one: { tasks: { id: string }[] }) => one.tasks.map(({ id }) => id)));
    expect([ids.size, due_soon.length]).toEqual([total.standings.overdue ?? 0, total.standings.due_soon ?? 0]);
    expect(to_confirm).toBeGreaterThan(0);
    expect(reports).toContainEqual(expect.objectContaining({ due_on: '2026-11-29', open: true, handed_in: [] }));
    expect(targets_at_risk.every(({ year }: { year: string }) => year <= '2026')).toBe(true);
    expect(no_word).toEqual([]);
  });
});

test('a letter beyond the ward is a Word file behind a link that needs no session; only who may forward it gets one', async () => {
  const standing = await server.signIn('official', WARD, { unit: 'Phòng Văn hóa - Xã hội' });
  const resident = await server.signIn('resident', WARD);
  const words = {
    ward: WARD,
    key: 'k',
    kind: 'proposal',
    title: 'Sóng yếu ở ngõ 5',
    body: 'Gọi 0912345678.\nĐêm mất sóng.',
  };
  const { json: one } = await server.call('POST', '/api/v1/obstacles', { token: resident, body: words });
  const ask = (token: string, body: object) =>
    server.call('POST', `/api/v1/obstacles/${one.id}/letter`, { token, body });
  expect((await ask(resident, {})).status).toBe(403);
  const { json: link } = await ask(standing, { to: 'UBND Thành phố, Sở Khoa học và Công nghệ' });
  expect(link.name).toBe(`du-thao-cong-van-${one.code}.docx`);
  const { bytes, status, headers } = await page(new URL(link.url, 'http://x').pathname);
  expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const text = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('text');
  for (const said of [
    'DỰ THẢO',
    'Sóng yếu ở ngõ 5',
    'Đêm mất sóng.',
    'Người dân nêu ngày 21/11/2026',
    'Sở Khoa học và Công nghệ',
    one.code,
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('0912345678');
});
