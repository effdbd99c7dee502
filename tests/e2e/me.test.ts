import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const WARD = 'tran-lieu';
const MY_PAGES = ['toi', 'toi/lien-ket', 'toi/du-lieu', 'toi/quyen-rieng-tu', 'toi/dieu-khoan'];

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Story {
  readonly page: Page;
  readonly go: (address: string) => Promise<void>;
}

/** On a phone that remembers the ward and has text of this size; fails when anything foreign was asked or went uncaught. */
async function visit(textSize: number, story: (story: Story) => Promise<void>, options?: BrowserContextOptions) {
  const { context, page, complaints } = await openPhone(browser, server.origin, options);
  try {
    await rememberWard(context, server.origin, WARD);
    const look = JSON.stringify({ textSize, theme: 'auto' });
    await context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(look)})`);
    await page.goto(server.origin);
    // The server leads to where the app lives; its pages are beside that.
    const home = page.url().replace(/\/?$/, '/');
    const go = async (address: string) => {
      await page.goto(new URL(address, home).href);
      await page.locator('main').last().waitFor();
    };
    await story({ page, go });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe.skipIf(browserPath === null)('Tôi in a browser, at the real server', () => {
  it('a role of the demonstration answers for its office, and everything is erased again', () =>
    visit(100, async ({ page, go }) => {
      await go('toi');
      await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: 'Cán bộ phường' });
      await press(page, 'Vào vai này');
      await page.getByText('Đang dùng với vai: Cán bộ phường, Phòng Văn hóa - Xã hội.').first().waitFor();

      await page.getByRole('link', { name: 'Hỏi đáp' }).click();
      const asked = page.waitForRequest((request) => request.url().endsWith('/api/v1/ask/stream'));
      await page.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill('Phòng tôi phải làm những việc gì?');
      await page.keyboard.press('Enter');
      expect((await asked).headers().authorization).toMatch(/^Bearer ./);
      await page.locator('.answer-card').waitFor();
      expect(await page.locator('.answer-card').textContent()).toMatch(/Văn hóa/);

      await page.goBack();
      await page.getByRole('link', { name: /Dữ liệu của tôi/ }).click();
      const file = page.waitForEvent('download');
      await press(page, 'Tải dữ liệu của tôi');
      expect((await file).suggestedFilename()).toBe('phuong-so-du-lieu-cua-toi.json');
      await press(page, 'Xóa dữ liệu của tôi');
      await press(page, 'Xóa hết');
      await page.getByText('Đã xóa dữ liệu trên máy này và trên máy chủ.').waitFor();
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    }));

  it('a wrong code is explained by the server’s own words', () =>
    visit(100, async ({ page, go }) => {
      await go('toi');
      await press(page, 'Vào vai này');
      await page.getByText('Đang dùng với vai: Người dân.').first().waitFor();
      await page.getByRole('link', { name: /Liên kết tài khoản/ }).click();
      await page.getByRole('textbox', { name: 'Mã liên kết' }).fill('ABCD2345');
      await press(page, 'Liên kết');
      await page.getByText(/Mã không đúng, đã dùng rồi hoặc đã hết hạn/).waitFor();
    }));

  it('the keyboard alone reaches, opens, closes and comes back', () =>
    visit(100, async ({ page, go }) => {
      await go('toi/nhan-tin');
      const button = page.getByRole('button', { name: 'Bật thông báo' });
      await button.waitFor();
      for (let step = 0; step < 40 && !(await button.evaluate((one) => one === document.activeElement)); step += 1) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      for (let step = 0; step < 4; step += 1) {
        await page.keyboard.press('Tab');
        expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
      }
      await page.keyboard.press('Escape');
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    }));

  it.each([
    [100, 'light'],
    [100, 'dark'],
    [200, 'light'],
  ] as const)('at %i %%, %s: every page fits 390 px and breaks no rule of accessibility', (size, colorScheme) =>
    visit(
      size,
      async ({ page, go }) => {
        for (const address of MY_PAGES) {
          await go(address);
          expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
          expect([address, ...(await seriousViolations(page))]).toEqual([address]);
        }
      },
      { colorScheme },
    ),
  );
});
