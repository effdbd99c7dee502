import type { Browser } from 'playwright-core';

/** A cheap phone of 2019 on slow 4G. */
const CPU_SLOWER = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1e6) / 8,
  uploadThroughput: (0.75 * 1e6) / 8,
};
const SETTLES_MS = 1_500;

interface StoredPlace {
  readonly origin: string;
  readonly localStorage: { name: string; value: string }[];
}

export interface FirstPaint {
  /** When the largest part of the first screen was there, ms from the start of the navigation. */
  readonly lcp: number;
  /** When what the person came for could be pressed, ms from the start of the navigation. */
  readonly usable: number;
  /** What came over the network before the page was quiet, kB as transferred. */
  readonly transferred: number;
}

/** Opens the address with an empty cache on a slow phone; `wanted` is what it is opened for, `memory` what the device remembers of earlier visits. */
export async function firstPaint(
  browser: Browser,
  address: string,
  wanted: string,
  memory: readonly StoredPlace[] = [],
): Promise<FirstPaint> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    storageState: { cookies: [], origins: [...memory] },
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'commit' });
    const seen = await page.waitForFunction(
      (selector) => document.querySelector(selector) && performance.now(),
      wanted,
    );
    const usable = Number(await seen.jsonValue());
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(SETTLES_MS);
    return { lcp: await page.evaluate(largestPaint), usable, transferred: bytes / 1000 };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}
