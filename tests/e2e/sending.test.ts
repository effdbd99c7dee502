import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll, smallTargets } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 240_000;
const WARD = 'tran-lieu';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** In a demonstration what leaders write waits for an official; an official sends at once. */
async function becomeOfficial(page: Page): Promise<void> {
  const role = 'Cán bộ phường';
  await page.goto(`${server.origin}/zapps/demo/toi`);
  await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Vào vai này' }).click();
  await page.getByText(`Đang dùng với vai: ${role}`).first().waitFor();
}

/** What is asked of every page, in every look. */
async function isRight(page: Page, name: string): Promise<void> {
  await page.locator('.page-main:not(:has(.loading))').first().waitFor();
  expect(await seriousViolations(page), name).toEqual([]);
  expect(await sidewaysScroll(page), `${name}: sideways`).toBeLessThanOrEqual(0);
  expect(await smallTargets(page), `${name}: small targets`).toEqual([]);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const back = (page: Page) => page.getByRole('button', { name: 'Quay lại' }).click();

/** From the first page to one that is out; every page on the way is looked at. */
async function sendOne(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Trang chủ' }).click();
  await page.getByRole('link', { name: /Thông báo của phường/ }).click();
  await heading(page, 'Thông báo của phường');
  await isRight(page, 'list');
  await page.getByRole('link', { name: /Soạn thông báo mới/ }).click();
  await page.getByRole('button', { name: /Mời họp tổ/ }).waitFor();
  await isRight(page, 'templates');
  await page.getByRole('button', { name: /Mời họp tổ/ }).click();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('Còn ô cần xem lại ở trên.').waitFor();
  await isRight(page, 'form with complaints');
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill(title);
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Kính mời mỗi nhà một người. Bàn việc vệ sinh ngõ.');
  await page.getByLabel('Ngày diễn ra').fill('2026-12-05');
  await page.getByLabel('Giờ bắt đầu').fill('19:30');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('heading', { name: 'Ai nhận được' }).waitFor();
  await isRight(page, 'preview');
  await page.getByRole('button', { name: 'Gửi ngay' }).dblclick();
  await page.getByRole('heading', { name: 'Cách gửi' }).waitFor();
}

async function readAloud(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mở bài đọc chữ to' }).click();
  await page
    .getByText(/Kính mời mỗi nhà một người/)
    .first()
    .waitFor();
  await isRight(page, 'words for the loudspeaker');
  await back(page);
}

describe.skipIf(browserPath === null)('who may announce', () => {
  it.each([
    ['light', { colorScheme: 'light' }, 100],
    ['dark', { colorScheme: 'dark' }, 100],
    ['text at 200 %', { colorScheme: 'light' }, 200],
  ] as [string, BrowserContextOptions, number][])(
    'writes, looks, sends once, follows and corrects; every page is right: %s',
    async (look, options, textSize) => {
      const { context, page, complaints } = await openPhone(browser, server.origin, options);
      await rememberWard(context, server.origin, WARD);
      const kept = JSON.stringify({ textSize, theme: 'auto' });
      await context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(kept)})`);
      await becomeOfficial(page);
      const title = `Mời họp, ${look}`;
      await sendOne(page, title);
      await page.getByText('Đã gửi xong').first().waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: /việc đã ghi/ }).click();
      await isRight(page, 'progress');
      for (const [link, name] of [
        ['Những hộ cần báo trực tiếp', 'unreached'],
        ['Chuyển tiếp, in, đọc loa', 'handouts'],
        ['Đính chính', 'correction'],
      ] as const) {
        await page.getByRole('link', { name: new RegExp(link) }).click();
        await heading(page, link);
        await isRight(page, name);
        if (name === 'handouts') await readAloud(page);
        await back(page);
      }
      await back(page);
      await heading(page, 'Thông báo của phường');
      const own = page.getByRole('link', { name: new RegExp(title) });
      await own.first().waitFor();
      // Pressed twice, and it is one.
      expect(await own.count()).toBe(1);
      expect(complaints).toEqual([]);
      await context.close();
    },
    SLOW_MS,
  );
});
