import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';
import { type ZaloChat, zaloChat } from './zalo-chat.ts';

const browserPath = findBrowser();
const WARD = 'tran-lieu';
const COURSE = 'ban-hang-tren-mang';
const NAME = 'Nguyễn Thị Bưởi';
const SLOW_MS = 240_000;

let server: DemoServer;
let browser: Browser;
let course: CourseReply;

beforeAll(async () => {
  if (browserPath === null) return;
  // The chat's pauses and windows are of the real time.
  [server, browser] = await Promise.all([startDemoServer(''), launchBrowser(browserPath)]);
  course = (await (await fetch(`${server.origin}/api/v1/courses/${COURSE}?ward=${WARD}`)).json()) as CourseReply;
}, SLOW_MS);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function becomeResident(page: Page): Promise<void> {
  await page.goto(`${server.origin}/zapps/demo/toi`);
  await press(page, 'Vào vai này');
  await page.getByText('Đang dùng với vai: Người dân.').first().waitFor();
}

async function linkChat(page: Page, chat: ZaloChat): Promise<void> {
  const told = await chat.say('liên kết', /[A-Z2-9]{4}-[A-Z2-9]{4}/);
  await page.getByRole('link', { name: /Liên kết tài khoản/ }).click();
  await page.getByRole('textbox', { name: 'Mã liên kết' }).fill(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(told)?.[0] ?? '');
  await press(page, 'Liên kết');
  await page.getByRole('button', { name: 'Liên kết', exact: true }).waitFor({ state: 'detached' });
}

/** The first lesson whole, and the second as far as its second step. */
async function learnInChat(chat: ZaloChat): Promise<void> {
  const [first] = course.parts;
  await chat.say(`học khóa ${course.title}`, /Bài 1: .*phần 1\//);
  for (const [step] of (first?.steps ?? []).slice(1).entries())
    await chat.say('tiếp', new RegExp(`Bài 1: .*phần ${step + 2}/`));
  await chat.say('tiếp', /đã xong bài 1/);
  await chat.say('1', /Bài 2: .*phần 1\//);
  await chat.say('tiếp', /Bài 2: .*phần 2\//);
}

async function finishLesson(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^(Tiếp|Xong bài)$/ });
  while ((await next.textContent()) === 'Tiếp') {
    const step = await page.locator('.part-step__count').textContent();
    await next.click();
    await page.locator('.part-step__count', { hasNotText: step ?? '' }).waitFor();
  }
  await next.click();
  await page.locator('.part-finish').waitFor();
}

async function answerQuiz(page: Page): Promise<void> {
  for (const { right } of course.quiz) {
    await page.locator('.quiz__option').nth(right).click();
    await page.getByRole('heading', { name: 'Đúng rồi' }).waitFor();
    await page.getByRole('button', { name: /^(Câu tiếp|Xem kết quả)$/ }).click();
  }
  await page.getByText(`Đúng ${course.quiz.length}/${course.quiz.length} câu`).waitFor();
}

/** The beginning of what a button opened, and how the server calls it. */
async function openedBy(page: Page, button: string): Promise<{ type: string | null; begin: string }> {
  const opened = page.context().waitForEvent('page');
  await press(page, button);
  const window = await opened;
  // A PDF may be taken for a download, which leaves the window empty: its address was asked for all the same.
  const address = await window.evaluate(() => location.href).catch(() => window.url());
  await window.close();
  const reply = await fetch(address);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return { type: reply.headers.get('content-type'), begin: bytes.subarray(0, 4).toString('latin1') };
}

async function expectReadable(page: Page, where: string): Promise<void> {
  expect(await seriousViolations(page), where).toEqual([]);
  expect(await sidewaysScroll(page), where).toBeLessThanOrEqual(0);
}

describe.skipIf(browserPath === null)('a course from start to certificate', () => {
  it(
    'half in the chat, half in the app',
    async () => {
      const { context, page, complaints } = await openPhone(browser, server.origin);
      try {
        await rememberWard(context, server.origin, WARD);
        const chat = zaloChat(server, `oa-mo-phong-${WARD}`, 'hoc-vien-1');
        await chat.say('xin chào', /./);
        await becomeResident(page);
        await linkChat(page, chat);
        await learnInChat(chat);

        // In the same visit: a browser's identity of the demonstration ends with it.
        await page.goBack();
        await page.getByRole('link', { name: 'Trang chủ' }).click();
        await page.getByRole('link', { name: /Học kỹ năng số/ }).click();
        const underWay = page.getByRole('region', { name: 'Đang học' });
        await underWay.getByText(`Đang học: xong 1/${course.parts.length} bài`).waitFor();
        await underWay.getByRole('link').click();
        await page.getByRole('link', { name: 'Học tiếp chỗ đang dở' }).click();
        await page.getByRole('heading', { name: /^Bước 2\// }).waitFor();
        await expectReadable(page, 'lesson');
        await finishLesson(page);
        for (const _ of course.parts.slice(2)) {
          await page.getByRole('link', { name: /^Học tiếp:/ }).click();
          await finishLesson(page);
        }
        await page.getByRole('link', { name: 'Trả lời câu hỏi ôn tập' }).click();
        await expectReadable(page, 'quiz');
        await answerQuiz(page);
        await page.getByRole('link', { name: 'Nhận giấy chứng nhận' }).click();
        await page.getByRole('textbox', { name: 'Họ và tên' }).fill(NAME);
        await press(page, 'Nhận giấy chứng nhận');
        const paper = page.getByRole('article', { name: 'Giấy chứng nhận' });
        await paper.waitFor();
        expect(await paper.textContent()).toContain('MẪU TRÌNH DIỄN');
        expect(await paper.textContent()).toContain(NAME);
        await expectReadable(page, 'certificate');
        expect(await openedBy(page, 'Mở bản in (PDF)')).toEqual({ type: 'application/pdf', begin: '%PDF' });
        expect(await openedBy(page, 'Mở bản ảnh')).toEqual({ type: 'image/png', begin: '\u0089PNG' });

        // The chat knows it too; the course stands on the second half of its list.
        const more = await chat.say('học', /Xem khóa khác/);
        await chat.say(/(\d)\. Xem khóa khác/.exec(more)?.[1] ?? '', new RegExp(`${course.title} \\(đã xong\\)`));
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
    SLOW_MS,
  );
});
