import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { findBrowser, launchBrowser, openPhone } from './browser.ts';
import { startDemoServer } from './demo-server.ts';
import { allScreens, rememberWard, type Screen } from './pages.ts';

const VARIANTS: readonly {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly textSize: number;
}[] = [
  { name: 'sang', options: { colorScheme: 'light' }, textSize: 100 },
  { name: 'toi', options: { colorScheme: 'dark' }, textSize: 100 },
  { name: '150', options: { colorScheme: 'light' }, textSize: 150 },
];

/**
 * Pictures of every page, light, dark and with text at 150 %, in the folder that is named (default: var/screens).
 * Run: `npx tsx tests/e2e/take-screens.ts [folder] [ward]`.
 */
async function main([folder = 'var/screens', ward = '']: readonly string[]): Promise<void> {
  const browserPath = findBrowser();
  if (browserPath === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  mkdirSync(folder, { recursive: true });
  const [server, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  try {
    const chosen = ward === '' ? await firstWard(server.origin) : ward;
    const screens = await allScreens(server.origin, chosen);
    for (const variant of VARIANTS) {
      await takeAll(browser, { origin: server.origin, ward: chosen, screens, folder, ...variant });
    }
    process.stdout.write(`${screens.length * VARIANTS.length} pictures in ${path.resolve(folder)}\n`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Session {
  readonly origin: string;
  readonly ward: string;
  readonly screens: readonly Screen[];
  readonly folder: string;
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly textSize: number;
}

async function takeAll(browser: Browser, { origin, ward, screens, folder, name, options, textSize }: Session) {
  const { context, page } = await openPhone(browser, origin, options);
  await rememberWard(context, origin, ward);
  const look = JSON.stringify({ textSize, theme: 'auto' });
  await context.addInitScript(`localStorage.setItem('phuong-so.appearance', ${JSON.stringify(look)})`);
  for (const [index, screen] of screens.entries()) {
    await page.goto(`${origin}/zapps/demo${screen.address}`, { waitUntil: 'networkidle' });
    await page.screenshot({
      path: path.join(folder, `${String(index + 1).padStart(2, '0')}-${screen.name}-${name}.png`),
    });
  }
  await context.close();
}

async function firstWard(origin: string): Promise<string> {
  const { wards } = (await (await fetch(`${origin}/api/v1/wards`)).json()) as { wards: { key: string }[] };
  return wards[0]?.key ?? '';
}

await main(process.argv.slice(2));
