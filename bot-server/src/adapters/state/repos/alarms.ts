import { asc, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { ALARM_KINDS, type Alarms } from '../../../ports/alarms.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { State } from '../state.ts';

const alarmKind = z.enum(ALARM_KINDS);

/** Alarms in the state database, so that every process and a restart show the same. */
export function stateAlarms({ db, tables: { alarms: t } }: State, clock: Clock): Alarms {
  return {
    async raise(kind, subject, advice) {
      const lastAt = clock.now().getTime();
      await db
        .insert(t)
        .values({ id: `${kind}:${subject}`, kind, subject, advice, since: lastAt, lastAt, count: 1 })
        .onConflictDoUpdate({ target: t.id, set: { advice, lastAt, count: sql`${t.count} + 1` } });
    },
    async clear(kind, subject) {
      await db.delete(t).where(eq(t.id, `${kind}:${subject}`));
    },
    async active() {
      const rows = await db.select().from(t).orderBy(asc(t.since), asc(t.id));
      return rows.map(({ id: _, kind, ...alarm }) => ({ ...alarm, kind: alarmKind.parse(kind) }));
    },
  };
}
