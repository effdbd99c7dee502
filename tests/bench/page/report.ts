import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { staticSite } from '../../../bot-server/src/app/static-site.ts';
import { findBrowser, launchBrowser } from '../../e2e/browser.ts';
import { repository, startDemoServer } from '../../e2e/demo-server.ts';
import { type Target, table } from '../table.ts';
import { type FirstPaint, firstPaint } from './first-paint.ts';

const SHARE = 1.25;
const LIMIT_MS = 2_000;
const WARD_BUTTON = '.ward-row';
const EXAMPLE_BUTTON = '.chip';

interface Section {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** The app's first screen beside a bare zmp-ui page of the same tools, in turns, each with an empty cache. */
export async function pageSection(rounds: number): Promise<Section> {
  const browserPath = findBrowser();
  if (browserPath === null)
    return { text: 'No Chromium on this machine: the first screen was not measured.', targets: [] };
  const built = mkdtempSync(path.join(tmpdir(), 'bench-shell-'));
  buildShell(built);
  const shell = serve({ fetch: staticSite({ folder: built, id: 'demo' }).fetch, port: 0, hostname: '127.0.0.1' });
  const [app, browser] = await Promise.all([startDemoServer(), launchBrowser(browserPath)]);
  try {
    const shellAddress = `http://127.0.0.1:${(shell.address() as AddressInfo).port}/zapps/demo/`;
    return describe(await measure(browser, shellAddress, `${app.origin}/zapps/demo/`, rounds));
  } finally {
    await browser.close();
    await app.stop();
    shell.close();
    rmSync(built, { recursive: true, force: true });
  }
}

/** In a process of its own: inside another the development build of React would be taken. */
function buildShell(outDir: string): void {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/bench/page/shell/vite.config.ts'];
  execFileSync(process.execPath, [...vite, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

interface Measured {
  readonly shell: FirstPaint[];
  /** A first visit: the wards to choose from. */
  readonly first: FirstPaint[];
  /** A later visit: the ward and its first page are kept on the phone. */
  readonly home: FirstPaint[];
}

async function measure(browser: Browser, shell: string, app: string, rounds: number): Promise<Measured> {
  const memory = await chooseWard(browser, app);
  const measured: Measured = { shell: [], first: [], home: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.shell.push(await firstPaint(browser, shell, 'button'));
    measured.first.push(await firstPaint(browser, app, WARD_BUTTON));
    measured.home.push(await firstPaint(browser, app, EXAMPLE_BUTTON, memory));
  }
  return measured;
}

async function chooseWard(browser: Browser, app: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(app);
  await page.locator(WARD_BUTTON).first().click();
  await page.locator('.bottom-nav').waitFor();
  // What the phone keeps of the first visit is there when the second begins.
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => /read.*home/.test(key)));
  const { origins } = await context.storageState();
  await context.close();
  return origins;
}

function describe({ shell, first, home }: Measured): Section {
  const row = (name: string, all: readonly FirstPaint[]) => [
    name,
    median(all.map(({ lcp }) => lcp)).toFixed(0),
    median(all.map(({ usable }) => usable)).toFixed(0),
    median(all.map(({ transferred }) => transferred)).toFixed(0),
  ];
  const bare = median(shell.map(({ lcp }) => lcp));
  return {
    text: table(
      ['first screen, 4x slower CPU, 1.6 Mbps, 150 ms', 'LCP ms', 'usable ms', 'kB'],
      [
        row('bare zmp-ui page', shell),
        row('first visit: choose the ward', first),
        row('later visit: home of the ward', home),
      ],
    ),
    targets: [...limits('first visit', first, bare), ...limits('home', home, bare)],
  };
}

function limits(name: string, all: readonly FirstPaint[], bare: number): Target[] {
  const lcp = median(all.map((one) => one.lcp));
  const share = lcp / bare;
  return [
    { what: `LCP, ${name}`, wanted: `< ${LIMIT_MS} ms`, measured: `${lcp.toFixed(0)} ms`, met: lcp < LIMIT_MS },
    {
      what: `LCP, ${name}, beside the bare page`,
      wanted: `≤ ${SHARE}×`,
      measured: `${share.toFixed(2)}×`,
      met: share <= SHARE,
    },
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
