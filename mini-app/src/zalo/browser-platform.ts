import { copyInPage } from './clipboard.ts';
import type { DeviceStorage, Platform } from './platform.ts';

/** Every key of this app begins so; in a browser others may share the place. */
const OURS = 'phuong-so.';

/** localStorage; every access may throw (blocked, full, private window). */
export function browserStorage(window: Window): DeviceStorage {
  return {
    async read(key) {
      try {
        return window.localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    async write(key, text) {
      try {
        window.localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    async remove(key) {
      try {
        window.localStorage.removeItem(key);
      } catch {
        // Nothing could have been stored either.
      }
    },
    async clear() {
      try {
        for (const key of Object.keys(window.localStorage)) {
          if (key.startsWith(OURS)) window.localStorage.removeItem(key);
        }
      } catch {
        // As above.
      }
    },
  };
}

export function watchWindowOnline(window: Window, changed: (online: boolean) => void): () => void {
  const up = () => changed(true);
  const down = () => changed(false);
  window.addEventListener('online', up);
  window.addEventListener('offline', down);
  return () => {
    window.removeEventListener('online', up);
    window.removeEventListener('offline', down);
  };
}

export function browserPlatform(window: Window): Platform {
  return {
    kind: 'browser',
    storage: browserStorage(window),
    copyText: (text) => copyInPage(window, text),
    async openDialler(phoneNumber) {
      window.location.href = `tel:${phoneNumber}`;
    },
    isOnline: () => window.navigator.onLine !== false,
    watchOnline: (changed) => watchWindowOnline(window, changed),
    launchParameters: () => new URLSearchParams(window.location.search),
  };
}
