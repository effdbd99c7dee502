import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { chatLearnerId, type Learner } from '@phuong-so/shared/domain/learning';
import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { State } from '../state.ts';
import { threadId } from './thread-id.ts';

/** The subject, then the chats that are proven to be theirs. */
export async function learnerOf({ db, tables: { personChats: t } }: State, subject: string): Promise<Learner> {
  const key = { oaId: t.oaId, userId: t.userId };
  const chats = await db.select(key).from(t).where(eq(t.subject, subject)).orderBy(t.verifiedAt, t.id);
  return [subject, ...chats.map(chatLearnerId)];
}

export async function learnerInChat(state: State, key: ThreadKey): Promise<Learner> {
  const { personChats: t } = state.tables;
  const [row] = await state.db
    .select({ subject: t.subject })
    .from(t)
    .where(eq(t.id, threadId(key)));
  return row === undefined ? [chatLearnerId(key)] : learnerOf(state, row.subject);
}

/** "The chat's row is that of this learner", so that it is found by its key. */
export function isChatOf(id: SQLWrapper, learner: SQLWrapper): SQL {
  return sql`substr(${learner}, 1, 5) = 'chat:' and ${id} = substr(${learner}, 6)`;
}
