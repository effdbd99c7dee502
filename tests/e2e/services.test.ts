import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, type Visit } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 180_000;

let server: DemoServer;
let browser: Browser;
let ward: string;

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  const { wards } = (await (await fetch(`${server.origin}/api/v1/wards`)).json()) as { wards: { key: string }[] };
  ward = wards[0]?.key ?? '';
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

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

const checklist = (page: Page) => page.getByRole('region', { name: 'Đi một lần là xong' });

describe.skipIf(browserPath === null)('public services', () => {
  it(
    'from a life situation to a finished checklist, which is still there after a reload and without a network',
    () =>
      visit(async (page, { context }) => {
        await page.goto(`${server.origin}/zapps/demo/dich-vu`);
        await page.getByRole('link', { name: /^Mới sinh con/ }).click();
        const offered = page.getByRole('region', { name: 'Việc cần làm' });
        await offered.getByRole('checkbox').first().check();
        await offered.getByRole('checkbox').nth(1).check();
        const papers = checklist(page).getByRole('checkbox');
        const count = await papers.count();
        expect(count).toBeGreaterThan(2);
        for (let at = 0; at < count; at += 1) await papers.nth(at).check();
        await checklist(page).getByText(`Đã đủ ${count}/${count} giấy tờ.`).waitFor();

        await page.reload();
        await checklist(page).getByText(`Đã đủ ${count}/${count} giấy tờ.`).waitFor();
        await context.route('**/api/v1/**', (route) => route.abort());
        await page.clock.setSystemTime(Date.now() + 10 * 60_000);
        await page.reload();
        await page.getByText('Đây là bản lưu trên máy').waitFor();
        await checklist(page).getByText(`Đã đủ ${count}/${count} giấy tờ.`).waitFor();
      }),
    SLOW_MS,
  );

  it('the ticks of a situation are those of its procedures, and go away on request', () =>
    visit(async (page) => {
      await page.goto(`${server.origin}/zapps/demo/dich-vu`);
      await page.getByRole('link', { name: /^Mới sinh con/ }).click();
      const first = page.getByRole('region', { name: 'Việc cần làm' }).getByRole('checkbox').first();
      await first.check();
      await checklist(page).getByRole('checkbox').first().check();
      await page.getByRole('link', { name: /^Xem / }).first().click();
      await page.getByRole('article').waitFor();
      expect(await checklist(page).getByRole('checkbox', { checked: true }).count()).toBe(1);
      await checklist(page).getByRole('button', { name: 'Bỏ hết đánh dấu' }).click();
      await expect.poll(() => checklist(page).getByRole('checkbox', { checked: true }).count()).toBe(0);
    }));

  it.each([
    ['lam giay khai sinh cho con', 'khai sinh'],
    ['mat can cuoc', 'thẻ căn cước'],
    ['xin so ho ngheo', 'hộ nghèo'],
    ['sao y', 'Chứng thực bản sao'],
    ['dang ki tam chu', 'tạm trú'],
  ])('found by everyday words without tone marks: %s', (typed, title) =>
    visit(async (page) => {
      await page.goto(`${server.origin}/zapps/demo/dich-vu`);
      await page.getByRole('searchbox').fill(typed);
      const first = page.locator('.rows a').first();
      await expect.poll(async () => (await first.textContent())?.toLowerCase()).toContain(title.toLowerCase());
    }),
  );

  it('a look-alike is told apart at the top of the procedure, one press away', () =>
    visit(async (page) => {
      await page.goto(`${server.origin}/zapps/demo/dich-vu/thu-tuc?ma=chung-thuc-ban-sao`);
      const alike = page.getByRole('region', { name: 'Thủ tục dễ nhầm' });
      await alike.getByText(/xin bản sao từ sổ hộ tịch/).waitFor();
      await alike.getByRole('link').first().click();
      await page.getByRole('heading', { level: 2, name: /trích lục/ }).waitFor();
    }));
});
