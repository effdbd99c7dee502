import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, launchBrowser } from './browser.ts';
import { watchedServer } from './watched-server.ts';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true } as const;
const WALL = { viewport: { width: 1920, height: 1080 } } as const;

/**
 * Pictures of the public board of one watched ward and one that has confirmed nothing: phone, dark phone, desk, every screen of
 * the wall. Run: `npx tsx tests/e2e/take-board.ts FOLDER WARD EMPTY-WARD`.
 */
async function main([folder = 'var/board', ward = '', empty = '']: readonly string[]): Promise<void> {
  const browserPath = findBrowser();
  if (browserPath === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  mkdirSync(folder, { recursive: true });
  const server = await watchedServer(ward);
  const browser = await launchBrowser(browserPath);
  const take = async (name: string, address: string, options: object, fullPage = false) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${server.origin}${address}`);
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
    const html = await page.content();
    await context.close();
    return html;
  };
  try {
    await take('dien-thoai', `/bang/${ward}`, PHONE);
    await take('dien-thoai-toi', `/bang/${ward}`, { ...PHONE, colorScheme: 'dark' });
    await take('dien-thoai-trong', `/bang/${empty}`, PHONE, true);
    await take('may-tinh', `/bang/${ward}`, WALL);
    await take('man-hinh-trong', `/bang/${empty}/man-hinh`, WALL);
    let next = '?trang=1';
    do {
      const html = await take(`man-hinh-${next.slice(7).padStart(2, '0')}`, `/bang/${ward}/man-hinh${next}`, WALL);
      next = /url=(\?trang=\d+)/.exec(html)?.[1] ?? '?trang=1';
    } while (next !== '?trang=1');
    process.stdout.write(`pictures in ${path.resolve(folder)}\n`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main(process.argv.slice(2));
