import { copyInPage } from './clipboard.ts';
import type { DeviceStorage, Platform, Result, Shared } from './platform.ts';
import { deviceSpeech } from './speech.ts';

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
  const shareableLink = (address: string) => new URL(address.replace(/^\//, ''), window.document.baseURI).href;
  return {
    kind: 'browser',
    storage: browserStorage(window),
    speech: deviceSpeech(window),
    // Nobody is signed in by a browser: there is no identity to show.
    accessToken: async () => null,
    copyText: (text) => copyInPage(window, text),
    saveText: (fileName, text) => saveAsFile(window, fileName, text),
    share: (shared) => shareInBrowser(window, shared, shareableLink(shared.address)),
    shareableLink,
    async openDialler(phoneNumber) {
      window.location.href = `tel:${phoneNumber}`;
    },
    openOaChat: async (oaId) => openWindow(window, `https://zalo.me/${encodeURIComponent(oaId)}`),
    followOa: async (oaId) => openWindow(window, `https://zalo.me/${encodeURIComponent(oaId)}`),
    requestNotifications: async () => 'unavailable',
    locationToken: async () => null,
    openExternal: async (url) => openWindow(window, url),
    // The style sheet follows the browser by itself.
    hostTheme: async () => null,
    isOnline: () => window.navigator.onLine !== false,
    watchOnline: (changed) => watchWindowOnline(window, changed),
    launchParameters: () => new URLSearchParams(window.location.search),
  };
}

function openWindow(window: Window, url: string): Result {
  // With `noopener` a browser always answers null: whether it opened cannot be known, only whether it threw.
  try {
    window.open(url, '_blank', 'noopener,noreferrer');
    return 'done';
  } catch {
    return 'unavailable';
  }
}

/** The message that stands for a shared page where no sheet can be opened. */
export function sharedMessage({ title, text }: Shared, link: string): string {
  return [text === '' ? title : text, link].join('\n\n');
}

async function shareInBrowser(window: Window, shared: Shared, url: string): Promise<Result | 'copied'> {
  const { title, text } = shared;
  try {
    if (typeof window.navigator.share === 'function') {
      await window.navigator.share({ title, url, ...(text === '' ? {} : { text }) });
      return 'done';
    }
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'refused';
  }
  return (await copyInPage(window, sharedMessage(shared, url))) ? 'copied' : 'unavailable';
}

async function saveAsFile(window: Window, fileName: string, text: string): Promise<Result | 'copied'> {
  try {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = window.document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
    return 'done';
  } catch {
    return (await copyInPage(window, text)) ? 'copied' : 'unavailable';
  }
}
