import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser, openPhone, seriousViolations, sidewaysScroll } from './browser.ts';
import { type WatchedServer, watchedServer } from './watched-server.ts';

const browserPath = findBrowser();
const WARD = 'nguyen-dai-nang';
const EMPTY = 'phuong-001';

describe.skipIf(browserPath === null)('the public board', () => {
  let browser: Browser;
  let server: WatchedServer;
  beforeAll(async () => {
    browser = await launchBrowser(browserPath ?? '');
    server = await watchedServer(WARD);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test.each([
    ['light', WARD],
    ['dark', WARD],
    ['light', EMPTY],
  ] as const)(
    'on a phone, %s, without JavaScript: nothing is cut off, and it can be read with a screen reader (%s)',
    async (colorScheme, ward) => {
      const { context, page, complaints } = await openPhone(browser, server.origin, { colorScheme });
      await page.goto(`${server.origin}/bang/${ward}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect([await sidewaysScroll(page), await seriousViolations(page), complaints]).toEqual([0, [], []]);
      await context.close();
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const still = await plain.newPage();
      await still.goto(`${server.origin}/bang/${ward}`);
      expect(await still.locator('h1').textContent()).toMatch(/^Phường/);
      await plain.close();
    },
  );

  test.each([WARD, EMPTY])(
    'on the wall of %s every screen fits into 1920 × 1080, and nothing in it is cut off',
    async (ward) => {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
      const page = await context.newPage();
      let next = '?trang=1';
      do {
        await page.goto(`${server.origin}/bang/${ward}/man-hinh${next}`);
        const over = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('.screen')].map((one) => [
            Math.max(0, one.scrollHeight - one.clientHeight),
            Math.max(0, one.scrollWidth - one.clientWidth),
          ]),
        );
        expect(over.flat(), next).toEqual([0, 0, 0, 0]);
        next = /url=(\?trang=\d+)/.exec(await page.content())?.[1] ?? '?trang=1';
      } while (next !== '?trang=1');
      await context.close();
    },
  );
});
