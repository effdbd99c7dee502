import { browserStorage, watchWindowOnline } from './browser-platform.ts';
import { copyInPage } from './clipboard.ts';
import type { DeviceStorage, Platform } from './platform.ts';
import { withinTime } from './zalo-error.ts';

const CALL_LIMIT_MS = 8_000;
/** Storage is read before the first screen is complete, so it waits less. */
const STORAGE_LIMIT_MS = 2_500;

/** Loaded on first use: the SDK weighs more than the first screen's own code. */
const loadSdk = () => import('./sdk.ts');

/**
 * Zalo's own storage (5 MB, oldest data evicted). Where the client refuses it (old version, permission not granted to
 * the Mini App), the web view's storage stands in.
 */
function zaloStorage(window: Window): DeviceStorage {
  const fallback = browserStorage(window);
  return {
    async read(key) {
      try {
        const stored = await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.getItem(key));
        return stored || (await fallback.read(key));
      } catch {
        return fallback.read(key);
      }
    },
    async write(key, text) {
      try {
        await withinTime(STORAGE_LIMIT_MS, async () => (await loadSdk()).nativeStorage.setItem(key, text));
        return true;
      } catch {
        return fallback.write(key, text);
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

export function zaloPlatform(window: Window): Platform {
  return {
    kind: 'zalo',
    storage: zaloStorage(window),
    // The SDK has no clipboard call.
    copyText: (text) => copyInPage(window, text),
    openDialler: (phoneNumber) =>
      withinTime(CALL_LIMIT_MS, async () => (await loadSdk()).openPhone({ phoneNumber })).catch(() => {
        window.location.href = `tel:${phoneNumber}`;
      }),
    isOnline: () => window.navigator.onLine !== false,
    watchOnline: (changed) => watchWindowOnline(window, changed),
    launchParameters: () => new URLSearchParams(window.location.search),
  };
}
