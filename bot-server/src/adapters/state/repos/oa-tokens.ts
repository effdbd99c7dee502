import { and, eq, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewPair, OaTokens, TokenPair } from '../../../ports/oa-tokens.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

const UNLOCKED = { lockToken: null, lockedUntil: null };

/** Token pairs in the state database, with the lock beside each. */
export function stateOaTokens({ db, tables: { oaTokens: t }, durable }: State, ids: Ids): OaTokens {
  const heldBy = (oaId: string, lock: string) => and(eq(t.id, oaId), eq(t.lockToken, lock));
  return {
    async read(oaId) {
      const [row] = await db.select().from(t).where(eq(t.id, oaId));
      return row === undefined ? null : pairOf(row);
    },
    async lock(oaId, now, leaseMs) {
      const lock = { lockToken: ids.next(), lockedUntil: now + leaseMs };
      const [taken] = await db
        .insert(t)
        .values({ id: oaId, refused: false, ...lock })
        .onConflictDoUpdate({
          target: t.id,
          set: lock,
          setWhere: sql`${t.lockedUntil} is null or ${t.lockedUntil} <= ${now}`,
        })
        .returning({ lockToken: t.lockToken });
      return taken?.lockToken ?? null;
    },
    async noteUse(oaId, lock, at) {
      const noted = await db.update(t).set({ usedAt: at }).where(heldBy(oaId, lock)).returning({ id: t.id });
      await durable();
      return noted.length > 0;
    },
    async replace(oaId, lock, pair) {
      const replaced = await db.update(t).set(fresh(pair)).where(heldBy(oaId, lock)).returning({ id: t.id });
      await durable();
      return replaced.length > 0;
    },
    async unlock(oaId, lock, refused) {
      await db
        .update(t)
        .set(refused ? { ...UNLOCKED, refused } : UNLOCKED)
        .where(heldBy(oaId, lock));
    },
    async authorise(oaId, pair) {
      const row = fresh(pair);
      await db
        .insert(t)
        .values({ id: oaId, ...row })
        .onConflictDoUpdate({ target: t.id, set: row });
      await durable();
    },
  };
}

/** A new pair is unused, taken, and nobody's to refresh: an earlier holder of the lock can no longer overwrite it. */
function fresh({ accessToken, refreshToken, obtainedAt, expiresAt }: NewPair) {
  return { accessToken, refreshToken, obtainedAt, expiresAt, usedAt: null, refused: false, ...UNLOCKED };
}

/** null while the account is only locked, before its first pair. */
function pairOf(row: Tables['oaTokens']['$inferSelect']): TokenPair | null {
  const { accessToken, refreshToken, obtainedAt, expiresAt, usedAt, refused } = row;
  if (accessToken === null || refreshToken === null || obtainedAt === null || expiresAt === null) return null;
  return { accessToken, refreshToken, obtainedAt, expiresAt, usedAt, refused };
}
