import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';

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

/** The native side of Zalo, as far as the SDK looks at it; every call succeeds with nothing. */
function installNativeBridge(): void {
  const host = window as unknown as Record<string, unknown>;
  host.APP_ID = 'demo';
  host.zAppID = 'demo';
  host.ZJSBridge = {};
  host.ZaloJavaScriptInterface = {
    jsCall: (_token: string, action: string, _access: string, _parameters: string, callback: string) => {
      const name = /"([^"]+)"/.exec(callback)?.[1];
      const reply = JSON.stringify({ error_code: 0, error_message: '', action, data: {} });
      const listener = host.onNativeMessage;
      if (typeof listener === 'function') listener(name, action)?.(reply);
    },
    jsH5EventCallback: () => undefined,
  };
}

/** Serves the built app and the API as if inside Zalo; `api` answers what goes to /api/v1. */
export async function simulateZalo(context: BrowserContext, built: string, api: (path: string) => unknown) {
  const lists = JSON.parse(readFileSync(path.join(built, 'app-config.json'), 'utf8')) as Lists;
  await context.addInitScript(installNativeBridge);
  await context.route('**/*', (route) => answerRoute(route, built, hostPage(lists), api));
}

function answerRoute(route: Route, built: string, page: string, api: (path: string) => unknown): Promise<void> {
  const url = new URL(route.request().url());
  if (url.hostname !== 'h5.zdn.vn') return route.abort();
  if (url.pathname.startsWith('/api/v1/')) return route.fulfill({ json: api(url.pathname) });
  const file = url.pathname.replace('/zapps/demo/', '');
  if (!file.startsWith('assets/')) return route.fulfill({ contentType: 'text/html', body: page });
  const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return route.fulfill({ contentType, body: readFileSync(path.join(built, file)) });
}
