import { browserPlatform } from './browser-platform.ts';
import type { Platform } from './platform.ts';
import { zaloPlatform } from './zalo-platform.ts';

/**
 * Whether the page runs inside Zalo. The SDK cannot be asked: on localhost it pretends that every call succeeds.
 */
export function isInsideZalo(location: Pick<Location, 'hostname' | 'protocol'>, userAgent: string): boolean {
  return (location.hostname === 'h5.zdn.vn' || location.protocol === 'zbrowser:') && /zalo/i.test(userAgent);
}

export function createPlatform(window: Window): Platform {
  return isInsideZalo(window.location, window.navigator.userAgent) ? zaloPlatform(window) : browserPlatform(window);
}
