import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { and, eq } from 'drizzle-orm';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { threadId } from './thread-id.ts';

/** Removes what announcements keep of a recipient, see `Resident`: that they were sent them, read, answered, complained, muted. */
export function forgetRecipient(db: Handle, tables: Tables, recipient: string): Write[] {
  const { deliveries: d, broadcastAnswers: a, wrongReports: w, noticeChoices: n } = tables;
  return [
    db.delete(d).where(eq(d.recipient, recipient)),
    db.delete(a).where(eq(a.recipient, recipient)),
    db.delete(w).where(eq(w.recipient, recipient)),
    db.delete(n).where(eq(n.id, recipient)),
  ];
}

/** The same for a chat, under whatever id its person was counted. Whoever is sending to them at this moment loses the lease. */
export function forgetChatRecipient(db: Handle, tables: Tables, key: ThreadKey): Write[] {
  const { deliveries: d } = tables;
  return [
    db.delete(d).where(and(eq(d.oaId, key.oaId), eq(d.userId, key.userId))),
    ...forgetRecipient(db, tables, `chat:${threadId(key)}`),
  ];
}
