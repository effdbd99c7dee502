import { browserStorage, sharedMessage, watchWindowOnline } from './browser-platform.ts';
import { copyInPage } from './clipboard.ts';
import type { DeviceStorage, Platform, Result, Shared } from './platform.ts';
import { deviceSpeech } from './speech.ts';
import { withinTime, ZaloError } from './zalo-error.ts';

const CALL_LIMIT_MS = 8_000;
/** A sheet or a question of Zalo's stays open for as long as the person thinks. */
const PERSON_LIMIT_MS = 180_000;
/** Storage is read before the first screen is complete, so it waits less. */
const STORAGE_LIMIT_MS = 2_500;

/** Loaded on first use: the SDK weighs more than the first screen's own code. */
const loadSdk = () => import('./sdk.ts');

/**
 * Zalo's own storage (5 MB, oldest data evicted), with a copy in the web view's. The copy is read first: the SDK has to be
 * loaded for Zalo's, and the first screen waits for the ward. Where Zalo's is refused (old version, permission not granted
 * to the Mini App), or the web view forgets, the other one stands in.
 */
function zaloStorage(window: Window): DeviceStorage {
  const fallback = browserStorage(window);
  return {
    async read(key) {
      const near = await fallback.read(key);
      if (near !== null) return near;
      try {
        return (await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.getItem(key))) || null;
      } catch {
        return null;
      }
    },
    async write(key, text) {
      const near = await fallback.write(key, text);
      // An older copy would be read instead of what Zalo keeps.
      if (!near) await fallback.remove(key);
      try {
        await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.setItem(key, text));
        return true;
      } catch {
        return near;
      }
    },
    async remove(key) {
      await fallback.remove(key);
      try {
        await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.removeItem(key));
      } catch {
        // The web view's copy is gone; the client keeps nothing that it refused to store.
      }
    },
    async clear() {
      await fallback.clear();
      try {
        await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.clear());
      } catch {
        // As above.
      }
    },
  };
}

type Sdk = Awaited<ReturnType<typeof loadSdk>>;

/** Not the person's will and not Zalo's: the call does not exist there, or nothing answered. Source: platform notes, 7.4. */
const UNAVAILABLE = new Set([-1400, -1404, -1408, -1500, -2000, -2001]);

/** Every end of a call as a plain result: nothing that Zalo or the person refuses may stop the app. */
async function settled(limitMs: number, work: (sdk: Sdk) => Promise<unknown>): Promise<Result> {
  try {
    await withinTime(limitMs, async () => work(await loadSdk()));
    return 'done';
  } catch (thrown) {
    return UNAVAILABLE.has(ZaloError.from(thrown).code) ? 'unavailable' : 'refused';
  }
}

/** Empty and missing tokens are none: outside of Zalo the SDK hands out empty ones. */
async function tokenFrom(limitMs: number, work: (sdk: Sdk) => Promise<unknown>): Promise<string | null> {
  try {
    const token = await withinTime(limitMs, async () => work(await loadSdk()));
    return typeof token === 'string' && token !== '' ? token : null;
  } catch {
    return null;
  }
}

/** https://zalo.me/s/<id>/?p=<page>&…: a query is the only part that surely arrives. Source: platform notes, 7.6. */
function zaloLink(window: Window, address: string): string {
  const [path = '', query = ''] = address.replace(/^\//, '').split('?');
  const parameters = new URLSearchParams(query);
  const found = /^\/zapps\/([^/]+)/.exec(window.location.pathname)?.[1];
  const id = (window as { APP_ID?: string }).APP_ID || found || '';
  const rest = parameters.toString();
  const asked = path === '' ? '' : `?p=${path}${rest === '' ? '' : `&${rest}`}`;
  return `https://zalo.me/s/${id}/${asked}`;
}

/** The whole text where Zalo's version can send text; else a card that opens the page; else the clipboard. */
async function shareInZalo(window: Window, shared: Shared): Promise<Result | 'copied'> {
  const link = zaloLink(window, shared.address);
  const { title, text } = shared;
  const message = sharedMessage(shared, link);
  const asText = await settled(PERSON_LIMIT_MS, ({ openShareSheet }) =>
    openShareSheet({ type: 'text', data: { text: message } }),
  );
  if (asText !== 'unavailable') return asText;
  const path = new URL(link).search;
  const asCard = await settled(PERSON_LIMIT_MS, ({ openShareSheet }) =>
    openShareSheet({ type: 'zmp_deep_link', data: { title, description: text, thumbnail: '', path } }),
  );
  if (asCard !== 'unavailable') return asCard;
  return (await copyInPage(window, message)) ? 'copied' : 'unavailable';
}

/** Zalo's token of the person. The calls that need it never settle without one (SDK 2.51.6, seen in simulated Zalo). */
const accessToken = () => tokenFrom(CALL_LIMIT_MS, ({ getAccessToken }) => getAccessToken());

async function requestNotifications(): Promise<Result> {
  if ((await accessToken()) === null) return 'unavailable';
  return settled(PERSON_LIMIT_MS, (sdk) => sdk.requestSendNotification());
}

async function locationToken(): Promise<string | null> {
  if ((await accessToken()) === null) return null;
  return tokenFrom(PERSON_LIMIT_MS, async ({ getLocation }) => (await getLocation()).token);
}

export function zaloPlatform(window: Window): Platform {
  return {
    ...{ accessToken, requestNotifications, locationToken },
    kind: 'zalo',
    storage: zaloStorage(window),
    speech: deviceSpeech(window),
    // The SDK has no clipboard call.
    copyText: (text) => copyInPage(window, text),
    // Zalo saves no text files (source: platform notes, 7.4, downloadFile).
    saveText: async (_fileName, text) => ((await copyInPage(window, text)) ? 'copied' : 'unavailable'),
    share: (shared) => shareInZalo(window, shared),
    shareableLink: (address) => zaloLink(window, address),
    openDialler: (phoneNumber) =>
      withinTime(CALL_LIMIT_MS, async () => (await loadSdk()).openPhone({ phoneNumber })).catch(() => {
        window.location.href = `tel:${phoneNumber}`;
      }),
    openOaChat: (id, message) => settled(CALL_LIMIT_MS, ({ openChat }) => openChat({ type: 'oa', id, message })),
    followOa: (id) => settled(PERSON_LIMIT_MS, ({ followOA }) => followOA({ id })),
    openExternal: (url) => settled(CALL_LIMIT_MS, ({ openOutApp }) => openOutApp({ url })),
    hostTheme: () => themeOfZalo(),
    isOnline: () => window.navigator.onLine !== false,
    watchOnline: (changed) => watchWindowOnline(window, changed),
    launchParameters: () => new URLSearchParams(window.location.search),
  };
}

async function themeOfZalo(): Promise<'light' | 'dark' | null> {
  try {
    const { zaloTheme } = await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).getSystemInfo());
    return zaloTheme === 'dark' || zaloTheme === 'light' ? zaloTheme : null;
  } catch {
    return null;
  }
}
