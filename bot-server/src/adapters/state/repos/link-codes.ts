import { timingSafeEqual } from 'node:crypto';
import { EASY_LETTERS, groupedCode, typedCode } from '@phuong-so/shared/text/easy-code';
import { and, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Clock } from '../../../ports/clock.ts';
import type { Ids } from '../../../ports/ids.ts';
import {
  CHAT_CODE_MS,
  type IssuedCode,
  type LinkCodes,
  MOST_TRIES,
  type Redeemed,
  TRIES_MS,
} from '../../../ports/link-codes.ts';
import { needed, type State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { hashCode, randomCode } from './code-hash.ts';
import { dayNumber } from './day-number.ts';
import { stranger } from './people.ts';
import { giveRight } from './rights.ts';
import { threadId } from './thread-id.ts';

const LETTERS = 8;
const CODE = new RegExp(`^[${EASY_LETTERS}]{${LETTERS}}$`);
type Row = Tables['linkCodes']['$inferSelect'];

/** One-time codes in the state database. */
export function stateLinkCodes(state: State, clock: Clock, ids: Ids): LinkCodes {
  const now = () => clock.now().getTime();
  const issue = async (row: Partial<Row> & Pick<Row, 'kind' | 'expiresAt'>): Promise<IssuedCode> => {
    const { linkCodes: t } = state.tables;
    const code = randomCode(LETTERS);
    const id = await hashCode(code);
    await state.db.delete(t).where(lt(t.expiresAt, now()));
    await state.db.insert(t).values({ id, ...row });
    return { code: groupedCode(code), expiresAt: row.expiresAt };
  };
  return {
    invite: ({ role, ward, unit, group, head = false }, grantedBy, validMs) =>
      issue({ kind: 'role', expiresAt: now() + validMs, ...{ role, ward, unit, groupId: group, head, grantedBy } }),
    forChat: ({ oaId, userId }) => issue({ kind: 'chat', expiresAt: now() + CHAT_CODE_MS, oaId, userId }),
    async redeem(subject, typed) {
      const waitMs = await takeTry(state, clock, subject);
      if (waitMs !== null) return { kind: 'too_many', waitMs };
      const row = await findCode(state, typed, now());
      if (row === null) return { kind: 'wrong' };
      return useUp(state, row, { subject, id: ids.next(), at: now() });
    },
  };
}

/** Counts a try before it is made, in one statement: many requests at once get no more tries than one after the other. */
async function takeTry({ db, tables: { people: t } }: State, clock: Clock, subject: string): Promise<number | null> {
  const now = clock.now().getTime();
  await db
    .insert(t)
    .values(stranger(subject, dayNumber(clock.today())))
    .onConflictDoNothing();
  const isOver = or(isNull(t.triesSince), lte(t.triesSince, now - TRIES_MS));
  const [taken] = await db
    .update(t)
    .set({
      tries: sql`case when ${isOver} then 1 else ${t.tries} + 1 end`,
      triesSince: sql`case when ${isOver} then ${now} else ${t.triesSince} end`,
    })
    .where(and(eq(t.id, subject), or(isOver, lt(t.tries, MOST_TRIES))))
    .returning({ id: t.id });
  if (taken !== undefined) return null;
  const [row] = await db.select({ since: t.triesSince }).from(t).where(eq(t.id, subject));
  return Math.max(1, (row?.since ?? now) + TRIES_MS - now);
}

/** What cannot be a code is hashed all the same, so that the time taken tells nothing. */
async function findCode({ db, tables: { linkCodes: t } }: State, typed: string, now: number): Promise<Row | null> {
  const code = typedCode(typed);
  const id = await hashCode(code);
  const [row] = await db
    .select()
    .from(t)
    .where(and(eq(t.id, id), gt(t.expiresAt, now)));
  if (row === undefined || !CODE.test(code)) return null;
  return timingSafeEqual(Buffer.from(row.id), Buffer.from(id)) ? row : null;
}

interface Use {
  readonly subject: string;
  readonly id: string;
  readonly at: number;
}

async function useUp(state: State, row: Row, { subject, id, at }: Use): Promise<Redeemed> {
  const { linkCodes, people, personChats } = state.tables;
  const { role, ward, unit, groupId: group, grantedBy: by, oaId, userId } = row;
  const head = row.head === true;
  const right = role === null || ward === null ? null : { role, ward, unit, group, head };
  const key = oaId === null || userId === null ? null : { oaId, userId };
  const done = await state.atomically((db) => [
    needed(db.delete(linkCodes).where(eq(linkCodes.id, row.id))),
    db.update(people).set({ tries: 0, triesSince: null }).where(eq(people.id, subject)),
    ...(right === null ? [] : giveRight(db, state.tables, { id, subject, right, by: by ?? '', at })),
    ...(key === null
      ? []
      : [
          db
            .insert(personChats)
            .values({ id: threadId(key), subject, ...key, verifiedAt: at })
            .onConflictDoUpdate({ target: personChats.id, set: { subject, verifiedAt: at } }),
        ]),
  ]);
  if (done === null) return { kind: 'wrong' };
  if (right !== null) return { kind: 'role', right };
  return key === null ? { kind: 'wrong' } : { kind: 'chat', key };
}
