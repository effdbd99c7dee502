import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { OfficialAccounts } from '../../../ports/official-accounts.ts';
import { SEND_PATHS } from '../../../ports/zalo-oa.ts';
import type { State } from '../state.ts';

const sendPath = z.enum(SEND_PATHS);

/** What was learnt about each account, in the state database. */
export function stateOfficialAccounts({ db, tables: { officialAccounts: t } }: State): OfficialAccounts {
  return {
    async read(oaId) {
      const [row] = await db.select().from(t).where(eq(t.id, oaId));
      if (row === undefined) return null;
      const { type, pausedUntil, requestsPerMinute } = row;
      return { oaId, type, sendPath: sendPath.parse(row.sendPath), pausedUntil, requestsPerMinute };
    },
    async save({ oaId, type, sendPath, pausedUntil, requestsPerMinute }) {
      const row = { type, sendPath, pausedUntil, requestsPerMinute };
      await db
        .insert(t)
        .values({ id: oaId, ...row })
        .onConflictDoUpdate({ target: t.id, set: row });
    },
  };
}
