import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page, Request, Route } from 'playwright-core';

/** Where Zalo serves Mini Apps from. Nothing leaves the machine: every request is answered by a route. */
export const ZALO_APP_ADDRESS = 'https://h5.zdn.vn/zapps/demo/';
export const ZALO_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/24101055';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

interface Lists {
  readonly listCSS: string[];
  readonly listSyncJS: string[];
}

/** The page that Zalo makes around an uploaded app: no index.html of ours, only the files that app-config.json lists. */
function hostPage({ listCSS, listSyncJS }: Lists): string {
  const styles = listCSS.map((file) => `<link rel="stylesheet" href="/zapps/demo/${file}">`);
  const scripts = listSyncJS.map((file) => `<script type="module" src="/zapps/demo/${file}"></script>`);
  return `<!doctype html><html><head><meta name="viewport" content="width=device-width">${styles.join('')}</head>
    <body><div id="app"></div>${scripts.join('')}</body></html>`;
}

/** How Zalo answers one call of the SDK; 0 = done. */
export interface NativeAnswer {
  readonly error_code: number;
  readonly data?: unknown;
}

export interface Zalo {
  /** By the action that the SDK asks for ("action.open.phone"); what is not here succeeds with nothing. */
  readonly answers?: Readonly<Record<string, NativeAnswer>>;
  /** What Zalo's own server gives for the person's sign-in; null = it refuses, as for somebody who has not agreed. */
  readonly accessToken?: string | null;
}

export interface NativeCall {
  readonly action: string;
  readonly parameters: unknown;
}

/** What the SDK looks for in the answer to its sign-in call. */
const SIGNED_IN: NativeAnswer = {
  error_code: 0,
  data: {
    cookiesOAuthLogins: [
      { name: 'h5.zdn.vn_zlink3rd', value: 'js-token' },
      { name: 'h5.zdn.vn_zoauth', value: 'code' },
      { name: 'h5.zdn.vn_zoauth_vrf', value: 'verifier' },
    ],
    miniProgramConfig: { userAuthorized: true, jwt: 'jwt' },
  },
};

/** The native side of Zalo, as far as the SDK looks at it. What was asked of it is kept in `zaloCalls`. */
function installNativeBridge(answers: Readonly<Record<string, NativeAnswer>>): void {
  const host = window as unknown as Record<string, unknown>;
  const calls: NativeCall[] = [];
  host.zaloCalls = calls;
  host.APP_ID = 'demo';
  host.zAppID = 'demo';
  host.ZJSBridge = {};
  host.ZaloJavaScriptInterface = {
    jsCall: (_token: string, action: string, _access: string, parameters: string, callback: string) => {
      calls.push({ action, parameters: JSON.parse(parameters || '{}') });
      const name = /"([^"]+)"/.exec(callback)?.[1];
      const answer = answers[action] ?? { error_code: 0 };
      const reply = JSON.stringify({ error_message: '', data: {}, ...answer, action });
      const listener = host.onNativeMessage;
      if (typeof listener === 'function') listener(name, action)?.(reply);
    },
    jsH5EventCallback: () => undefined,
  };
}

/** Everything that the app has asked of Zalo since the page was loaded. */
export function nativeCalls(page: Page): Promise<readonly NativeCall[]> {
  return page.evaluate(() => (window as unknown as { zaloCalls: NativeCall[] }).zaloCalls);
}

export type Api = (path: string, request: Request) => unknown;

/** Serves the built app and the API as if inside Zalo; `api` answers what goes to /api/v1. */
export async function simulateZalo(context: BrowserContext, built: string, api: Api, zalo: Zalo = {}) {
  const lists = JSON.parse(readFileSync(path.join(built, 'app-config.json'), 'utf8')) as Lists;
  const { accessToken = null } = zalo;
  const signIn = accessToken === null ? {} : { 'action.jump.login': SIGNED_IN };
  await context.addInitScript(installNativeBridge, { ...signIn, ...zalo.answers });
  await context.route('**/*', (route) => answerRoute(route, built, hostPage(lists), api));
  await context.route('https://h5.zalo.me/openapi/access_token', (route) =>
    accessToken === null
      ? route.abort()
      : route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          json: { access_token: accessToken, refresh_token: 'refresh', expires_in: '3600' },
        }),
  );
}

function answerRoute(route: Route, built: string, page: string, api: Api): Promise<void> {
  const url = new URL(route.request().url());
  if (url.hostname !== 'h5.zdn.vn') return route.abort();
  if (url.pathname.startsWith('/api/v1/')) return route.fulfill({ json: api(url.pathname, route.request()) });
  const file = url.pathname.replace('/zapps/demo/', '');
  if (!file.startsWith('assets/')) return route.fulfill({ contentType: 'text/html', body: page });
  const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return route.fulfill({ contentType, body: readFileSync(path.join(built, file)) });
}
