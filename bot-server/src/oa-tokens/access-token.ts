import type { Access, AccessSource } from '../ports/access.ts';
import type { TokenPair } from '../ports/oa-tokens.ts';
import { refreshPair, type TokenDeps } from './refresh-pair.ts';
import { isDue, isIdle, isUsable } from './token-rules.ts';

/** Gives the access token of each account and renews it in time. Never throws for what Zalo does. */
export interface AccessTokens extends AccessSource {
  /** A token to send with. A pair near its end is refreshed first; while that fails, a token that still lives is given. */
  current(oaId: string): Promise<Access>;
  /** After Zalo refused `badToken` (-216, -220): another one, never the same again. Try once with it, then stop. */
  renew(oaId: string, badToken: string): Promise<Access>;
  /** For the worker, now and then (hourly will do): keeps the pair of an account alive that nobody writes to. */
  keepFresh(oaId: string): Promise<Access>;
}

/** A Zalo that refuses every new token would otherwise have one made for each message. */
const RENEWALS = { most: 40, withinMs: 600_000 };

/** What one process remembers beside the store. Times are ticks of the clock, which go on when it is frozen. */
interface Memory {
  /** By account: the token that Zalo refused last. */
  readonly bad: Map<string, string>;
  /** Accounts without a stored pair whose configured token was refused, or that have none. */
  readonly unauthorised: Set<string>;
  /** No refresh before this. */
  readonly restUntil: Map<string, number>;
  readonly renewals: Map<string, readonly number[]>;
  /** Refreshes under way, by account and stale token. */
  readonly underWay: Map<string, Promise<Access>>;
}

export function accessTokens(deps: TokenDeps): AccessTokens {
  const memory: Memory = {
    bad: new Map(),
    unauthorised: new Set(),
    restUntil: new Map(),
    renewals: new Map(),
    underWay: new Map(),
  };
  return {
    current: (oaId) => giveCurrent(deps, memory, oaId, isDue),
    async renew(oaId, badToken) {
      const pair = await deps.store.read(oaId);
      if (pair?.accessToken !== badToken) return giveCurrent(deps, memory, oaId, isDue);
      memory.bad.set(oaId, badToken);
      return pair.refused ? { kind: 'refused' } : refresh(deps, memory, oaId, badToken);
    },
    keepFresh: (oaId) => giveCurrent(deps, memory, oaId, (pair, at) => isDue(pair, at) || isIdle(pair, at)),
  };
}

type Due = (pair: TokenPair, now: number) => boolean;

async function giveCurrent(deps: TokenDeps, memory: Memory, oaId: string, due: Due): Promise<Access> {
  const at = deps.clock.now().getTime();
  const pair = await deps.store.read(oaId);
  if (pair === null) return memory.unauthorised.has(oaId) ? { kind: 'refused' } : firstPair(deps, memory, oaId);
  const living: Access | null = isUsable(pair, at, memory.bad.get(oaId))
    ? { kind: 'token', token: pair.accessToken }
    : null;
  if (pair.refused) return living ?? { kind: 'refused' };
  if (living !== null && !due(pair, at)) return living;
  const renewed = await refresh(deps, memory, oaId, pair.accessToken);
  return renewed.kind === 'token' ? renewed : (living ?? renewed);
}

async function firstPair(deps: TokenDeps, memory: Memory, oaId: string): Promise<Access> {
  const result = await refresh(deps, memory, oaId, null);
  if (result.kind === 'refused') memory.unauthorised.add(oaId);
  return result;
}

/** One refresh at a time in this process; whoever asks meanwhile gets its result. */
async function refresh(deps: TokenDeps, memory: Memory, oaId: string, stale: string | null): Promise<Access> {
  const key = JSON.stringify([oaId, stale]);
  const found = memory.underWay.get(key);
  if (found !== undefined) return found;
  const begun = refreshRested(deps, memory, oaId, stale).finally(() => memory.underWay.delete(key));
  memory.underWay.set(key, begun);
  return begun;
}

async function refreshRested(deps: TokenDeps, memory: Memory, oaId: string, stale: string | null): Promise<Access> {
  const ticks = deps.clock.ticks();
  const at = deps.clock.now().getTime();
  const recent = (memory.renewals.get(oaId) ?? []).filter((one) => one > ticks - RENEWALS.withinMs);
  const tooOften = recent.length >= RENEWALS.most ? (recent[0] ?? 0) + RENEWALS.withinMs : 0;
  const rest = Math.max(memory.restUntil.get(oaId) ?? 0, tooOften) - ticks;
  if (rest > 0) return { kind: 'unavailable', retryAt: at + Math.ceil(rest) };
  const result = await refreshPair(deps, oaId, stale);
  if (result.kind === 'token') memory.renewals.set(oaId, [...recent, ticks]);
  if (result.kind === 'unavailable') {
    memory.restUntil.set(oaId, deps.clock.ticks() + Math.max(0, result.retryAt - deps.clock.now().getTime()));
  }
  return result;
}
