import { DELIVERY_STATES, UNREACHED_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import { progressRank, stateOfRank, type UnreachedReason } from '@phuong-so/shared/domain/delivery';
import { and, asc, count, eq, isNotNull, max, sql } from 'drizzle-orm';
import type { DeliveryTotal, PeopleTotal, UnreachedTotal } from '../../../ports/deliveries.ts';
import type { State } from '../state.ts';

const HOUR_MS = 3_600_000;
const whole = (value: number) => sql.raw(String(value));

export async function countTotals({ db, tables: { deliveries: d } }: State, id: string): Promise<DeliveryTotal[]> {
  return db
    .select({ revision: d.revision, channel: d.channel, state: d.state, reason: d.reason, count: count() })
    .from(d)
    .where(eq(d.broadcastId, id))
    .groupBy(d.revision, d.channel, d.state, d.reason);
}

/** How far the state stands for, as SQL; the order is that of `progressRank`. */
function rank(column: State['tables']['deliveries']['state']) {
  const cases = DELIVERY_STATES.map((state) => sql`when ${state} then ${whole(progressRank(state))}`);
  return sql<number>`case ${column} ${sql.join(cases, sql` `)} end`;
}

export async function countPeople({ db, tables: { deliveries: d } }: State, id: string): Promise<PeopleTotal[]> {
  const got = sql`case when ${d.channel} = 'feed' and ${d.state} <> 'seen' then ${whole(progressRank('failed'))} else ${rank(d.state)} end`;
  const each = db
    .select({ furthest: sql<number>`max(${got})`.as('furthest') })
    .from(d)
    .where(eq(d.broadcastId, id))
    .groupBy(d.recipient)
    .as('each');
  const rows = await db.select({ furthest: each.furthest, people: count() }).from(each).groupBy(sql`${each.furthest}`);
  return rows.map(({ furthest, people }) => ({ state: stateOfRank(Number(furthest)), people }));
}

export async function countReads({ db, tables: { deliveries: d } }: State, id: string) {
  const each = db
    .select({ hour: sql<number>`min(${d.seenAt}) / ${whole(HOUR_MS)}`.as('hour') })
    .from(d)
    .where(and(eq(d.broadcastId, id), isNotNull(d.seenAt)))
    .groupBy(d.recipient)
    .as('each');
  const rows = await db
    .select({ hour: each.hour, reads: count() })
    .from(each)
    .groupBy(sql`${each.hour}`)
    .orderBy(asc(sql`${each.hour}`));
  return rows.map(({ hour, reads }) => ({ hour: Number(hour) * HOUR_MS, reads }));
}

/** The reason that the row's own state says, or the one that stands in it. */
const REASONS: readonly UnreachedReason[] = UNREACHED_REASONS;

/**
 * What lies in a list that nobody opened has reached nobody: a person's feed counts once they have read it there. The reason
 * is that of the way that would have come to them.
 */
export async function countUnreached({ db, tables: { deliveries: d } }: State, id: string): Promise<UnreachedTotal[]> {
  const arrived = sql`case when ${d.state} = 'seen' or (${d.channel} <> 'feed' and ${d.state} in ('sent', 'delivered', 'pending', 'sending')) then 1 else 0 end`;
  const why = sql`case when ${d.channel} = 'feed' then null when ${d.state} = 'uncertain' then 'uncertain' when ${d.state} = 'cancelled' then 'stopped' else ${d.reason} end`;
  const each = db
    .select({
      group: max(d.groupId).as('in_group'),
      arrived: sql<number>`max(${arrived})`.as('arrived'),
      reason: sql<string | null>`min(${why})`.as('why'),
    })
    .from(d)
    .where(eq(d.broadcastId, id))
    .groupBy(d.recipient)
    .as('each');
  const rows = await db
    .select({ group: each.group, reason: each.reason, people: count() })
    .from(each)
    .where(eq(each.arrived, 0))
    .groupBy(sql`${each.group}`, sql`${each.reason}`);
  return rows.map(({ group, reason, people }) => {
    return { group, people, reason: REASONS.find((one) => one === reason) ?? 'not_linked' };
  });
}
