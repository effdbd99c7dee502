import { DraftStore } from '../features/sending/draft-store.ts';
import { PressKeys } from '../session/press-keys.ts';
import type { Services } from './services.ts';

export interface SendingServices {
  readonly drafts: DraftStore;
  readonly keys: PressKeys;
}

const made = new WeakMap<Services, SendingServices>();

/** What the pages for sending announcements share. Made with the first of them: the first screen does not load it. */
export function sendingOf(services: Services): SendingServices {
  const known = made.get(services);
  if (known !== undefined) return known;
  const { platform, newId } = services;
  const sending = { drafts: new DraftStore(platform.storage), keys: new PressKeys(newId) };
  made.set(services, sending);
  return sending;
}
