import type { Browser, Page } from 'playwright-core';
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
import { allScreens, rememberWard, type Screen } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 180_000;
const READY = '.page-main:not(:has(.loading))';

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

/** A phone that has chosen its ward; fails when the page asked a foreign host or an error went uncaught. */
async function visit(story: (page: Page, visit: Visit) => Promise<void>): Promise<void> {
  const opened = await openPhone(browser, server.origin);
  await rememberWard(opened.context, server.origin, ward);
  try {
    await story(opened.page, opened);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.context.close();
  }
}

const open = async (page: Page, address: string) => {
  await page.goto(`${server.origin}/zapps/demo${address}`);
  await page.locator(READY).first().waitFor();
};

/** What every page is looked at in: the same elements in other colours and another size are asked for what these may break. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', fontSize: '100%', rules: [] },
  { name: 'dark', colorScheme: 'dark', fontSize: '100%', rules: ['color-contrast'] },
  {
    name: 'text at 200 %',
    colorScheme: 'light',
    fontSize: '200%',
    rules: ['scrollable-region-focusable', 'meta-viewport'],
  },
] as const;

/** As the phone's own setting and the app's text size change them. */
async function wear(page: Page, { colorScheme, fontSize }: (typeof LOOKS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, fontSize);
}

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.skipIf(browserPath === null)('every page', () => {
  it(
    'has nothing that axe calls serious, fits the width and has large targets: light, dark, text at 200 %',
    () =>
      visit(async (page) => {
        for (const { name, address } of screens) {
          await open(page, address);
          const backgrounds: string[] = [];
          for (const look of LOOKS) {
            await wear(page, look);
            backgrounds.push(await background(page));
            const where = `${name}, ${look.name}`;
            expect(await seriousViolations(page, look.rules), where).toEqual([]);
            expect(await sidewaysScroll(page), `${where}: sideways`).toBeLessThanOrEqual(0);
            expect(await smallTargets(page), `${where}: small targets`).toEqual([]);
          }
          expect(new Set(backgrounds).size, `${name}: dark is another colour`).toBe(2);
        }
      }),
    2 * SLOW_MS,
  );

  it(
    'says what to do when the server fails, and shows what the phone kept when there is no network',
    () =>
      visit(async (page, { context }) => {
        await open(page, '/thong-bao');
        await page.getByText('Bản trình diễn').first().waitFor();
        await context.route('**/api/v1/**', (route) => route.fulfill({ status: 500, json: {} }));
        await open(page, '/dich-vu');
        await page.getByRole('alert').getByText('Hệ thống đang gặp trục trặc').waitFor();
        await context.unroute('**/api/v1/**');
        await page.getByRole('button', { name: 'Thử lại' }).click();
        await page.getByRole('heading', { name: 'Hộ tịch' }).waitFor();
        await context.route('**/api/v1/**', (route) => route.abort());
        // What was read less than a minute ago is not asked for again.
        await page.clock.setSystemTime(Date.now() + 10 * 60_000);
        await open(page, '/thong-bao');
        await page.getByText('Đây là bản lưu trên máy').waitFor();
        await page.getByText('Bản trình diễn').first().waitFor();
      }),
    SLOW_MS,
  );
});

describe.skipIf(browserPath === null)('a resident', () => {
  it('comes for the first time: ward, example question, cited answer, the passage in the plan, and back home', async () => {
    const opened = await openPhone(browser, server.origin);
    const { page } = opened;
    try {
      await page.goto(`${server.origin}/`);
      await page.locator('.ward-row').first().click();
      await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor();
      const { examples } = (await (await fetch(`${server.origin}/api/v1/home?ward=${ward}`)).json()) as {
        examples: string[];
      };
      await page.getByText(examples[0] ?? '').click();
      await page.locator('.citation--open').first().click();
      await page.locator('.passage mark').waitFor();
      await page.goBack();
      await page.locator('.citation--open').first().waitFor();
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor();
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.context.close();
    }
  });

  it('reaches a section by a link for another ward, and is told which ward it is of', () =>
    visit(async (page) => {
      const { wards } = (await (await fetch(`${server.origin}/api/v1/wards`)).json()) as {
        wards: { key: string; name: string | null }[];
      };
      const other = wards.find(({ key, name }) => key !== ward && name !== null);
      const section = (await allScreens(server.origin, other?.key ?? '')).find(({ name }) => name === 'muc');
      const query = section?.address.split('?')[1] ?? '';
      await page.goto(`${server.origin}/zapps/demo/?p=ke-hoach/muc&${query}`);
      await page
        .getByText(new RegExp(other?.name ?? '', 'i'))
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Xem nguyên văn' }).waitFor();
    }));

  it('goes everywhere with the keyboard alone', () =>
    visit(async (page) => {
      await open(page, '/');
      await tabTo(page, /^Tôi$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Tôi' }).waitFor();
      await tabTo(page, /^Vừa/);
      for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.documentElement.style.fontSize)).toBe('150%');
    }));

  it('asks whether a message is genuine, and is warned of one with a changed link', () =>
    visit(async (page) => {
      const { announcements } = (await (await fetch(`${server.origin}/api/v1/announcements?ward=${ward}`)).json()) as {
        announcements: { title: string; body: string; code: string }[];
      };
      const [real] = announcements;
      await open(page, '/thong-bao/kiem-tra');
      const box = page.getByRole('textbox');
      const verdict = page.getByRole('region', { name: 'Kết quả kiểm tra' });
      await box.fill(`${real?.title}\n${real?.body}`);
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      await verdict.getByRole('heading', { name: 'Đúng là thông báo của phường' }).waitFor();
      await box.fill(`${real?.title}\n${real?.body}\nNộp tiền tại http://phuong-dong-tien.example/x`);
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      await verdict.getByRole('heading', { name: 'Cẩn thận: tin này khác thông báo thật' }).waitFor();
      await verdict
        .getByText(/phuong-dong-tien/)
        .first()
        .waitFor();
    }));
});

/** Tabs until what is so named has the focus; fails when a whole round does not meet it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      return ((element as HTMLInputElement | null)?.labels?.[0] ?? element)?.textContent?.trim() ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`the keyboard never reached ${name}`);
}
