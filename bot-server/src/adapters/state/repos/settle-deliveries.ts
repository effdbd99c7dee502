import { and, eq, inArray, isNull, lt, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { ClaimedDelivery, DeliverySettlement, SettledDelivery } from '../../../ports/deliveries.ts';
import type { Handle, State, Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { FREE, plusOne } from './delivery-rows.ts';
import { threadId } from './thread-id.ts';

/**
 * Many at once in one transaction: a commit for each message would be the slowest part of sending; and one statement for all
 * that were sent, which are nearly all.
 */
export async function settleDeliveries(state: State, settled: readonly SettledDelivery[]): Promise<number> {
  if (settled.length === 0) return 0;
  // In the order of their ids: two processes cannot wait for each other.
  const ordered = [...settled].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  const sent = ordered.flatMap(({ claim, settlement }) => (settlement.kind === 'sent' ? [{ claim, settlement }] : []));
  const others = ordered.flatMap(({ claim, settlement }) =>
    settlement.kind === 'sent' ? [] : [{ claim, settlement }],
  );
  const own = others.length + (sent.length > 0 ? 1 : 0);
  const touched = await state.atomically((db) => [
    ...(sent.length > 0 ? [settleSent(db, state, sent)] : []),
    ...others.map((one) => settleOne(db, state.tables, one)),
    ...cancelStopped(db, state.tables, others),
    ...others.flatMap((one) => noteLeft(db, state.tables, one)),
  ]);
  return (touched ?? []).slice(0, own).reduce((sum, count) => sum + count, 0);
}

type Sent = { readonly claim: ClaimedDelivery; readonly settlement: Extract<DeliverySettlement, { kind: 'sent' }> };

function settleSent(db: Handle, state: State, sent: readonly Sent[]): Write {
  const { deliveries: d } = state.tables;
  const rows = sent.map(({ claim, settlement }) => {
    return { id: claim.id, token: claim.token, message_id: settlement.messageId, sent_at: settlement.at };
  });
  const columns = { id: 'text', token: 'text', message_id: 'text', sent_at: 'int' } as const;
  const given = state.rows(columns, JSON.stringify(rows));
  const of = (column: keyof typeof columns) =>
    sql`(select g.${sql.identifier(column)} from (${given}) as g where g.id = ${d.id})`;
  return db
    .update(d)
    .set({ ...FREE, state: 'sent', dueAt: null, verdict: null, messageId: of('message_id'), sentAt: of('sent_at') })
    .where(and(inArray(d.id, sql`(select g.id from (${given}) as g)`), eq(d.claimToken, of('token'))));
}

/** What comes back to wait after its broadcast was stopped waits no more. */
function cancelStopped(db: Handle, { deliveries: d, broadcasts: b }: Tables, all: readonly SettledDelivery[]): Write[] {
  const ids = all.flatMap(({ claim, settlement }) => (settlement.kind === 'later' ? [claim.id] : []));
  if (ids.length === 0) return [];
  const goesOn = db
    .select({ id: b.id })
    .from(b)
    .where(and(eq(b.id, d.broadcastId), eq(b.state, 'sending')));
  const stopped = and(inArray(d.id, ids), eq(d.state, 'pending'), notExists(goesOn));
  return [db.update(d).set({ state: 'cancelled', dueAt: null }).where(stopped)];
}

function settleOne(db: Handle, { deliveries: d }: Tables, { claim, settlement }: SettledUnsent): Write {
  return db
    .update(d)
    .set({ ...FREE, ...changes(d, settlement) })
    .where(and(eq(d.id, claim.id), eq(d.claimToken, claim.token)));
}

type Unsent = Exclude<DeliverySettlement, { kind: 'sent' }>;
type SettledUnsent = { readonly claim: ClaimedDelivery; readonly settlement: Unsent };

function changes(d: Tables['deliveries'], settlement: Unsent) {
  switch (settlement.kind) {
    case 'later': {
      const { dueAt, verdict, counts } = settlement;
      const again = { state: 'pending', dueAt, verdict, claimedAt: null, toldRevision: null } as const;
      return counts ? { ...again, attempts: plusOne(d.attempts) } : again;
    }
    case 'uncertain': {
      const { lookAt, verdict } = settlement;
      return { state: 'uncertain', dueAt: lookAt, verdict, attempts: plusOne(d.attempts) } as const;
    }
    case 'failed': {
      const { reason, verdict } = settlement;
      return { state: 'failed', reason, verdict, dueAt: null, toldRevision: null } as const;
    }
  }
}

/** Zalo says that the person does not want the account's messages: the next announcement need not ask. */
function noteLeft(db: Handle, { chatThreads: t }: Tables, { claim, settlement }: SettledDelivery): Write[] {
  if (settlement.kind !== 'failed' || settlement.reason !== 'blocked_or_left') return [];
  const { at } = settlement;
  const earlier: SQL | undefined = or(isNull(t.leftAt), lt(t.leftAt, at));
  return [
    db
      .update(t)
      .set({ leftAt: at })
      .where(and(inArray(t.id, [threadId(claim.chat)]), earlier)),
  ];
}
