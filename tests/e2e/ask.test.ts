import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll, type Visit } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';

const browserPath = findBrowser();
const NAMED_WARD = 'Phường Trần Liễu';
const OTHER_WARD = 'Phường Hoàng Mai';
const QUESTION = 'Hạn nộp báo cáo là ngày nào?';
const LIST_QUESTION = 'Phòng Văn hóa - Xã hội làm những việc gì?';

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

/** One visit on a phone of its own; fails when the page asked a foreign host or an error went uncaught. */
async function visit(story: (page: Page, visit: Visit) => Promise<void>, options?: BrowserContextOptions) {
  const opened = await openPhone(browser, server.origin, options);
  try {
    await opened.page.goto(await addressOfChat());
    await story(opened.page, opened);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.context.close();
  }
}

/** Hỏi đáp, beside the first page that the server leads to. */
async function addressOfChat(): Promise<string> {
  const { url } = await fetch(server.origin);
  return new URL('hoi-dap', url.endsWith('/') ? url : `${url}/`).href;
}

const chooseWard = (page: Page, ward = NAMED_WARD) => page.getByRole('button', { name: ward }).first().click();
const box = (page: Page) => page.getByRole('textbox', { name: 'Câu hỏi', exact: true });
const citations = (page: Page) => page.locator('.citation--open');

async function ask(page: Page, question: string): Promise<void> {
  await box(page).fill(question);
  await box(page).press('Enter');
}

async function askAndWait(page: Page, question = QUESTION): Promise<void> {
  const before = await page.locator('.answer-card').count();
  await ask(page, question);
  await page.locator('.answer-card').nth(before).waitFor();
}

async function isInView(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y >= 0 && box.y + Math.min(box.height, 40) <= 844;
}

describe.skipIf(browserPath === null)('Hỏi đáp in a browser, served by npm start', () => {
  it('answers with citations; a citation opens the plan with the cited words in view; back returns', () =>
    visit(async (page) => {
      await chooseWard(page);
      await page.getByRole('heading', { name: /Trợ lý tự động/ }).waitFor();
      await askAndWait(page);
      const quote = (await page.locator('.citation__quote').first().textContent())?.replace(/[“”]/g, '');
      await citations(page).first().click();
      await page.locator('.passage mark').first().waitFor();
      expect(await isInView(page, '.passage mark')).toBe(true);
      const address = page.url();
      expect(address).toContain('/trich-dan/');

      await page.getByRole('button', { name: 'Xem nguyên văn' }).click();
      expect(await page.locator('.raw-text').textContent()).toBe(quote);
      await page.goBack();
      await citations(page).first().waitFor();
      expect(await isInView(page, '.citation--open')).toBe(true);

      // The same passage again from its address alone, as from a link.
      await page.goto(address);
      await page.locator('.passage mark').first().waitFor();
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByRole('link', { name: 'Hỏi đáp' }).first().click();
      await citations(page).first().waitFor();
    }));

  it('answers the examples that it offers', () =>
    visit(async (page) => {
      await chooseWard(page);
      // They come from the ward's own plan, after the page.
      await page.locator('.welcome .chip').nth(3).waitFor();
      const examples = await page.locator('.welcome .chip').allInnerTexts();
      expect(examples).toHaveLength(4);
      for (const example of examples) await askAndWait(page, example);
      const labels = await page.locator('.outcome').allInnerTexts();
      expect(labels, examples.join(' · ')).toEqual([]);
    }));

  it('changes the ward: the next answer comes from the other plan, the old one stays readable', () =>
    visit(async (page) => {
      await chooseWard(page);
      await askAndWait(page);
      await page.getByRole('button', { name: new RegExp(`${NAMED_WARD}.*Đổi`) }).click();
      await chooseWard(page, OTHER_WARD);
      await askAndWait(page);
      await page.locator('.ward-divider').last().waitFor();
      const wards = await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('phuong-so.conversation') ?? '{}');
        return kept.turns.map((turn: { state: { answer: { citations: { ward: string }[] } } }) =>
          turn.state.answer.citations.map(({ ward }) => ward),
        );
      });
      expect(wards.map((cited: string[]) => [...new Set(cited)])).toEqual([['tran-lieu'], ['hoang-mai']]);
      await page.reload();
      await page.getByRole('button', { name: new RegExp(`${OTHER_WARD}.*Đổi`) }).waitFor();
      expect(await page.locator('.answer-card').count()).toBe(2);
    }));

  it('shows a ward whose plan names none without a guessed name', () =>
    visit(async (page) => {
      const row = page.getByRole('button', { name: /chưa có tên trong kế hoạch/ });
      await row.waitFor();
      expect(await row.locator('.ward-row__detail').count()).toBeGreaterThan(0);
      await row.click();
      await page.getByRole('heading', { name: /Trợ lý tự động của phường \(chưa có tên/ }).waitFor();
    }));

  it('says that there is no network, keeps the question, and answers once the network is back', () =>
    visit(async (page, { context }) => {
      await chooseWard(page);
      await box(page).waitFor();
      await context.setOffline(true);
      await ask(page, QUESTION);
      await page
        .getByText(/Không kết nối được/)
        .first()
        .waitFor();
      await page.getByText(/Máy đang mất mạng/).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Hỏi lại' }).click();
      await citations(page).first().waitFor();
    }));

  it('says that it takes long, and can be stopped', () =>
    visit(async (page) => {
      await chooseWard(page);
      await page.route('**/api/v1/ask/stream', () => undefined);
      await ask(page, QUESTION);
      await page.locator('.pending-card', { hasText: 'Mạng đang chậm' }).waitFor();
      await page.getByRole('button', { name: 'Dừng' }).click();
      await page.getByRole('button', { name: 'Hỏi lại' }).waitFor();
    }));
});

describe.skipIf(browserPath === null)('for everyone', () => {
  it('breaks no serious accessibility rule on any view', () =>
    visit(async (page) => {
      await page.locator('.ward-row').first().waitFor();
      expect(await seriousViolations(page), 'ward choice').toEqual([]);
      await chooseWard(page);
      await page.locator('.welcome').waitFor();
      expect(await seriousViolations(page), 'welcome').toEqual([]);
      for (const question of [QUESTION, LIST_QUESTION, 'Nhà tôi đang cháy', 'Thời tiết ngày mai thế nào?']) {
        await askAndWait(page, question);
        expect(await seriousViolations(page), question).toEqual([]);
      }
      await page.getByRole('button', { name: 'Xóa lịch sử hỏi đáp' }).click();
      expect(await seriousViolations(page), 'deleting the history').toEqual([]);
      await page.getByRole('button', { name: 'Giữ lại' }).click();
      await citations(page).first().click();
      await page.locator('.passage mark').first().waitFor();
      await page.getByRole('button', { name: 'Xem nguyên văn' }).click();
      expect(await seriousViolations(page), 'passage').toEqual([]);
      await page.goBack();
      await page.getByRole('button', { name: /Đổi/ }).click();
      await page.getByRole('heading', { name: 'Chọn phường' }).waitFor();
      expect(await seriousViolations(page), 'changing the ward').toEqual([]);
    }));

  it.each(['zoom: 1.3', 'font-size: 130%', 'zoom: 1.5'])('reads at html { %s } without moving sideways', (style) =>
    visit(async (page) => {
      const enlarge = () => page.addStyleTag({ content: `html { ${style} }` });
      await enlarge();
      await page.locator('.ward-row').first().waitFor();
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await chooseWard(page);
      await askAndWait(page, LIST_QUESTION);
      await askAndWait(page);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await citations(page).last().click();
      await page.locator('.passage mark').first().waitFor();
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    }),
  );

  it('has large targets and large letters', () =>
    visit(async (page) => {
      await chooseWard(page);
      await askAndWait(page, LIST_QUESTION);
      const small = await page.evaluate(() => {
        const targets = [...document.querySelectorAll<HTMLElement>('button, textarea')];
        return targets
          .filter((target) => target.offsetParent !== null && target.getBoundingClientRect().height < 48)
          .map((target) => target.outerHTML.slice(0, 80));
      });
      expect(small).toEqual([]);
      const letters = await page.evaluate(() =>
        ['body', '.answer-text', '.composer__field', '.chip'].map((selector) =>
          Number.parseFloat(getComputedStyle(document.querySelector(selector) ?? document.body).fontSize),
        ),
      );
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(17);
    }));

  it('can be used with the keyboard alone', () =>
    visit(async (page) => {
      await page.locator('.ward-row').first().focus();
      await page.keyboard.press('Enter');
      await box(page).focus();
      await page.keyboard.type(QUESTION);
      await page.keyboard.press('Enter');
      await citations(page).first().waitFor();
      await citations(page).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.passage mark').first().waitFor();
      const reached = await page.evaluate(() => {
        const under = document.querySelector<HTMLElement>('.composer__field');
        under?.focus();
        return under === null || document.activeElement === under;
      });
      expect(reached, 'the page underneath takes the focus').toBe(false);
    }));
});
