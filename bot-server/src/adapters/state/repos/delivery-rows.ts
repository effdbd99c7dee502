import { type SQL, sql } from 'drizzle-orm';
import type { ClaimedDelivery, NewDelivery, PreparedPage } from '../../../ports/deliveries.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

type Row = Tables['deliveries']['$inferSelect'];

/** As the table has them, in its order. */
const COLUMNS = {
  id: 'text',
  broadcast_id: 'text',
  revision: 'int',
  recipient: 'text',
  channel: 'text',
  group_id: 'text',
  oa_id: 'text',
  user_id: 'text',
  state: 'text',
  reason: 'text',
  priority: 'int',
  due_at: 'int',
  expires_at: 'int',
  claim_token: 'text',
  claimed_at: 'int',
  lease_until: 'int',
  attempts: 'int',
  told_revision: 'int',
  message_id: 'text',
  sent_at: 'int',
  received_at: 'int',
  seen_at: 'int',
  verdict: 'text',
} as const;

/** One statement's worth of new rows, whatever their number: 2,000 rows of 23 values would be too many parameters. */
export function givenRows(state: State, broadcastId: string, revision: number, { rows, now }: PreparedPage): SQL {
  const all = rows.map((row) => newRow(broadcastId, revision, row, now));
  return state.rows(COLUMNS, JSON.stringify(all));
}

function newRow(broadcastId: string, revision: number, row: NewDelivery, now: number) {
  const { recipient, channel, group, chat, state, reason, dueAt, expiresAt, priority } = row;
  const sent = state === 'sent';
  return {
    id: `${broadcastId}/${revision}/${channel}/${recipient}`,
    ...{ broadcast_id: broadcastId, revision, recipient, channel, group_id: group, state, reason, priority },
    ...{ oa_id: chat?.oaId ?? null, user_id: chat?.userId ?? null, due_at: dueAt, expires_at: expiresAt },
    ...{ claim_token: null, claimed_at: null, lease_until: null, attempts: 0 },
    ...{ told_revision: sent ? revision : null, message_id: null, sent_at: sent ? now : null },
    ...{ received_at: null, seen_at: null, verdict: null },
  };
}

/** A claimed row; rows without a chat are never claimed. */
export function claimedOf(row: Row, token: string): ClaimedDelivery {
  const { id, broadcastId, channel, recipient, oaId, userId, revision, toldRevision, attempts, expiresAt } = row;
  return {
    ...{ token, id, broadcastId, channel, recipient, attempts, expiresAt },
    chat: { oaId: oaId ?? '', userId: userId ?? '' },
    revision: toldRevision ?? revision,
    corrects: revision > 0,
    triedAt: row.state === 'uncertain' ? row.claimedAt : null,
  };
}

/** Null for a claimed row is stored as such; kept apart so that every update frees a row in the same way. */
export const FREE = { claimToken: null, leaseUntil: null } as const;

export const plusOne = (column: Tables['deliveries']['attempts']) => sql`${column} + 1`;
