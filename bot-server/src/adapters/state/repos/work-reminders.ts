import type { ReminderRank } from '@phuong-so/shared/domain/work-reminders';
import { and, asc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewWorkReminder, ReminderClaim, WorkReminder, WorkReminders } from '../../../ports/work-reminders.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';

/** Before every day: a ward of which no day has been finished. */
const NO_DAY = '';
/** Eight values a row; far below what either database takes in one statement. */
const ROWS_AT_ONCE = 500;

/** Reminders of officials' work in the state database. */
export function stateWorkReminders(state: State, ids: Ids): WorkReminders {
  const { db, tables } = state;
  const { workReminders: t, workReminderDays: days, personChats, chatThreads } = tables;
  return {
    async pending(wards, day) {
      const rows = await db.select({ ward: days.id }).from(days).where(gte(days.day, day));
      const done = new Set(rows.map(({ ward }) => ward));
      return wards.filter((ward) => !done.has(ward));
    },
    claim: (ward, day, now, leaseMs) => claimDay(state, { ward, day, token: ids.next() }, now, leaseMs),
    async finish(claim, reminders, at) {
      const { ward, day, token } = claim;
      const held = and(eq(days.id, ward), eq(days.claimToken, token));
      const done = await state.atomically((within) => [
        needed(within.update(days).set({ day, claimToken: null, leaseUntil: null }).where(held)),
        ...insertAll(within, tables, claim, reminders, at),
      ]);
      return done !== null;
    },
    async toTell(day, wroteSince, limit) {
      const rows = await db
        .select({ subject: t.subject })
        .from(t)
        .innerJoin(personChats, eq(personChats.subject, t.subject))
        .innerJoin(chatThreads, eq(chatThreads.id, personChats.id))
        .where(and(isNull(t.toldAt), eq(t.day, day), gt(chatThreads.lastMessageAt, wroteSince)))
        .groupBy(t.subject)
        .orderBy(asc(t.subject))
        .limit(limit);
      return rows.map(({ subject }) => subject);
    },
    async of(subject, day) {
      const rows = await db
        .select()
        .from(t)
        .where(and(eq(t.subject, subject), eq(t.day, day)))
        .orderBy(asc(t.id));
      return rows.map(reminderOf);
    },
    async told(subject, day, at) {
      await db
        .update(t)
        .set({ toldAt: at })
        .where(and(eq(t.subject, subject), eq(t.day, day), isNull(t.toldAt)));
    },
    async prune(before) {
      await db.delete(t).where(lt(t.day, before));
    },
  };
}

async function claimDay(
  { db, tables: { workReminderDays: t } }: State,
  { ward, day, token }: Omit<ReminderClaim, 'since'>,
  now: number,
  leaseMs: number,
): Promise<ReminderClaim | null> {
  const lease = { claimToken: token, leaseUntil: now + leaseMs };
  const isFree = sql`${t.day} < ${day} and (${t.leaseUntil} is null or ${t.leaseUntil} <= ${now})`;
  const [row] = await db
    .insert(t)
    .values({ id: ward, day: NO_DAY, ...lease })
    .onConflictDoUpdate({ target: t.id, set: lease, setWhere: isFree })
    .returning({ day: t.day });
  return row === undefined ? null : { ward, day, since: row.day === NO_DAY ? null : row.day, token };
}

function insertAll(
  db: Handle,
  { workReminders: t }: Tables,
  { ward, day }: ReminderClaim,
  reminders: readonly NewWorkReminder[],
  madeAt: number,
): Write[] {
  const rows = reminders.map(({ subject, itemId, occasion, rank }) => ({
    ...{ id: `${itemId}|${occasion}|${subject}`, ward, itemId, occasion: `${occasion} ${rank}`, subject },
    ...{ day, madeAt, toldAt: null },
  }));
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );
  return parts.map((part) => db.insert(t).values(part).onConflictDoNothing());
}

/** The rung stands behind the occasion: "2026-09-30:7 head". */
function reminderOf({
  ward,
  itemId,
  occasion,
  subject,
  day,
  toldAt,
}: Tables['workReminders']['$inferSelect']): WorkReminder {
  const [key = '', rank = ''] = occasion.split(' ');
  return { ward, itemId, occasion: key, rank: rank as ReminderRank, subject, day, told: toldAt !== null };
}
