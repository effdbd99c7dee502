import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { verdictOf } from '../outbox/verdict.ts';
import type { AccessSource } from '../ports/access.ts';
import type { ChatLine, ZaloOa } from '../ports/zalo-oa.ts';

/** Ten lines a page: more than this between the try and the look and the message counts as not found out. */
const MOST_PAGES = 5;

/** The conversation back to `since`, newest first, and the token that worked; null when it cannot be read or is too long. */
export async function readBack(
  deps: { readonly zalo: ZaloOa; readonly access: AccessSource },
  { oaId, userId }: ThreadKey,
  token: string,
  since: number,
): Promise<{ lines: readonly ChatLine[]; token: string } | null> {
  const lines: ChatLine[] = [];
  let speaking = token;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    let read = await deps.zalo.conversation(speaking, userId, lines.length);
    if (read.kind === 'answered' && verdictOf(read.error) === 'renew_token') {
      const fresh = await deps.access.renew(oaId, speaking);
      if (fresh.kind !== 'token') return null;
      speaking = fresh.token;
      read = await deps.zalo.conversation(speaking, userId, lines.length);
    }
    if (read.kind !== 'answered' || read.value === null) return null;
    lines.push(...read.value);
    const oldest = read.value.at(-1);
    if (oldest === undefined || oldest.at < since) return { lines, token: speaking };
  }
  return null;
}
