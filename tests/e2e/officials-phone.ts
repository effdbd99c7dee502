import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPhone, seriousViolations, sidewaysScroll, smallTargets, type Visit } from './browser.ts';
import type { DemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

export const WARD = 'nguyen-dai-nang';
export const STANDING_UNIT = 'Phòng Văn hóa - Xã hội';

interface Persona {
  readonly role: 'Cán bộ phường' | 'Người dân';
  /** An official's. */
  readonly unit?: string;
  readonly options?: BrowserContextOptions;
  /** Percent. */
  readonly textSize?: number;
}

/**
 * Opens phones of people of one ward. Each forgets who it is when a page is loaded anew. `now`: the phones' time, from which
 * it goes on, as the server's does; null = the real one.
 */
export function phonesOf(server: DemoServer, browser: Browser, now: string | null = null) {
  return async ({ role, unit, options = {}, textSize = 100 }: Persona): Promise<Visit> => {
    const phone = await openPhone(browser, server.origin, options);
    const { context, page } = phone;
    if (now !== null) {
      await page.clock.install({ time: now });
      await page.clock.resume();
    }
    await rememberWard(context, server.origin, WARD);
    const look = JSON.stringify({ textSize, theme: 'auto' });
    await context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(look)})`);
    await page.goto(`${server.origin}/zapps/demo/toi`);
    await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: role });
    if (unit !== undefined) await page.getByRole('textbox', { name: 'Đơn vị' }).fill(unit);
    await press(page, 'Vào vai này');
    await page.getByText(`Đang dùng với vai: ${role}`).first().waitFor();
    return phone;
  };
}

/** What is asked of every page, in every look. */
export async function isRight(page: Page, name: string): Promise<void> {
  await page.locator('.page-main:not(:has(.loading))').first().waitFor();
  expect(await seriousViolations(page), name).toEqual([]);
  expect(await sidewaysScroll(page), `${name}: sideways`).toBeLessThanOrEqual(0);
  expect(await smallTargets(page), `${name}: small targets`).toEqual([]);
}

export const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
export const back = (page: Page) => page.getByRole('button', { name: 'Quay lại' }).click();
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
export const follow = (page: Page, name: RegExp) => page.getByRole('link', { name }).first().click();

/** Back to a page with the navigation, and from there to the first one. */
export async function home(page: Page): Promise<void> {
  const navigation = page.getByRole('link', { name: 'Trang chủ', exact: true });
  const goBack = page.getByRole('button', { name: 'Quay lại' });
  while ((await navigation.count()) === 0) {
    const title = await page.getByRole('heading', { level: 1 }).first().innerText();
    await goBack.click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ state: 'detached' });
  }
  await navigation.click();
}

/** From any page to the unit's list. */
export async function toTheList(page: Page): Promise<void> {
  await home(page);
  await follow(page, /^Việc của đơn vị/);
  await heading(page, 'Việc của đơn vị');
}

/** To the list by what the plan proposes, which is confirmed on the way unless it is already. */
export async function toTheTasks(page: Page): Promise<void> {
  await toTheList(page);
  await follow(page, /Xác nhận nhiệm vụ từ kế hoạch/);
  await heading(page, 'Xác nhận từ kế hoạch');
  await page.getByRole('tab', { name: /^Nhiệm vụ/ }).waitFor();
  await isRight(page, 'confirmation');
  const all = page.getByRole('button', { name: /^Chọn tất cả \d+ nhiệm vụ/ });
  if ((await all.count()) > 0) {
    await all.click();
    await press(page, /^Xác nhận \d+ nhiệm vụ/);
    await page.getByText(/^Đã xác nhận \d+ nhiệm vụ\.$/).waitFor();
  }
  await back(page);
  await heading(page, 'Việc của đơn vị');
  await page.getByRole('heading', { name: /^Cần báo kỳ này \(/ }).waitFor();
}

/** What a button opened outside of the app, asked for as that window does: without anybody's session. */
export async function openedBy(page: Page, button: string | RegExp) {
  const [asked, opened] = [
    page.context().waitForEvent('request', (request) => new URL(request.url()).pathname.startsWith('/tai-ve/')),
    page.context().waitForEvent('page'),
  ];
  await press(page, button);
  const address = (await asked).url();
  await (await opened).close();
  const reply = await fetch(address);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    begin: bytes.subarray(0, 4).toString('latin1'),
  };
}
