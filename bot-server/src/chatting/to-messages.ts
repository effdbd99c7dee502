import type { OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';
import { TIMES } from './settings.ts';
import { splitText } from './split-text.ts';
import { type Reply, replyText } from './talk.ts';
import { LATE } from './texts.ts';

export interface Stamp {
  /** Of everything that is being answered. */
  readonly eventIds: readonly string[];
  /** When the person last wrote, epoch ms. */
  readonly lastAt: number;
  readonly now: number;
}

/**
 * The replies as messages of at most 2,000 characters. Their ids depend on the answered events alone: answering the same
 * events again makes messages that the outbox knows already.
 */
export async function toMessages(key: ThreadKey, replies: readonly Reply[], stamp: Stamp): Promise<OutboxMessage[]> {
  const { lastAt, now } = stamp;
  const texts = replies.map((reply, at) =>
    at === 0 && now - lastAt > TIMES.late ? `${LATE}\n${replyText(reply)}` : replyText(reply),
  );
  const parts = replies.flatMap(({ topic }, at) => splitText(texts[at] ?? '').map((text) => ({ text, topic })));
  const ids = await Promise.all(parts.map((_, part) => messageId(stamp.eventIds, part)));
  return parts.map(({ text, topic }, part) => ({
    ...{ oaId: key.oaId, userId: key.userId, id: ids[part] ?? '', kind: 'reply', text, part, topic },
    ...{ createdAt: now, expiresAt: lastAt + TIMES.replyWindow },
  }));
}

/** SHA-256 in hex. Web Crypto: a step imports no Node module. */
async function messageId(eventIds: readonly string[], part: number): Promise<string> {
  const bytes = new TextEncoder().encode([...eventIds].sort().concat(String(part)).join('\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
