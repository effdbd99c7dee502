import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { allScreens, rememberWard, type Screen } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 240_000;
const API = '**/api/v1/**';
/** These stand without a word from the server; what they ask of it later is tested with what they do. */
const STAND_ALONE = new Set([
  ...['chon-phuong', 'hoi-dap', 'kiem-tra', 'toi', 'lien-ket', 'du-lieu', 'quyen-rieng-tu', 'dieu-khoan'],
  // These depend on who is signed in and on what was learnt; their states are tested beside their code.
  ...['cau-hoi', 'chung-nhan', 'chung-nhan-khoa', 'lua-dao-hay-that', 'lop-hoc', 'lop', 'mo-lop', 'so-nguoi-hoc'],
  ...['tin-den-duoc', 'nhan-tin'],
  'gui-thong-bao',
  ...['gop-y', 'gui-gop-y', 'cong-viec', 'so-lieu', 'bao-cao', 'cac-ban', 'tong-quan'],
  ...['tim-dich-vu', 'viec-trong-nha', 'buoc-hoc'],
]);
/** Lists that may have nothing in them, by the name of their field in the reply. */
const LISTS = new Set(['services', 'courses', 'announcements', 'tasks', 'targets']);

let server: DemoServer;
let browser: Browser;
let ward: string;
let screens: readonly Screen[];

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  const { wards } = (await (await fetch(`${server.origin}/api/v1/wards`)).json()) as { wards: { key: string }[] };
  ward = wards[0]?.key ?? '';
  screens = await allScreens(server.origin, ward);
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

type Story = (page: Page, screen: Screen, context: BrowserContext) => Promise<void>;

/** Every page that reads from the server, in turn on one phone that knows its ward and has read nothing before. */
async function everyReadingPage(story: Story, { forgets = true } = {}): Promise<void> {
  const { context, page, complaints } = await openPhone(browser, server.origin);
  if (forgets) await context.addInitScript('localStorage.clear()');
  await rememberWard(context, server.origin, ward);
  try {
    for (const screen of screens.filter(({ name }) => !STAND_ALONE.has(name))) {
      await story(page, screen, context).catch((error: unknown) => {
        throw new Error(`on the page “${screen.name}”`, { cause: error });
      });
    }
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const goTo = (page: Page, { address }: Screen) => page.goto(`${server.origin}/zapps/demo${address}`);
const loading = (page: Page) => page.locator('main .loading').first();
const retry = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).first();
/** The page with what it is for: neither loading nor failed, nor a part of the app that is still to come. */
const shown = (page: Page) =>
  page
    .locator('.page-main:not(:has(.loading)):not(:has([role="alert"]:not(:empty)))')
    .filter({ hasNotText: /^Xin chờ một chút\.$/ })
    .first();
/** Requests that are being answered are waited for: taken from their handler, they would fail in its hands. */
const answerAsBefore = (page: Page) => page.unrouteAll({ behavior: 'wait' });
const words = async (page: Page) => (await page.locator('main').first().innerText()).trim();

describe.skipIf(browserPath === null)('every page that reads from the server', () => {
  it(
    'says that it is loading, and waits, while the server is silent',
    () =>
      everyReadingPage(async (page, screen) => {
        let speak = () => {};
        const silence = new Promise<void>((resolve) => {
          speak = resolve;
        });
        const hold = (route: Route) => silence.then(() => route.continue());
        await page.route(API, hold);
        await goTo(page, screen);
        await loading(page).waitFor();
        expect(await page.getByRole('heading', { level: 1 }).first().innerText(), screen.name).not.toBe('');
        speak();
        await shown(page).waitFor();
        await answerAsBefore(page);
      }),
    SLOW_MS,
  );

  it(
    'says that there is no network, then that the server fails; trying again mends it',
    () =>
      everyReadingPage(async (page, screen) => {
        let isCut = true;
        const fail = (route: Route) => (isCut ? route.abort() : route.fulfill({ status: 500, json: {} }));
        await page.route(API, fail);
        await goTo(page, screen);
        await page.getByRole('alert').getByText('Không kết nối được').first().waitFor();
        isCut = false;
        await retry(page).click();
        await page.getByRole('alert').getByText('Hệ thống đang gặp trục trặc').first().waitFor();
        expect(await seriousViolations(page), screen.name).toEqual([]);
        await answerAsBefore(page);
        // A page with a second source may have mended itself by now; then there is nothing left to press.
        await retry(page)
          .click({ timeout: 5_000 })
          .catch(() => undefined);
        await shown(page).waitFor();
      }),
    SLOW_MS,
  );

  it(
    'shows what the phone kept when there is no network any more',
    () =>
      everyReadingPage(
        async (page, screen) => {
          await goTo(page, screen);
          await shown(page).waitFor();
          const [first = ''] = (await words(page)).split('\n');
          const cut = (route: Route) => route.abort();
          await page.route(API, cut);
          await goTo(page, screen);
          await shown(page).getByText(first).first().waitFor();
          await answerAsBefore(page);
        },
        { forgets: false },
      ),
    SLOW_MS,
  );

  it(
    'says in a sentence that there is nothing yet where a list is empty',
    () =>
      everyReadingPage(async (page, screen) => {
        const empty = async (route: Route) => {
          const reply = await route.fetch();
          const body = await reply.json().catch(() => null);
          for (const name of Object.keys(body ?? {})) if (LISTS.has(name)) body[name] = [];
          await route.fulfill({ response: reply, json: body });
        };
        await page.route(API, empty);
        await goTo(page, screen);
        await shown(page).waitFor();
        expect(await words(page), screen.name).toMatch(/\p{L}{2,}.*\p{L}/u);
        await answerAsBefore(page);
      }),
    SLOW_MS,
  );
});
