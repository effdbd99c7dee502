import { OwnReplyStore } from '../features/announcements/own-replies.ts';
import type { Services } from './services.ts';

const made = new WeakMap<Services, OwnReplyStore>();

/** What the person has said of announcements. Made with the first page about them: the first screen does not load it. */
export function repliesOf(services: Services): OwnReplyStore {
  const known = made.get(services);
  if (known !== undefined) return known;
  const replies = new OwnReplyStore(services.platform.storage);
  made.set(services, replies);
  return replies;
}
