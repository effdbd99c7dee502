import type { Access } from '../ports/access.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewPair, OaTokens, TokenPair } from '../ports/oa-tokens.ts';
import type { FreshTokens, ZaloOauth, ZaloResult } from '../ports/zalo-oa.ts';
import { adviseNeverAuthorised, adviseRefused, adviseUnclear } from './advice.ts';
import { meaningOf } from './token-rules.ts';

export interface TokenDeps {
  readonly store: OaTokens;
  readonly oauth: ZaloOauth;
  readonly alarms: Alarms;
  readonly clock: Clock;
  /** The configured token for an account that has never had a pair here; null without one. */
  initialRefreshToken(oaId: string): string | null;
  wait(milliseconds: number): Promise<void>;
}

/** Two calls of five seconds each and the writing fit well within. */
const LEASE_MS = 30_000;
const POLL_MS = 250;
const SOON_MS = 30_000;
const LATER_MS = 3_600_000;

/**
 * Replaces the pair whose access token is `stale` (null: there was none). One refresher at a time over all processes;
 * who comes second gets what the first has made. Source: platform notes, 4.3.
 */
export async function refreshPair(deps: TokenDeps, oaId: string, stale: string | null): Promise<Access> {
  for (let waited = 0; waited <= LEASE_MS + POLL_MS; waited += POLL_MS) {
    const lock = await deps.store.lock(oaId, now(deps), LEASE_MS);
    if (lock !== null) return refreshLocked(deps, { oaId, lock }, stale);
    await deps.wait(POLL_MS);
    const settled = settledWith(await deps.store.read(oaId), stale, now(deps));
    if (settled !== null) return settled;
  }
  return unavailable(deps, SOON_MS);
}

/** What somebody else has made of the stale pair meanwhile; null when it is as it was. */
function settledWith(pair: TokenPair | null, stale: string | null, at: number): Access | null {
  if (pair === null) return null;
  if (pair.accessToken !== stale && pair.expiresAt > at) return { kind: 'token', token: pair.accessToken };
  return pair.refused ? { kind: 'refused' } : null;
}

interface Held {
  readonly oaId: string;
  readonly lock: string;
}

async function refreshLocked(deps: TokenDeps, held: Held, stale: string | null): Promise<Access> {
  const { store, alarms } = deps;
  const { oaId, lock } = held;
  const pair = await store.read(oaId);
  const settled = settledWith(pair, stale, now(deps));
  const old = pair?.refreshToken ?? deps.initialRefreshToken(oaId);
  if (settled !== null || old === null) {
    if (old === null) await alarms.raise('oa_authorisation', oaId, adviseNeverAuthorised());
    await store.unlock(oaId, lock, false);
    return settled ?? { kind: 'refused' };
  }
  if (pair !== null && !(await store.noteUse(oaId, lock, now(deps)))) return unavailable(deps, POLL_MS);
  const answer = await askTwice(deps.oauth, old);
  if (answer.kind !== 'answered') return giveUp(deps, held, SOON_MS);
  if (answer.value === null) return turnedDown(deps, held, answer.error);
  return { kind: 'token', token: await keep(deps, held, old, answer.value) };
}

/** A lost answer may have cost the old token its life, or not: only asking once more tells. */
async function askTwice(oauth: ZaloOauth, refreshToken: string): Promise<ZaloResult<FreshTokens>> {
  const first = await oauth.refresh(refreshToken);
  return first.kind === 'unknown' ? oauth.refresh(refreshToken) : first;
}

async function turnedDown(deps: TokenDeps, held: Held, error: number): Promise<Access> {
  const meaning = meaningOf(error);
  if (meaning === 'busy') return giveUp(deps, held, 2 * SOON_MS);
  const advice = meaning === 'refused' ? adviseRefused(error) : adviseUnclear(error);
  // Before the lock goes back: a crash here means that the token is tried once more, not that nobody hears of it.
  await deps.alarms.raise('oa_authorisation', held.oaId, advice);
  if (meaning === 'unclear') return giveUp(deps, held, LATER_MS);
  await deps.store.unlock(held.oaId, held.lock, true);
  return { kind: 'refused' };
}

async function giveUp(deps: TokenDeps, { oaId, lock }: Held, milliseconds: number): Promise<Access> {
  await deps.store.unlock(oaId, lock, false);
  return unavailable(deps, milliseconds);
}

/** Stores the new pair before anyone uses it. Gives the access token to use. */
async function keep(deps: TokenDeps, held: Held, old: string, fresh: FreshTokens): Promise<string> {
  const { accessToken, refreshToken, expiresIn } = fresh;
  const at = now(deps);
  const pair = { accessToken, refreshToken, obtainedAt: at, expiresAt: at + expiresIn * 1000 };
  const token = await storeFirmly(deps, () => put(deps.store, held, old, pair));
  await deps.alarms.clear('oa_authorisation', held.oaId);
  return token;
}

/**
 * The lock may have gone to another while Zalo was slow. Zalo gave the new pair to us, so it stands in for the old one even
 * then; only a pair that an administrator has just authorised stays.
 */
async function put(store: OaTokens, { oaId, lock }: Held, old: string, pair: NewPair): Promise<string> {
  if (await store.replace(oaId, lock, pair)) return pair.accessToken;
  const stored = await store.read(oaId);
  if (stored !== null && stored.refreshToken !== old) return stored.accessToken;
  await store.authorise(oaId, pair);
  return pair.accessToken;
}

/** The only copy of the new refresh token is in our hands: a busy database is asked again. */
async function storeFirmly<T>(deps: TokenDeps, write: () => Promise<T>): Promise<T> {
  for (let left = 4; left > 0; left--) {
    try {
      return await write();
    } catch {
      await deps.wait(POLL_MS);
    }
  }
  // Without the cause: a database's error may quote the values, and these are the tokens.
  throw new Error('the new pair of tokens could not be stored');
}

function unavailable(deps: TokenDeps, milliseconds: number): Access {
  return { kind: 'unavailable', retryAt: now(deps) + milliseconds };
}

function now(deps: TokenDeps): number {
  return deps.clock.now().getTime();
}
