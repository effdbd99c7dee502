import type { ChatThread, ThreadKey } from '@phuong-so/shared/domain/chat';
import { contactWindow } from '@phuong-so/shared/domain/contact-window';
import { chatOfLearner, type LearnerId } from '@phuong-so/shared/domain/learning';
import type { ContactDeps } from './deps.ts';

/**
 * Whether somebody may be written to now. `none`: no chat of theirs is known. `later`: an official is writing with them, or
 * they have not written for so long that Zalo refuses a message, or charges for it where that is not wanted. `until`: when
 * the message is of no use any more, epoch ms.
 */
export type Contact =
  | { readonly kind: 'none' }
  | { readonly kind: 'later' }
  | { readonly kind: 'open'; readonly key: ThreadKey; readonly until: number };

/** The chat in which the person last wrote, of those that may be written to; only accounts that speak for the ward. */
export async function contactOf(deps: ContactDeps, id: LearnerId, ward: string, now: number): Promise<Contact> {
  const chat = chatOfLearner(id);
  const keys = chat === null ? await deps.people.chats(id) : [chat];
  return bestContact(deps, keys, { ward, now });
}

/** The same of one chat, whichever ward it is about. */
export function contactInChat(deps: ContactDeps, key: ThreadKey, now: number): Promise<Contact> {
  return bestContact(deps, [key], { ward: null, now });
}

async function bestContact(
  deps: ContactDeps,
  keys: readonly ThreadKey[],
  { ward, now }: { readonly ward: string | null; readonly now: number },
): Promise<Contact> {
  const speaks = ({ oaId }: ThreadKey) =>
    deps.accounts.some((account) => account.oaId === oaId && (ward === null || (account.ward ?? ward) === ward));
  const found = await Promise.all(keys.filter(speaks).map((key) => deps.chats.thread(key)));
  const threads = found
    .filter((thread) => thread !== null)
    .sort((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0));
  if (threads.length === 0) return { kind: 'none' };
  const open = threads.map((thread) => openUntil(deps, thread, now));
  const best = open.findIndex((until) => until !== null);
  const [thread, until] = [threads[best], open[best]];
  return thread === undefined || until == null ? { kind: 'later' } : { kind: 'open', key: keyOf(thread), until };
}

/** Zalo charges for what is sent later after the person's last message. Source: platform notes, 3.4. */
const FREE_MS = 48 * 3_600_000;

/** null = not now. */
function openUntil({ paid }: ContactDeps, thread: ChatThread, now: number): number | null {
  const { lastMessageAt, leftAt, quietUntil, mutedUntil } = thread;
  if (lastMessageAt === null || Math.max(quietUntil ?? 0, mutedUntil ?? 0) > now) return null;
  const window = contactWindow({ interactedAt: lastMessageAt, leftAt }, now);
  if (window.kind === 'closed' || !(window.free || paid)) return null;
  return paid ? window.until : Math.min(window.until, lastMessageAt + FREE_MS);
}

function keyOf({ oaId, userId }: ChatThread): ThreadKey {
  return { oaId, userId };
}
