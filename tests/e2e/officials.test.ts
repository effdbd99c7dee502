import type { ProposalsReply } from '@phuong-so/shared/contracts/work';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { back, follow, heading, isRight, phonesOf, press, STANDING_UNIT, toTheTasks, WARD } from './officials-phone.ts';

const browserPath = findBrowser();
const SLOW_MS = 300_000;

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  await confirmTargets();
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every target that the ward's plan proposes, as the interface takes it. */
async function confirmTargets(): Promise<void> {
  const call = async (path: string, token: string | null, body?: object) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${server.origin}/api/v1/${path}`, { ...init, headers })).json();
  };
  const { token } = await call('session/demo', null, { persona: 'official', ward: WARD, unit: STANDING_UNIT });
  const { targets } = (await call(`work-proposals?ward=${WARD}`, token)) as ProposalsReply;
  const facts = targets.map(({ from: { document_id, fact_id } }) => ({ document_id, fact_id }));
  const confirmed = await call('work', token, { ward: WARD, tasks: [], targets: facts });
  expect(confirmed).toEqual({ tasks: [], targets: facts.length });
}

/** The phone of an official of the unit that gathers for the ward. */
const officialsPhone = (options: BrowserContextOptions = {}, textSize = 100) =>
  phonesOf(server, browser)({ role: 'Cán bộ phường', unit: STANDING_UNIT, options, textSize });

/** The unit says that it is done, with what shows it; the standing unit confirms. */
async function reportAndConfirm(page: Page, note: string): Promise<void> {
  await follow(page, /Quá hạn \d+ ngày theo kế hoạch/);
  await heading(page, 'Nhiệm vụ');
  await isRight(page, 'task');
  await follow(page, /^Báo cáo tiến độ/);
  await page.getByRole('radio', { name: 'Hoàn thành' }).check();
  await page.getByRole('textbox', { name: 'Đã làm được gì' }).fill(note);
  await press(page, 'Thêm minh chứng');
  await page.getByRole('combobox', { name: 'Loại minh chứng' }).selectOption('link');
  await page.getByRole('textbox', { name: 'Tên minh chứng' }).fill('Bài đăng');
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('https://example.org/bai-dang');
  await press(page, 'Thêm vào báo cáo');
  await isRight(page, 'report form');
  await page.getByRole('button', { name: 'Gửi báo cáo' }).dblclick();
  await heading(page, 'Nhiệm vụ');
  const sides = page.getByRole('region', { name: 'Đã đến đâu' });
  await sides.getByText(note).waitFor();
  // Said by the unit, and not yet by anybody else.
  await sides.getByText('Chưa có xác nhận').waitFor();
  await isRight(page, 'task with a report');
  await press(page, 'Xác nhận');
  await sides.getByText('Chưa có xác nhận').waitFor({ state: 'detached' });
  await back(page);
  await heading(page, 'Việc của đơn vị');
  await page.getByRole('heading', { name: /^Đã xong \(/ }).waitFor();
  await isRight(page, 'list');
}

/** What everybody sees of it, and the report that is drafted from it. */
async function boardAndReport(page: Page): Promise<void> {
  await follow(page, /^Tổng quan/);
  await heading(page, 'Tổng quan của phường');
  await page.getByText('Đã xác nhận hoàn thành').waitFor();
  await isRight(page, 'dashboard');
  await follow(page, /Bảng tiến độ công khai/);
  await heading(page, 'Bảng tiến độ');
  await page.getByRole('heading', { name: 'Cả phường' }).waitFor();
  await page.getByText('Hoàn thành', { exact: true }).first().waitFor();
  await isRight(page, 'board');
  await back(page);
  await follow(page, /^Vướng mắc, kiến nghị/);
  await heading(page, 'Vướng mắc, kiến nghị');
  await isRight(page, 'obstacles');
  await back(page);
  await follow(page, /^Chỉ tiêu/);
  await heading(page, 'Chỉ tiêu của phường');
  await isRight(page, 'targets');
  await page.locator('.headed-group__button').first().click();
  await follow(page, /^Nhập số liệu/);
  await heading(page, 'Nhập số liệu');
  await page.getByText(/^Chưa có số liệu\./).waitFor();
  await isRight(page, 'figure');
  await back(page);
  await heading(page, 'Chỉ tiêu của phường');
  await back(page);
  await follow(page, /^Báo cáo/);
  await heading(page, 'Báo cáo');
  await isRight(page, 'reports');
  await press(page, 'Mở bản dự thảo');
  await heading(page, 'Dự thảo báo cáo');
  await page.getByRole('button', { name: /Soạn lại theo số liệu/ }).waitFor();
  await isRight(page, 'draft');
}

/** A section's own words stay when the rest is drafted anew. */
async function editDraft(page: Page): Promise<void> {
  await press(page, /^Sửa/);
  await page.getByRole('textbox', { name: /^Nội dung phần/ }).fill('Lời do cán bộ viết.');
  await press(page, 'Lưu phần này');
  await page.getByText('Đã sửa tay').first().waitFor();
  await press(page, /Soạn lại theo số liệu/);
  await page
    .getByText(/được giữ nguyên/)
    .first()
    .waitFor();
  await page.getByText('Lời do cán bộ viết.').first().waitFor();
}

describe.skipIf(browserPath === null)('officials', () => {
  it.each([
    ['light', { colorScheme: 'light' }, 100],
    ['dark', { colorScheme: 'dark' }, 100],
    ['text at 200 %', { colorScheme: 'light' }, 200],
  ] as [string, BrowserContextOptions, number][])(
    'confirm a plan’s tasks, report with evidence, confirm, and find it on the board and in the report; every page is right: %s',
    async (look, options, textSize) => {
      const { context, page, complaints } = await officialsPhone(options, textSize);
      await toTheTasks(page);
      await reportAndConfirm(page, `Đã xong, ${look}.`);
      await boardAndReport(page);
      if (look === 'light') await editDraft(page);
      expect(complaints).toEqual([]);
      await context.close();
    },
    SLOW_MS,
  );

  it(
    'two who change the same task at once lose nothing',
    async () => {
      const [first, second] = [await officialsPhone(), await officialsPhone()];
      for (const { page } of [first, second]) {
        await toTheTasks(page);
        await follow(page, /Chưa có báo cáo trong quý này/);
        await follow(page, /^Sửa, chia, đóng nhiệm vụ/);
        await page.getByRole('textbox', { name: 'Tên nhiệm vụ' }).waitFor();
      }
      await first.page.getByRole('textbox', { name: 'Tên nhiệm vụ' }).fill('Tên do người thứ nhất sửa');
      await second.page.getByRole('textbox', { name: 'Người phụ trách' }).fill('Chị Hà');
      await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await first.page.getByText('Đã lưu.').waitFor();
      await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await second.page.getByText(/bấm Lưu lần nữa là giữ cả hai/).waitFor();
      await isRight(second.page, 'conflict');
      await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await second.page.getByText('Đã lưu.').waitFor();
      await back(second.page);
      await second.page.getByRole('heading', { name: /Tên do người thứ nhất sửa/ }).waitFor();
      await second.page.getByText('Chị Hà').first().waitFor();
      for (const { context, complaints } of [first, second]) {
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
    SLOW_MS,
  );
});
