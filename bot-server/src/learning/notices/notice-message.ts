import type { OutboxMessage, ThreadKey } from '@phuong-so/shared/domain/chat';

/** What is told unasked, and when it is of no use any more (epoch ms). */
export interface Notice {
  /** Names the occasion: the same occasion makes the same message, which the outbox then knows already. */
  readonly occasion: readonly string[];
  readonly text: string;
  readonly expiresAt: number;
}

export async function noticeMessage(key: ThreadKey, notice: Notice, now: number): Promise<OutboxMessage> {
  const { occasion, text, expiresAt } = notice;
  return {
    ...{ oaId: key.oaId, userId: key.userId, id: await hashOf(occasion), kind: 'notice', part: 0, text },
    ...{ createdAt: now, expiresAt, topic: null, choices: [] },
  };
}

/** SHA-256 in hex. Web Crypto: a step imports no Node module. */
async function hashOf(parts: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(['notice', ...parts].join('\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
