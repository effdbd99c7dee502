import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, NAMED_WARD, NAMELESS_WARD, passage, SESSION } from '../../mini-app/testing/fake-server.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { repository } from './demo-server.ts';
import { simulateZalo, ZALO_APP_ADDRESS, ZALO_USER_AGENT } from './simulated-zalo.ts';

const KILOBYTE = 1024;
const built = mkdtempSync(path.join(tmpdir(), 'phuong-so-www-'));

interface ZaloLists {
  readonly listCSS: string[];
  readonly listSyncJS: string[];
  readonly listAsyncJS: string[];
}
let lists: ZaloLists;

const sizeOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0) / KILOBYTE;

/** The splash, and the app that it loads at once. */
function firstScripts(): string[] {
  const start = readdirSync(path.join(built, 'assets')).filter((file) => /^start\..*\.js$/.test(file));
  expect(start).toHaveLength(1);
  return [...lists.listSyncJS, ...lists.listAsyncJS, ...start.map((file) => `assets/${file}`)];
}

beforeAll(() => {
  // In a process of its own: inside the test runner Vite would build a development bundle.
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'mini-app/vite.config.ts',
      '--outDir',
      built,
      '--logLevel',
      'error',
    ],
    { cwd: repository, env: { ...process.env, NODE_ENV: 'production' } },
  );
  lists = JSON.parse(readFileSync(path.join(built, 'app-config.json'), 'utf8')) as ZaloLists;
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe('what a phone loads before the first screen', () => {
  it('is at most 95 KB of JavaScript and 15 KB of style, gzip; the splash comes first and is small', () => {
    expect(lists.listSyncJS).toHaveLength(1);
    expect(sizeOf(lists.listSyncJS)).toBeLessThan(3);
    expect(sizeOf(firstScripts())).toBeLessThan(95);
    expect(sizeOf(lists.listCSS)).toBeLessThan(15);
  });

  it('is a small part of an app that is under 1 MB altogether', () => {
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).map((name) => path.join(built, name));
    const bytes = files.map((file) => statSync(file)).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
    expect(bytes / KILOBYTE).toBeLessThan(1_024);
  });

  it('does not contain the Zalo SDK, which is a file of its own', () => {
    const first = firstScripts()
      .map((file) => readFileSync(path.join(built, file), 'utf8'))
      .join('');
    expect(first).not.toContain('ZaloJavaScriptInterface');
    const all = readdirSync(path.join(built, 'assets')).map((file) =>
      readFileSync(path.join(built, 'assets', file), 'utf8'),
    );
    expect(all.some((text) => text.includes('ZaloJavaScriptInterface'))).toBe(true);
  });

  it('holds nothing of the tests: no fake server, no made-up ward, no made-up person', () => {
    const made = [NAMED_WARD.name, NAMED_WARD.documents[0]?.signer, SESSION.token, SESSION.user.id, 'server.test'];
    const files = readdirSync(path.join(built, 'assets')).map((file) => path.join(built, 'assets', file));
    const found = files.flatMap((file) => made.filter((word) => word && readFileSync(file, 'utf8').includes(word)));
    expect(found).toEqual([]);
  });

  it('can be read by old web views: nothing that stops the whole file there', () => {
    for (const file of firstScripts()) expect(readFileSync(path.join(built, file), 'utf8')).not.toMatch(/\(\?<[=!]/);
    for (const file of lists.listCSS)
      expect(readFileSync(path.join(built, file), 'utf8')).not.toMatch(/@layer|oklch|color-mix/);
  });

  it('names no icon font and no foreign address to load from', () => {
    const css = lists.listCSS.map((file) => readFileSync(path.join(built, file), 'utf8')).join('');
    expect(css).not.toMatch(/@font-face|url\(|@import/);
  });
});

const browserPath = findBrowser();

describe.skipIf(browserPath === null)('inside Zalo (simulated)', () => {
  const api = (path: string) => {
    if (path === '/api/v1/wards') return { wards: [NAMED_WARD, NAMELESS_WARD] };
    return path === '/api/v1/ask' ? answer() : passage();
  };

  it('never takes a role of the demonstration, also at a server that offers them', async () => {
    const browser = await launchBrowser(browserPath ?? '');
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, userAgent: ZALO_USER_AGENT });
      const asked: string[] = [];
      await simulateZalo(context, built, (path) => {
        asked.push(path);
        return path === '/api/v1/wards' ? { wards: [NAMED_WARD], demo: true } : {};
      });
      const page = await context.newPage();
      await page.goto(`${ZALO_APP_ADDRESS}toi`);
      await page.getByText(/Đang dùng không cần tài khoản|chưa nhận ra tài khoản/).waitFor();
      expect(await page.getByText('Bản trình diễn').count()).toBe(0);
      expect(asked).toContain('/api/v1/wards');
      expect(asked).not.toContain('/api/v1/session/demo');
    } finally {
      await browser.close();
    }
  });

  it('opens without our index.html, leaves room for Zalo’s buttons, asks, cites and remembers', async () => {
    const browser = await launchBrowser(browserPath ?? '');
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, userAgent: ZALO_USER_AGENT });
      await simulateZalo(context, built, api);
      const page = await context.newPage();
      await page.goto(`${ZALO_APP_ADDRESS}hoi-dap`);
      await page.getByRole('button', { name: /Phường An Bình/ }).click();
      expect(await page.locator('html').getAttribute('data-platform')).toBe('zalo');
      expect(await page.locator('html').getAttribute('lang')).toBe('vi');
      const room = await page.locator('.page-header__row').evaluate((row) => getComputedStyle(row).paddingRight);
      expect(Number.parseFloat(room)).toBeGreaterThanOrEqual(88);
      await page.getByRole('textbox', { name: /Câu hỏi/ }).fill('Hạn nộp báo cáo?');
      await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
      await page.locator('.citation--open').first().click();
      await page.locator('.passage mark').waitFor();
      expect(page.url()).toContain('/zapps/demo/trich-dan/');
      await page.goBack();
      await page.goto(`${ZALO_APP_ADDRESS}hoi-dap`);
      await page.locator('.citation--open').first().waitFor();
    } finally {
      await browser.close();
    }
  });
});
