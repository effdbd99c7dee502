import { KeptValue } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

/**
 * Whether somebody who holds an office uses this phone: then pages that anybody may read sign in by themselves and offer what
 * the office allows. It gives no right; the server asks anew who it is.
 */
export function officeMemory(storage: DeviceStorage): KeptValue<boolean> {
  return new KeptValue({ storage, key: 'phuong-so.office', initial: false, parse: (kept) => kept === true });
}
