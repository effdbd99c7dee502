import type { OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';
import { digest } from './digest.ts';
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
  const parts = replies.flatMap((reply, at) => partsOf(reply, texts[at] ?? ''));
  const ids = await Promise.all(parts.map((_, part) => messageId(stamp.eventIds, part)));
  return parts.map((content, part) => ({
    ...{ oaId: key.oaId, userId: key.userId, id: ids[part] ?? '', kind: 'reply', part, ...content },
    ...{ createdAt: now, expiresAt: lastAt + TIMES.replyWindow },
  }));
}

/** The choices stand at the end of the text, so they go with its last part. */
function partsOf(reply: Reply, text: string): Pick<OutboxMessage, 'text' | 'topic' | 'choices'>[] {
  const { topic, choices, buttons } = reply;
  const texts = splitText(text);
  const pressed = choices.length > 0 ? choices : buttons;
  return texts.map((part, at) => ({ text: part, topic, choices: at === texts.length - 1 ? pressed : [] }));
}

function messageId(eventIds: readonly string[], part: number): Promise<string> {
  return digest([...eventIds].sort().concat(String(part)));
}
