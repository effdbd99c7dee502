import type { ThreadKey } from '@phuong-so/shared/domain/chat';

/** One id for a person's chat with one account. Both parts are Zalo's numbers, so the colon keeps them apart. */
export function threadId({ oaId, userId }: ThreadKey): string {
  return `${oaId}:${userId}`;
}
