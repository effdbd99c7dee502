import type { OaTokens, TokenPair } from '../../bot-server/src/ports/oa-tokens.ts';

/** Token pairs in memory. Two processes share one of these. */
export interface FakeOaTokens extends OaTokens {
  /** The lock goes to somebody else, as after a lease that ran out. */
  loseLock(oaId: string): void;
}

export function fakeOaTokens(): FakeOaTokens {
  const pairs = new Map<string, TokenPair>();
  const locks = new Map<string, { name: string; until: number }>();
  let count = 0;
  const holds = (oaId: string, lock: string) => locks.get(oaId)?.name === lock;
  const change = (oaId: string, part: Partial<TokenPair>) => {
    const pair = pairs.get(oaId);
    if (pair) pairs.set(oaId, { ...pair, ...part });
  };
  const put = (oaId: string, pair: Omit<TokenPair, 'usedAt' | 'refused'>) => {
    pairs.set(oaId, { ...pair, usedAt: null, refused: false });
    locks.delete(oaId);
  };
  return {
    read: async (oaId) => pairs.get(oaId) ?? null,
    async lock(oaId, now, leaseMs) {
      if ((locks.get(oaId)?.until ?? 0) > now) return null;
      const name = `lock-${++count}`;
      locks.set(oaId, { name, until: now + leaseMs });
      return name;
    },
    async noteUse(oaId, lock, at) {
      if (holds(oaId, lock)) change(oaId, { usedAt: at });
      return holds(oaId, lock);
    },
    async replace(oaId, lock, pair) {
      if (!holds(oaId, lock)) return false;
      put(oaId, pair);
      return true;
    },
    async unlock(oaId, lock, refused) {
      if (!holds(oaId, lock)) return;
      if (refused) change(oaId, { refused });
      locks.delete(oaId);
    },
    authorise: async (oaId, pair) => put(oaId, pair),
    loseLock: (oaId) => void locks.delete(oaId),
  };
}
