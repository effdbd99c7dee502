import { rmSync } from 'node:fs';
import path from 'node:path';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { switchedOnData } from '../fakes/switched-ward.ts';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll, smallTargets } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { rememberWard } from './pages.ts';

const browserPath = findBrowser();
const WARD = 'hoang-mai';
/** Its answer has one source, so that the first sentence of a faithful model says all that matters. */
const QUESTION = 'Phường mình có phong trào gì để bà con tự học công nghệ không ạ?';
/** Longer than a busy machine takes to look at a page while the model is held. */
const WAIT_MS = 30_000;
const MARK = 'Do AI diễn đạt từ nguồn được dẫn';

let model: ModelServer;
let server: DemoServer;
let browser: Browser;
let dataDir: string;
beforeAll(async () => {
  if (browserPath === null) return;
  dataDir = switchedOnData(WARD);
  model = await startModelServer();
  const connected = { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'double' };
  const spoken = { OPENAI_SPEECH_MODEL: 'giong' };
  const more = { ...connected, ...spoken, DATA_DIR: dataDir, OPENAI_WAIT_MS: `${WAIT_MS}` };
  [server, browser] = await Promise.all([startDemoServer(undefined, null, more), launchBrowser(browserPath)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await model?.stop();
  if (dataDir) rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

/** Hỏi đáp of the ward on a phone of its own, with the question just asked. */
async function asking(story: (page: Page) => Promise<void>, options?: BrowserContextOptions, zoom = '100%') {
  const { context, page, complaints } = await openPhone(browser, server.origin, options);
  try {
    await rememberWard(context, server.origin, WARD);
    await page.goto(`${server.origin}/zapps/demo/hoi-dap`);
    await page.addStyleTag({ content: `html { font-size: ${zoom} }` });
    await page.getByRole('textbox', { name: 'Câu hỏi', exact: true }).fill(QUESTION);
    await page.keyboard.press('Enter');
    await story(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const firstWords = (page: Page) => page.locator('.answer-text p').first();
const said = (page: Page, words: string) => page.getByText(words).waitFor();

/** Beyond what a page may lack: nothing that cannot be pressed, read or reached. */
async function expectUsable(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
}

describe.skipIf(browserPath === null)('an answer that a model words, told while it is made', () => {
  it.each([
    ['light', {}, '100%'],
    ['dark', { colorScheme: 'dark' as const }, '100%'],
    ['letters at 200 %', {}, '200%'],
  ])('%s: what is done, the checked words, then the whole answer where they stood', async (_name, options, zoom) => {
    model.play('faithful');
    const release = model.holdSecondHalf();
    await asking(
      async (page) => {
        await said(page, 'Đang viết và kiểm tra từng câu…');
        await said(page, MARK);
        const shown = await firstWords(page).innerText();
        const before = await firstWords(page).boundingBox();
        expect(model.replies.whole).toBe(model.requests.length - 1);
        await expectUsable(page);
        release();
        await page.getByRole('button', { name: 'Sao chép' }).waitFor();
        const answer = await firstWords(page).innerText();
        const after = await firstWords(page).boundingBox();
        expect(answer.startsWith(shown)).toBe(true);
        expect([after?.x, after?.y, after?.width]).toEqual([before?.x, before?.y, before?.width]);
        expect(await page.getByText(MARK).count()).toBe(1);
        expect(await page.locator('main').innerText()).not.toContain(AI_NOTICE);
        expect(await page.getByRole('button', { name: 'Dừng' }).count()).toBe(0);
        await expectUsable(page);
        await page.reload();
        await said(page, MARK);
      },
      options,
      zoom,
    );
    release();
  });

  it('stopped in the middle: the model is let go, and what was shown stays', async () => {
    model.play('faithful');
    const release = model.holdSecondHalf();
    await asking(async (page) => {
      await said(page, MARK);
      const shown = await firstWords(page).innerText();
      await page.getByRole('button', { name: 'Dừng' }).click();
      await said(page, 'Mới trả lời được một phần');
      expect(await firstWords(page).innerText()).toBe(shown);
      await expect.poll(() => model.replies.left).toBe(1);
    });
    release();
  });

  it('read aloud by the server where the phone has no voice, and silent when it is told to be', async () => {
    model.play('faithful');
    await asking(async (page) => {
      const before = model.spoken.length;
      await page.getByRole('button', { name: 'Đọc to' }).click();
      await said(page, 'Giọng đọc do máy tạo.');
      await expectUsable(page);
      // The recordings really play to their end.
      await page.getByRole('button', { name: 'Đọc to' }).waitFor({ timeout: WAIT_MS });
      const words = model.spoken.slice(before).map(({ input }) => input);
      expect(words.join(' ')).toContain('Trí tuệ nhân tạo');
      await page.getByRole('button', { name: 'Đọc to' }).click();
      await page.getByRole('button', { name: 'Dừng đọc' }).click();
      await page.getByRole('button', { name: 'Đọc to' }).waitFor();
      expect(model.spoken.length - before).toBe(words.length);
    });
  });

  it('a model that says nothing: what is done is told, and the plan’s own words come in time', async () => {
    model.play('faithful', 'slow');
    await asking(async (page) => {
      await page.getByText(/đang đọc các đoạn tìm được…/i).waitFor();
      await page.getByText('Trích từ kế hoạch', { exact: true }).waitFor({ timeout: WAIT_MS * 2 });
      expect(await page.getByText(MARK).count()).toBe(0);
    });
  }, 120_000);
});
