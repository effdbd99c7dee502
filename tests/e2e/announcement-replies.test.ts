import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findBrowser,
  launchBrowser,
  openPhone,
  seriousViolations,
  sidewaysScroll,
  smallTargets,
  type Visit,
} from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 240_000;
const WARD = 'tran-lieu';
const TITLE = 'Trình diễn: mời họp bàn vệ sinh đường phố';
const LOOKS: readonly (readonly [string, BrowserContextOptions, number])[] = [
  ['light', { colorScheme: 'light' }, 100],
  ['dark', { colorScheme: 'dark' }, 100],
  ['text at 200 %', { colorScheme: 'light' }, 200],
];

let server: DemoServer;
let browser: Browser;
let official: string;
const visits: Visit[] = [];

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  official = (await call('POST', 'session/demo', { persona: 'official', ward: WARD })).token as string;
}, SLOW_MS);
afterAll(async () => {
  for (const { context } of visits) await context.close();
  await browser?.close();
  await server?.stop();
});

/** As the official, once there is a token. */
async function call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const reply = await fetch(`${server.origin}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(official ? { authorization: `Bearer ${official}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.json() as Promise<Record<string, unknown>>;
}

/** Written and sent; resolves with its id when people can read it. */
async function announce(): Promise<string> {
  const { id, version } = await call('POST', 'broadcasts', {
    ...{ ward: WARD, groups: [], kind: 'meeting', title: TITLE, body: 'Kính mời bà con dự họp.' },
    ...{ event: { starts_at: '2027-11-28T12:30:00Z', place: 'Nhà văn hóa (trình diễn)' }, asks: 'attending' },
    ...{ send_at: null, repeat: 'none', emergency_reason: null, attachment: null },
  });
  await call('POST', `broadcasts/${id}/send`, { key: `press-${id}`, version });
  await expect
    .poll(() => call('GET', `announcements/${id}?ward=${WARD}`).catch(() => null), { timeout: 30_000 })
    .not.toBe(null);
  return id as string;
}

/** Somebody with a phone of their own, in a role of the demonstration. */
async function somebody(role: string, options: BrowserContextOptions = {}, textSize = 100): Promise<Page> {
  const visit = await openPhone(browser, server.origin, options);
  visits.push(visit);
  await rememberWard(visit.context, server.origin, WARD);
  const look = JSON.stringify({ textSize, theme: 'auto' });
  await visit.context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(look)})`);
  const { page } = visit;
  await page.goto(`${server.origin}/zapps/demo/toi`);
  await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Vào vai này' }).click();
  await page.getByText(`Đang dùng với vai: ${role}`).first().waitFor();
  return page;
}

/** Inside the app: a reload would forget who is signed in, as in a browser it does. */
const openList = (page: Page) => page.getByRole('link', { name: 'Thông báo', exact: true }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function expectReadable(page: Page, what: string): Promise<void> {
  expect(await seriousViolations(page), what).toEqual([]);
  expect(await sidewaysScroll(page), `${what}: sideways`).toBeLessThanOrEqual(0);
  expect(await smallTargets(page), `${what}: small targets`).toEqual([]);
}

describe.skipIf(browserPath === null)('a resident and an announcement that asks', () => {
  it(
    'answers once though pressed twice, is counted, sees the correction and the answer beside it',
    async () => {
      const id = await announce();
      const page = await somebody('Người dân');
      await openList(page);
      await page.getByRole('link', { name: TITLE }).first().click();
      await press(page, 'Tôi tham gia');
      await press(page, 'Thêm một người');
      await page.getByRole('button', { name: 'Gửi: 2 người tham gia' }).dblclick();
      await page.getByText('Bác đã trả lời: tham gia, 2 người.').waitFor();
      const { answers } = await call('GET', `broadcasts/${id}/progress`);
      expect(answers).toEqual([{ answer: 'yes', count: 1, people: 2 }]);
      await call('POST', `broadcasts/${id}/correction`, {
        ...{ key: 'correction-1', title: TITLE, body: 'Kính mời bà con dự họp, đổi giờ.' },
        event: { starts_at: '2027-11-28T13:30:00Z', place: 'Nhà văn hóa (trình diễn)' },
      });
      await press(page, 'Quay lại');
      await page.getByRole('link', { name: new RegExp(`Đã trả lời: tham gia, 2 người.*${TITLE}`) }).waitFor();
      // What was read less than a minute ago is not asked for again.
      await page.clock.setSystemTime(Date.now() + 10 * 60_000);
      await page.getByRole('link', { name: TITLE }).first().click();
      await page.getByText(/Thời gian: trước là 19:30.*nay là 20:30/).waitFor();
      await page.getByText('Bác đã trả lời: tham gia, 2 người.').waitFor();
    },
    SLOW_MS,
  );

  it.each(LOOKS)(
    'every step can be read, and leads on to what comes and what does not: %s',
    async (_name, options, textSize) => {
      await announce();
      const page = await somebody('Người dân', options, textSize);
      await openList(page);
      await page.getByRole('link', { name: TITLE }).first().click();
      await press(page, 'Tôi tham gia');
      await expectReadable(page, 'how many come');
      await press(page, 'Chọn lại');
      await press(page, 'Không tham gia');
      await page.getByText('Bác đã trả lời: không tham gia.').waitFor();
      await press(page, 'Tin này sai?');
      await expectReadable(page, 'the reasons');
      await page.getByRole('radio', { name: 'Lý do khác' }).click();
      await press(page, 'Báo cho phường');
      await page.getByText('Cán bộ phường sẽ xem lại').waitFor();
      await press(page, 'Tắt loại tin này');
      await expectReadable(page, 'the question before muting');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Tắt loại tin này' }).click();
      await page.getByRole('link', { name: 'Bật lại ở trang Nhận tin' }).click();
      const meetings = page.getByRole('switch', { name: /^Mời họp/ });
      await meetings.and(page.getByRole('switch', { checked: false })).waitFor();
      await expectReadable(page, 'what comes');
      await meetings.click();
      await meetings.and(page.getByRole('switch', { checked: true })).waitFor();
    },
    SLOW_MS,
  );
});

describe.skipIf(browserPath === null)('an official', () => {
  it.each(LOOKS)(
    'sees which news reaches people, and that few numbers say little: %s',
    async (_name, options, textSize) => {
      const page = await somebody('Cán bộ phường', options, textSize);
      await openList(page);
      await page.getByRole('link', { name: /Thông báo của phường/ }).click();
      await page.getByRole('link', { name: /Tin nào đến được bà con/ }).click();
      await page.getByRole('region', { name: 'Theo giờ xem' }).waitFor();
      await page.getByText('Chưa đủ số để so các cách với nhau').waitFor();
      await expectReadable(page, 'who was reached');
    },
    SLOW_MS,
  );
});
