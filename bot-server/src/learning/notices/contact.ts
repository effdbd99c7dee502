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
  const [contact] = await contactsOf(deps, [id], ward, now);
  return contact ?? { kind: 'none' };
}

/** The same of up to a thousand people, in their order, with two questions for all of them. */
export async function contactsOf(
  deps: ContactDeps,
  ids: readonly LearnerId[],
  ward: string,
  now: number,
): Promise<readonly Contact[]> {
  const proven = await deps.people.chatsOf(ids.filter((id) => chatOfLearner(id) === null));
  const speaks = ({ oaId }: ThreadKey) =>
    deps.accounts.some((account) => account.oaId === oaId && (account.ward ?? ward) === ward);
  const keys = ids.map((id) => {
    const chat = chatOfLearner(id);
    return (chat === null ? (proven.get(id) ?? []) : [chat]).filter(speaks);
  });
  const threads = new Map((await deps.chats.threads(keys.flat())).map((thread) => [nameOf(thread), thread]));
  return keys.map((own) => {
    const found = own.flatMap((key) => threads.get(nameOf(key)) ?? []);
    return bestContact(deps, found, now);
  });
}

/** The same of one chat, whichever ward it is about. */
export async function contactInChat(deps: ContactDeps, key: ThreadKey, now: number): Promise<Contact> {
  const isSpokenFor = deps.accounts.some(({ oaId }) => oaId === key.oaId);
  return bestContact(deps, isSpokenFor ? await deps.chats.threads([key]) : [], now);
}

function bestContact(deps: ContactDeps, found: readonly ChatThread[], now: number): Contact {
  if (found.length === 0) return { kind: 'none' };
  const threads = [...found].sort((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0));
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

function nameOf({ oaId, userId }: ThreadKey): string {
  return `${oaId}:${userId}`;
}
