import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { startServer } from '../../bot-server/src/app/server.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';
import { watchWard } from '../fakes/watched-ward.ts';
import { findBrowser, launchBrowser } from './browser.ts';

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
  const varDir = await folderWithIndex();
  const config = readConfig({ VAR_DIR: varDir, DEMO: '1', PORT: '0', CLOCK: '2026-11-21T08:00:00+07:00' });
  const server = await startServer(config, createLog('silent'));
  const browser = await launchBrowser(browserPath);
  try {
    await watchWard(callerOf(server.address), ward);
    const take = async (name: string, address: string, options: object, fullPage: boolean) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(`${server.address}${address}`);
      const html = await page.content();
      await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
      await context.close();
      return html;
    };
    await take('dien-thoai', `/bang/${ward}`, PHONE, false);
    await take('dien-thoai-ca-trang', `/bang/${ward}`, { ...PHONE, deviceScaleFactor: 1 }, true);
    await take('dien-thoai-toi', `/bang/${ward}`, { ...PHONE, colorScheme: 'dark' }, false);
    await take('dien-thoai-trong', `/bang/${empty}`, PHONE, true);
    await take('may-tinh', `/bang/${ward}`, WALL, false);
    await take('man-hinh-trong', `/bang/${empty}/man-hinh`, WALL, false);
    let next = '?trang=1';
    do {
      const name = `man-hinh-${next.slice(7).padStart(2, '0')}`;
      const html = await take(name, `/bang/${ward}/man-hinh${next}`, WALL, false);
      next = /url=(\?trang=\d+)/.exec(html)?.[1] ?? '?trang=1';
    } while (next !== '?trang=1');
    process.stdout.write(`pictures in ${path.resolve(folder)}\n`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(varDir, { recursive: true, force: true });
  }
}

function callerOf(origin: string): Parameters<typeof watchWard>[0] {
  const call: Parameters<typeof watchWard>[0]['call'] = async (method, address, { body, token = null } = {}) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const reply = await fetch(`${origin}${address}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: reply.status, headers: reply.headers, bytes, text, json: text === '' ? null : JSON.parse(text) };
  };
  const signIn = async (persona: string, ward: string, more = {}) =>
    (await call('POST', '/api/v1/session/demo', { body: { persona, ward, ...more } })).json.token;
  return { call, signIn };
}

await main(process.argv.slice(2));
