import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from '../fakes/attachment-samples.ts';
import { findBrowser, launchBrowser, type Visit } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import {
  back,
  follow,
  heading,
  home,
  isRight,
  openedBy,
  phonesOf,
  press,
  STANDING_UNIT,
  toTheList,
  toTheTasks,
  WARD,
} from './officials-phone.ts';
import { zaloChat } from './zalo-chat.ts';

const browserPath = findBrowser();
const SLOW_MS = 300_000;
/** By day: a task of the plan is overdue by then, and the report of the year is open. */
const NOW = '2026-11-21T02:00:00Z';
/** Leads the task below, which its plan wants by the end of 2025. */
const UNIT = 'Trung tâm Phục vụ hành chính công';
const TASK = /Triển khai nền tảng phân tích xử lý dữ liệu/;
const CODE = /[A-Z2-9]{4}-[A-Z2-9]{4}/;

let server: DemoServer;
let browser: Browser;
let standing: Visit;
let unit: Visit;

beforeAll(async () => {
  if (browserPath === null) return;
  // The chat's pauses and windows are of a time that goes on.
  [server, browser] = await Promise.all([startDemoServer('', NOW), launchBrowser(browserPath)]);
  const open = phonesOf(server, browser, NOW);
  standing = await open({ role: 'Cán bộ phường', unit: STANDING_UNIT });
  await toTheTasks(standing.page);
  unit = await open({ role: 'Cán bộ phường', unit: UNIT });
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const page = (visit: Visit) => {
  expect(visit.complaints).toEqual([]);
  return visit.page;
};

/** Joins the person who is signed in with what the code stands for: a chat, or an office. */
async function enterCode(at: Page, code: string): Promise<void> {
  await home(at);
  await follow(at, /^Tôi/);
  await follow(at, /Liên kết tài khoản/);
  await at.getByRole('textbox', { name: 'Mã liên kết' }).fill(code);
  await at.getByRole('button', { name: 'Liên kết', exact: true }).click();
  await at.getByText(/^Đã liên kết/).waitFor();
}

/** From the list of the whole ward to the task. */
async function toTheTask(at: Page): Promise<void> {
  await toTheList(at);
  await at.getByRole('tab', { name: 'Cả phường' }).click();
  await follow(at, TASK);
  await heading(at, 'Nhiệm vụ');
}

const sidesOf = (at: Page) => at.getByRole('region', { name: 'Đã đến đâu' });

async function confirmWhatWasSaid(at: Page, note: string): Promise<void> {
  await toTheTask(at);
  await sidesOf(at).getByText(note).waitFor();
  await sidesOf(at).getByText('Chưa có xác nhận').waitFor();
  await press(at, 'Xác nhận');
  await sidesOf(at).getByText('Chưa có xác nhận').waitFor({ state: 'detached' });
}

async function toTheOverview(at: Page): Promise<void> {
  await home(at);
  await follow(at, /^Tổng quan/);
  await heading(at, 'Tổng quan của phường');
}

async function toTheDraft(at: Page): Promise<void> {
  await toTheOverview(at);
  await follow(at, /^Báo cáo/);
  await heading(at, 'Báo cáo');
  await press(at, 'Mở bản dự thảo');
  await heading(at, 'Dự thảo báo cáo');
}

/** One of the buttons under which something is written, opened, filled in and sent. */
async function write(at: Page, show: string, label: string, text: string, send: string): Promise<void> {
  await at.getByRole('button', { name: show, exact: true }).click();
  await at.getByRole('textbox', { name: label }).fill(text);
  await at.getByRole('button', { name: send, exact: true }).last().click();
}

async function raise(at: Page, title: string, body: string): Promise<void> {
  await heading(at, 'Gửi góp ý, vướng mắc');
  await at.getByRole('textbox', { name: 'Việc gì' }).fill(title);
  await at.getByRole('textbox', { name: 'Nói rõ thêm' }).fill(body);
  await isRight(at, 'raising');
  await at.getByRole('button', { name: 'Gửi', exact: true }).dblclick();
  await heading(at, 'Góp ý, vướng mắc');
  await at.getByText('Mã theo dõi').waitFor();
}

describe.skipIf(browserPath === null)('officials', () => {
  it(
    'report in the chat, where it is read back first; it is confirmed in the app, and is then on the board and in the report',
    async () => {
      const at = page(unit);
      const chat = zaloChat(server, `oa-mo-phong-${WARD}`, 'can-bo-1');
      await chat.say('xin chào', /./);
      const invited = await server.admin('invite', '--ward', WARD, '--role', 'official', '--unit', UNIT);
      await enterCode(at, CODE.exec(invited)?.[0] ?? '');
      await enterCode(at, CODE.exec(await chat.say('liên kết', CODE))?.[0] ?? '');
      await chat.say('cập nhật việc V.6 60% đã chạy thử trợ lý ảo', /Sẽ ghi: Đang làm, 60%[\s\S]*1\. Ghi báo cáo/);
      await toTheTask(page(standing));
      await sidesOf(standing.page).getByText('Chưa báo cáo').waitFor();
      await chat.say('1', /Đã ghi việc V\.6 .*60%/);
      await confirmWhatWasSaid(page(standing), 'đã chạy thử trợ lý ảo');
      await toTheOverview(standing.page);
      await follow(standing.page, /Bảng tiến độ công khai/);
      await heading(standing.page, 'Bảng tiến độ');
      await standing.page.getByText(UNIT).first().waitFor();
      expect(await standing.page.locator('main').innerText()).not.toContain('can-bo-1');
      await toTheDraft(standing.page);
      await standing.page
        .getByText(/đã chạy thử trợ lý ảo/)
        .first()
        .waitFor();
    },
    SLOW_MS,
  );

  it(
    'put up a picture as evidence, which another unit opens',
    async () => {
      const at = page(unit);
      await toTheTask(at);
      await follow(at, /^Báo cáo tiến độ/);
      await at.getByRole('textbox', { name: 'Đã làm được gì' }).fill('Đã đặt máy, có ảnh.');
      await press(at, 'Thêm minh chứng');
      await at.getByRole('textbox', { name: 'Tên minh chứng' }).fill('Ảnh máy trợ lý ảo');
      const chooser = at.getByLabel('Chọn ảnh hoặc tệp PDF');
      await chooser.setInputFiles({ name: 'bang.png', mimeType: 'image/png', buffer: Buffer.from('không phải ảnh') });
      await at.getByText(/Chỉ gửi kèm được ảnh|Không mở được tệp/).waitFor();
      await isRight(at, 'evidence refused');
      await chooser.setInputFiles({ name: 'may.png', mimeType: 'image/png', buffer: Buffer.from(SMALL.png) });
      await at.getByRole('button', { name: 'Bỏ minh chứng Ảnh máy trợ lý ảo' }).waitFor();
      await isRight(at, 'evidence');
      await press(at, 'Gửi báo cáo');
      await heading(at, 'Nhiệm vụ');

      await toTheTask(page(standing));
      await sidesOf(standing.page).getByText('Đã đặt máy, có ảnh.').waitFor();
      await isRight(standing.page, 'task with a picture');
      const opened = await openedBy(standing.page, 'Mở tệp: Ảnh máy trợ lý ảo');
      expect(opened).toEqual({ status: 200, type: 'image/png', begin: '\x89PNG' });
    },
    SLOW_MS,
  );

  it(
    'hand the draft in, open a version that was kept, and take it along as Word and Excel',
    async () => {
      const at = page(standing);
      await toTheDraft(at);
      await press(at, /^Sửa/);
      await at.getByRole('textbox', { name: /^Nội dung phần/ }).fill('Lời do cán bộ viết.');
      await press(at, 'Lưu phần này');
      await at.getByText('Đã sửa tay').first().waitFor();
      for (const [button, type] of [
        ['Văn bản (Word)', /wordprocessingml/],
        ['Bảng số (Excel)', /spreadsheetml/],
      ] as const)
        expect(await openedBy(at, button), button).toEqual({
          status: 200,
          type: expect.stringMatching(type),
          begin: 'PK\x03\x04',
        });
      await press(at, 'Nộp cho đơn vị đầu mối');
      await at.getByRole('button', { name: 'Trả lại để sửa' }).waitFor();
      await isRight(at, 'draft handed in');
      expect(await at.getByRole('button', { name: /^Sửa/ }).count()).toBe(0);
      await follow(at, /^Các bản trước/);
      await heading(at, 'Các bản trước');
      await press(at, 'Xem bản 2');
      await at.getByText('Lời do cán bộ viết.').filter({ visible: true }).first().waitFor();
      await isRight(at, 'versions');
    },
    SLOW_MS,
  );

  it(
    'raise what is in the way; the standing unit answers it, forwards it and takes the letter along',
    async () => {
      const at = page(unit);
      await toTheOverview(at);
      await follow(at, /^Vướng mắc, kiến nghị/);
      await follow(at, /^Nêu vướng mắc/);
      await raise(at, 'Chưa có máy chủ', 'Thành phố chưa cấp máy chủ cho trợ lý ảo, chờ từ tháng 9.');

      const other = page(standing);
      await toTheOverview(other);
      await follow(other, /^Vướng mắc, kiến nghị/);
      await follow(other, /Chưa có máy chủ/);
      await heading(other, 'Góp ý, vướng mắc');
      await isRight(other, 'obstacle');
      await write(other, 'Chuyển cấp trên', 'Chuyển tới đâu', 'Sở Khoa học và Công nghệ', 'Ghi là đã chuyển');
      await other
        .getByText(/Sở Khoa học và Công nghệ/)
        .first()
        .waitFor();
      const letter = await openedBy(other, 'Tải dự thảo công văn gửi thành phố');
      expect([letter.status, letter.begin]).toEqual([200, 'PK\x03\x04']);
      await write(
        other,
        'Trả lời',
        'Câu trả lời',
        'Phường đã có công văn, dự kiến có máy trong tháng 12.',
        'Gửi trả lời',
      );
      await other.getByRole('heading', { name: 'Trả lời của phường' }).waitFor();
      await isRight(other, 'obstacle answered');
    },
    SLOW_MS,
  );

  it(
    'read what a resident proposes, whose name nobody is shown',
    async () => {
      const resident = await phonesOf(server, browser, NOW)({ role: 'Người dân' });
      const at = resident.page;
      await follow(at, /Gửi góp ý cho phường/);
      await heading(at, 'Góp ý, kiến nghị');
      await isRight(at, 'own proposals');
      await follow(at, /^Gửi góp ý mới/);
      await raise(at, 'Thêm lớp buổi tối', 'Ban ngày bà con đi làm, mong có lớp dạy điện thoại buổi tối.');
      await isRight(at, 'own proposal');
      expect(await at.getByRole('button', { name: 'Trả lời', exact: true }).count()).toBe(0);

      const other = page(standing);
      await toTheOverview(other);
      await follow(other, /^Vướng mắc, kiến nghị/);
      await follow(other, /Thêm lớp buổi tối/);
      await other.getByText('Người dân', { exact: true }).first().waitFor();
      await write(other, 'Trả lời', 'Câu trả lời', 'Phường sẽ mở lớp tối thứ Năm.', 'Gửi trả lời');
      await other.getByRole('heading', { name: 'Trả lời của phường' }).waitFor();
      await back(at);
      await follow(at, /Thêm lớp buổi tối/);
      await at.getByText('Phường sẽ mở lớp tối thứ Năm.', { exact: true }).waitFor();
      expect(page(resident)).toBe(at);
      await resident.context.close();
    },
    SLOW_MS,
  );
});
