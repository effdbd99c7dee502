import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll, type Visit } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const SLOW_MS = 240_000;
const WARD = 'tran-lieu';
/** The server's clock stands still at nine o'clock on this day in Vietnam. */
const CLASS_DAY = '2026-11-21';

let server: DemoServer;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
}, SLOW_MS);
afterAll(async () => {
  for (const { context } of visits) await context.close();
  await browser?.close();
  await server?.stop();
});

/** Somebody with a phone of their own, in a role of the demonstration. */
async function somebody(role: 'Người dân' | 'Cán bộ phường'): Promise<Page> {
  const visit = await openPhone(browser, server.origin);
  visits.push(visit);
  await rememberWard(visit.context, server.origin, WARD);
  const { page } = visit;
  await page.goto(`${server.origin}/zapps/demo/toi`);
  await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Vào vai này' }).click();
  await page.getByText(`Đang dùng với vai: ${role}`).first().waitFor();
  return page;
}

/** Inside the app: a reload would forget who is signed in, as in a browser it does. */
async function goToClasses(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Trang chủ' }).click();
  await page.getByRole('link', { name: 'Học kỹ năng số' }).click();
  await page.getByRole('link', { name: /Lớp học gần nhà/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Lớp học gần nhà' }).waitFor();
}

/** A class with these seats; ends on its page. */
async function openClass(page: Page, title: string, seats: number): Promise<void> {
  await goToClasses(page);
  await page.getByRole('link', { name: /Mở lớp mới/ }).click();
  await page.getByRole('textbox', { name: 'Tên lớp' }).fill(title);
  await page.getByRole('textbox', { name: 'Địa điểm' }).fill('Nhà văn hóa (lớp thử)');
  await page.getByLabel('Ngày học').fill(CLASS_DAY);
  await page.getByLabel('Giờ bắt đầu').fill('09:20');
  await page.getByLabel('Giờ kết thúc').fill('11:00');
  await page.getByRole('spinbutton', { name: 'Số chỗ' }).fill(String(seats));
  await page.getByRole('textbox', { name: 'Người dạy' }).fill('Tổ công nghệ số cộng đồng');
  await page.getByRole('button', { name: 'Mở lớp' }).click();
  await page.getByRole('heading', { name: 'Dành cho người phụ trách' }).waitFor();
}

async function openItsPage(page: Page, title: string): Promise<void> {
  await goToClasses(page);
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await page.getByRole('textbox', { name: /Tên gọi/ }).waitFor();
}

const register = async (page: Page, name: string, label: 'Đăng ký' | 'Ghi tên chờ' = 'Đăng ký') => {
  await page.getByRole('textbox', { name: /Tên gọi/ }).fill(name);
  await page.getByRole('button', { name: label, exact: true }).dblclick();
};

describe.skipIf(browserPath === null)('a class', () => {
  it(
    'from opening to attendance; the last seat, asked for by two people at once, goes to one, and the other waits',
    async () => {
      const [official, lan, hung] = await Promise.all([
        somebody('Cán bộ phường'),
        somebody('Người dân'),
        somebody('Người dân'),
      ]);
      await openClass(official, 'Lớp một chỗ', 1);
      await openItsPage(lan, 'Lớp một chỗ');
      await openItsPage(hung, 'Lớp một chỗ');
      await Promise.all([register(lan, 'bác Lan'), register(hung, 'chú Hùng')]);
      const outcome = (page: Page) =>
        page
          .locator('.own-place')
          .filter({ hasText: /Bác đã có chỗ|danh sách chờ/ })
          .textContent();
      const outcomes = await Promise.all([outcome(lan), outcome(hung)]);
      expect(outcomes.filter((words) => words?.includes('Bác đã có chỗ'))).toHaveLength(1);
      expect(outcomes.filter((words) => words?.includes('vị trí thứ 1'))).toHaveLength(1);
      const [seated, waiting] = outcomes[0]?.includes('Bác đã có chỗ') ? [lan, hung] : [hung, lan];

      // The code on the teacher's phone, typed by the one and scanned (opened as a link) by nobody else.
      await official.getByRole('link', { name: /Hiện mã điểm danh/ }).click();
      await official.getByRole('img', { name: 'Mã vuông để quét' }).waitFor();
      const code = (await official.locator('.check-in-code__letters').textContent()) ?? '';
      await seated.getByRole('button', { name: 'Đã đến lớp? Điểm danh' }).click();
      await seated.getByRole('textbox', { name: /Mã điểm danh/ }).fill('ZZZZZZ');
      await seated.getByRole('button', { name: 'Tôi đã có mặt' }).click();
      await seated.getByText(/Mã điểm danh không đúng hoặc đã đổi/).waitFor();
      await seated.getByRole('textbox', { name: /Mã điểm danh/ }).fill(code.toLowerCase());
      await seated.getByRole('button', { name: 'Tôi đã có mặt' }).click();
      await seated.getByText(/Đã ghi bác có mặt ở lớp này/).waitFor();

      await official.goBack();
      await official.getByRole('link', { name: /Danh sách và điểm danh/ }).click();
      await official.getByText('Có mặt 1/1').waitFor();
      const other = official.getByRole('switch', { checked: false });
      await other.click();
      await official.getByText('Có mặt 2/1').waitFor();
      expect(await seriousViolations(official)).toEqual([]);
      expect(await sidewaysScroll(official)).toBeLessThanOrEqual(0);

      await official.goBack();
      await official.getByRole('heading', { name: 'Dành cho người phụ trách' }).waitFor();
      await official.goBack();
      await official.getByRole('link', { name: /Số người đã học/ }).click();
      await official.getByRole('heading', { name: 'Đếm như thế nào' }).waitFor();
      await waiting.getByText('vị trí thứ 1').waitFor();
      expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'a place given back goes to who waits; a cancelled class says why and takes nobody any more',
    async () => {
      const [official, lan, hung] = await Promise.all([
        somebody('Cán bộ phường'),
        somebody('Người dân'),
        somebody('Người dân'),
      ]);
      await openClass(official, 'Lớp trả chỗ', 1);
      await openItsPage(lan, 'Lớp trả chỗ');
      await register(lan, 'bác Lan');
      await lan.getByText(/Bác đã có chỗ\. /).waitFor();
      await openItsPage(hung, 'Lớp trả chỗ');
      await register(hung, 'chú Hùng', 'Ghi tên chờ');
      await hung.getByText(/vị trí thứ 1/).waitFor();
      await lan.getByRole('button', { name: 'Không đi được, trả chỗ' }).click();
      await lan.getByRole('button', { name: 'Trả chỗ', exact: true }).click();
      await lan.getByRole('textbox', { name: /Tên gọi/ }).waitFor();
      await hung.goBack();
      await hung.getByRole('link', { name: /Lớp trả chỗ.*Bác đã có chỗ/ }).click();
      await hung.getByText(/Bác đã có chỗ\. /).waitFor();

      await official.getByRole('button', { name: 'Hủy lớp' }).click();
      const dialog = official.getByRole('alertdialog');
      await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Mất điện cả ngày');
      await dialog.getByRole('button', { name: 'Hủy lớp' }).click();
      await official.getByText(/Lớp này đã hủy.*Mất điện cả ngày/).waitFor();
      // Who has the page open still, and presses, is told what has happened.
      await register(lan, 'bác Lan', 'Ghi tên chờ');
      await lan.getByText(/Lớp này đã hủy.*Mất điện cả ngày/).waitFor();
      expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    SLOW_MS,
  );
});
