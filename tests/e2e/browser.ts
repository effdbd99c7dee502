import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; null = these tests cannot run here. CI sets REQUIRE_BROWSER, so that they cannot be lost silently. */
export function findBrowser(): string | null {
  const found = [process.env.CHROMIUM_PATH, ...CANDIDATES].find((path) => path !== undefined && existsSync(path));
  if (found === undefined && process.env.REQUIRE_BROWSER === '1') throw new Error('REQUIRE_BROWSER=1, but no Chromium');
  return found ?? null;
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to any other host (all were blocked), and errors that nothing caught. Must stay empty. */
  readonly complaints: string[];
}

/** A phone with an empty memory that reaches nothing but `origin`. */
export async function openPhone(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
    // The phone's own zone must not matter.
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    ...options,
  });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    // A handler that a test takes off its page meanwhile may have let the request go already.
    if (new URL(route.request().url()).origin === origin) return route.continue().catch(() => undefined);
    complaints.push(`asked a foreign host: ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return { context, page, complaints };
}

/**
 * Rules of WCAG 2 A/AA and best practice that the page breaks seriously or critically, with the elements. `only`: these
 * rules alone, where another look of the same page has had all of them.
 */
export async function seriousViolations(page: Page, only: readonly string[] = []): Promise<string[]> {
  // The app has no frames of others, for which alone the slower mode opens a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (only.length > 0) axe.withRules([...only]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels the page can be moved sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [document.documentElement, ...document.querySelectorAll('main')];
    return Math.max(...scrollers.map((element) => element.scrollWidth - element.clientWidth));
  });
}

/** Buttons, links and fields that a finger would miss: lower than 44 CSS pixels. Links inside a sentence do not count. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main a, main button, main select, main textarea, nav a, header button')]
      .filter((element) => element.closest('p') === null)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && box.height < 43.5)
      .map(({ element, box }) => `${element.textContent?.slice(0, 40)} (${Math.round(box.height)} px)`),
  );
}
