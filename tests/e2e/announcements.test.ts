import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll, type Visit } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';
import { type ZaloChat, zaloChat } from './zalo-chat.ts';

const browserPath = findBrowser();
const SLOW_MS = 240_000;
const WARD = 'tran-lieu';
/** A Monday morning, in the hours in which telephones may ring; the server goes on from here. */
const NOW = '2026-11-23T10:00:00+07:00';
const TITLE = 'Họp tổ cuối năm (thử)';

let server: DemoServer;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  if (browserPath === null) return;
  [server, browser] = await Promise.all([startDemoServer('', NOW), launchBrowser(browserPath)]);
}, SLOW_MS);
afterAll(async () => {
  for (const { context } of visits) await context.close();
  await browser?.close();
  await server?.stop();
});

type Role = 'Người dân' | 'Cán bộ phường' | 'Tổ trưởng tổ dân phố';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** Somebody with a phone of their own, whose clock is the server's, in a role of the demonstration. */
async function somebody(role: Role): Promise<Page> {
  const visit = await openPhone(browser, server.origin);
  visits.push(visit);
  const { page } = visit;
  await page.clock.install({ time: NOW });
  await page.clock.resume();
  await rememberWard(visit.context, server.origin, WARD);
  await page.goto(`${server.origin}/zapps/demo/toi`);
  await page.getByRole('combobox', { name: 'Vai muốn thử' }).selectOption({ label: role });
  await press(page, 'Vào vai này');
  await page.getByText(`Đang dùng với vai: ${role}`).first().waitFor();
  return page;
}

/** Inside the app, back out of where one is: a reload would forget who is signed in. */
async function toFeed(page: Page): Promise<void> {
  const pages = page.getByRole('navigation', { name: 'Các trang chính' });
  const back = page.getByRole('button', { name: 'Quay lại' });
  await pages.or(back).first().waitFor();
  while (!(await pages.isVisible())) {
    const address = page.url();
    await back.click();
    await page.waitForURL((url) => url.href !== address);
    await pages.or(back).first().waitFor();
  }
  await pages.getByRole('link', { name: 'Thông báo' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
}

async function toSendings(page: Page): Promise<void> {
  await toFeed(page);
  await page.getByRole('link', { name: /Thông báo (tôi gửi|của phường)/ }).click();
  await page.getByRole('link', { name: /Soạn/ }).first().waitFor();
}

async function linkChat(page: Page, chat: ZaloChat): Promise<void> {
  const told = await chat.say('liên kết', /[A-Z2-9]{4}-[A-Z2-9]{4}/);
  await page.getByRole('link', { name: /Liên kết tài khoản/ }).click();
  await page.getByRole('textbox', { name: 'Mã liên kết' }).fill(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(told)?.[0] ?? '');
  await press(page, 'Liên kết');
  await page.getByRole('button', { name: 'Liên kết', exact: true }).waitFor({ state: 'detached' });
  await page.goBack();
}

/** Writes from the template of meetings, and asks for approval; pressed twice. */
async function writeMeeting(page: Page): Promise<void> {
  await toSendings(page);
  await page.getByRole('link', { name: /Soạn thông báo mới/ }).click();
  await page.getByRole('button', { name: /Mời họp tổ/ }).click();
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill(TITLE);
  // What was left blank is not sent.
  await press(page, 'Xem trước');
  await page.getByText('Còn ô cần xem lại ở trên.').waitFor();
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Mời mỗi nhà một người đến họp.');
  await page.getByRole('checkbox', { name: 'Có thời gian, địa điểm' }).check();
  await page.getByLabel('Ngày diễn ra').fill('2026-11-28');
  await page.getByLabel('Giờ bắt đầu').fill('19:30');
  await page.getByRole('textbox', { name: 'Địa điểm' }).fill('Nhà văn hóa (thử)');
  await press(page, 'Xem trước');
  await page.getByRole('button', { name: 'Gửi duyệt' }).dblclick();
  await page.getByText('Chờ phường duyệt').first().waitFor();
}

const answersOf = (page: Page) => page.locator('.card', { hasText: 'Bà con trả lời' });

describe.skipIf(browserPath === null)('an announcement', () => {
  it(
    'a leader writes, an official agrees, residents get it in the app and in chat, answer, and get the correction',
    async () => {
      const [leader, official, resident] = await Promise.all([
        somebody('Tổ trưởng tổ dân phố'),
        somebody('Cán bộ phường'),
        somebody('Người dân'),
      ]);
      const chat = zaloChat(server, `oa-mo-phong-${WARD}`, 'ba-lan');
      await linkChat(resident, chat);
      await toFeed(resident);
      await resident.getByRole('combobox', { name: /tổ dân phố/i }).selectOption({ index: 1 });

      await writeMeeting(leader);
      await toSendings(official);
      await official.getByRole('link', { name: new RegExp(TITLE.slice(0, 15)) }).click();
      await official.getByRole('link', { name: 'Xem trước', exact: true }).click();
      await official.getByRole('heading', { name: 'Ai nhận được' }).waitFor();
      expect(await seriousViolations(official)).toEqual([]);
      await press(official, 'Duyệt, cho gửi');
      await official.getByText('Đã gửi đến đâu').waitFor();

      const message = await chat.next(new RegExp(`${TITLE.slice(0, 15)}[^]*Mã kiểm tra: TB-`));
      expect(message).toContain('Thời gian: 19:30 thứ bảy 28/11/2026');
      await chat.say('tham gia 3 người', /3 người/);

      await resident.getByRole('link', { name: 'Trang chủ' }).click();
      // What was read a moment ago is not asked for again.
      await resident.clock.fastForward(120_000);
      await toFeed(resident);
      await resident.getByRole('link', { name: new RegExp(TITLE.slice(0, 15)) }).click();
      await resident.getByText('Nhà văn hóa (thử)').first().waitFor();
      expect(await seriousViolations(resident)).toEqual([]);
      expect(await sidewaysScroll(resident)).toBeLessThanOrEqual(0);

      await toSendings(leader);
      await leader.getByRole('link', { name: new RegExp(TITLE.slice(0, 15)) }).click();
      await answersOf(leader).getByText('Cả thảy mấy người đi').waitFor();
      await answersOf(leader).getByText('3', { exact: true }).waitFor();

      await toSendings(official);
      await official.getByRole('link', { name: new RegExp(TITLE.slice(0, 15)) }).click();
      await official.getByRole('link', { name: 'Đính chính' }).click();
      await official.getByLabel('Giờ bắt đầu').fill('20:00');
      await press(official, 'Gửi bản đính chính');
      await official.getByRole('button', { name: 'Gửi đính chính', exact: true }).dblclick();
      await official.getByText('Đã đính chính').first().waitFor();
      expect(await chat.next(/^ĐÍNH CHÍNH/)).toContain('20:00 thứ bảy 28/11/2026');
      await chat.say('cảm ơn', /./);
      expect(chat.heard().filter((words) => words.includes('Mã kiểm tra'))).toHaveLength(2);
      expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    SLOW_MS,
  );
});
