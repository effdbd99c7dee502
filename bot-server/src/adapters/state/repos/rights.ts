import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Clock } from '../../../ports/clock.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { NewRight, Right, Rights } from '../../../ports/rights.ts';
import type { Handle, State, Write } from '../state.ts';
import type { Tables } from '../tables.ts';

/** Rights in the state database. Those taken away stay with the day they ended, until the person is erased. */
export function stateRights(state: State, clock: Clock, ids: Ids): Rights {
  const { db, tables } = state;
  const { grants: t } = tables;
  const holds = (subject: string) => and(eq(t.subject, subject), isNull(t.revokedAt));
  return {
    async of(subject) {
      const [row] = await db.select().from(t).where(holds(subject)).orderBy(desc(t.grantedAt)).limit(1);
      return row === undefined ? null : rightOf(row);
    },
    async give(subject, right, by) {
      const given = { id: ids.next(), subject, right, by, at: clock.now().getTime() };
      await state.atomically((within) => giveRight(within, tables, given));
    },
    async take(subject) {
      const ended = { revokedAt: clock.now().getTime() };
      return (await db.update(t).set(ended).where(holds(subject)).returning({ id: t.id })).length > 0;
    },
    async inWards(wards) {
      const isHeld = and(inArray(t.ward, [...wards]), isNull(t.revokedAt));
      const rows = await db.select().from(t).where(isHeld).orderBy(t.grantedAt, t.id);
      return rows.map((row) => ({ subject: row.subject, ...rightOf(row) }));
    },
  };
}

export interface GivenRight {
  readonly id: string;
  readonly subject: string;
  readonly right: NewRight;
  readonly by: string;
  readonly at: number;
}

/** The writes that end the right there was and give the new one. */
export function giveRight(db: Handle, { grants: t }: Tables, { id, subject, right, by, at }: GivenRight): Write[] {
  const { role, ward, unit, group, head = false } = right;
  const row = { id, subject, role, ward, unit, groupId: group, head, grantedBy: by, grantedAt: at, revokedAt: null };
  return [
    db
      .update(t)
      .set({ revokedAt: at })
      .where(and(eq(t.subject, subject), isNull(t.revokedAt))),
    db.insert(t).values(row),
  ];
}

function rightOf({ role, ward, unit, groupId, head }: Tables['grants']['$inferSelect']): Right {
  return { role, ward, unit, group: groupId, head: head === true };
}
