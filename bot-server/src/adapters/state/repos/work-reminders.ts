import type { ReminderRank } from '@phuong-so/shared/domain/work-reminders';
import { and, asc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewWorkReminder, ReminderClaim, WorkReminder, WorkReminders } from '../../../ports/work-reminders.ts';
import { needed, type State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { insertMessages } from './outbox-rows.ts';

/** Before every day: a ward of which no day has been finished. */
const NO_DAY = '';
/** As the table has them, in its order. */
const COLUMNS = {
  id: 'text',
  ward: 'text',
  item_id: 'text',
  occasion: 'text',
  subject: 'text',
  day: 'text',
  made_at: 'int',
  told_at: 'int',
} as const;

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
        within
          .insert(t)
          .select(givenRows(state, claim, reminders, at))
          .onConflictDoNothing(),
      ]);
      return done !== null;
    },
    async toTell(day, wroteSince, { after, limit }) {
      const isBehind =
        after === null
          ? undefined
          : or(gt(t.ward, after.ward), and(eq(t.ward, after.ward), gt(t.subject, after.subject)));
      return db
        .select({ ward: t.ward, subject: t.subject })
        .from(t)
        .innerJoin(personChats, eq(personChats.subject, t.subject))
        .innerJoin(chatThreads, eq(chatThreads.id, personChats.id))
        .where(and(isNull(t.toldAt), eq(t.day, day), gt(chatThreads.lastMessageAt, wroteSince), isBehind))
        .groupBy(t.ward, t.subject)
        .orderBy(asc(t.ward), asc(t.subject))
        .limit(limit);
    },
    async of(subjects, day) {
      if (subjects.length === 0) return [];
      const rows = await db
        .select()
        .from(t)
        .where(and(inArray(t.subject, [...subjects]), eq(t.day, day)))
        .orderBy(asc(t.id));
      return rows.map(reminderOf);
    },
    async tell(day, { subjects, messages, at }) {
      if (subjects.length === 0) return;
      const owed = and(inArray(t.subject, [...subjects]), eq(t.day, day), isNull(t.toldAt));
      await state.atomically((within) => [
        ...insertMessages(within, tables, messages),
        within.update(t).set({ toldAt: at }).where(owed),
      ]);
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

/** One statement's worth of rows, whatever their number. */
function givenRows(
  state: State,
  { ward, day }: ReminderClaim,
  reminders: readonly NewWorkReminder[],
  madeAt: number,
): SQL {
  const rows = reminders.map(({ subject, itemId, occasion, rank }) => ({
    ...{ id: `${itemId}|${occasion}|${subject}`, ward, item_id: itemId, occasion: `${occasion} ${rank}`, subject },
    ...{ day, made_at: madeAt, told_at: null },
  }));
  return state.rows(COLUMNS, JSON.stringify(rows));
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
