import { createHash } from 'node:crypto';
import type { MakeId } from './made-up-ids.ts';
import type { Settings } from './settings.ts';

/** Hands out tokens and codes, and knows which of them still work. */
export interface TokenDesk {
  /** Whom an access token speaks for, or the error code of section 3.11. */
  check(accessToken: string | undefined): { readonly oaId: string } | { readonly error: -216 | -220 };
  /** Exchanges a refresh token. It, and the access token that came with it, are dead from then on. */
  refresh(refreshToken: string): TokenAnswer;
  /** What the administrator's browser brings back: single use, ten minutes. */
  issueCode(oaId: string, challenge: string | null): string;
  exchange(code: string, verifier: string | undefined): TokenAnswer;
  /** A working pair without asking, as the API Explorer mints one. */
  issue(oaId: string): IssuedPair;
  /** -220 from now on for every access token given out so far. */
  expireAccessTokens(): void;
  /** -216 from now on for every access token given out so far. */
  revokeAccessTokens(): void;
  /** Every refresh token given out so far answers -14020: an administrator must authorise again. */
  revokeRefreshTokens(): void;
}

export interface IssuedPair {
  readonly access_token: string;
  readonly refresh_token: string;
  /** A string of seconds, as Zalo writes it. */
  readonly expires_in: string;
}
export type TokenAnswer = IssuedPair | { readonly error: number; readonly reason: string };

interface AccessToken {
  readonly oaId: string;
  expiresAt: number;
  dead: boolean;
}
interface RefreshToken {
  readonly oaId: string;
  readonly accessToken: string | null;
  spent: boolean;
}
interface Code {
  readonly oaId: string;
  readonly challenge: string | null;
  readonly expiresAt: number;
  spent: boolean;
}

export const USED_REFRESH_TOKEN = -14020;
/** What Zalo says to a bad code is not known (platform notes, 4.2); -14014 is one of the codes seen there without a meaning. */
export const BAD_CODE = -14014;
const CODE_LIFE_MS = 10 * 60_000;

export function tokenDesk(settings: Settings, makeId: MakeId, now: () => number): TokenDesk {
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const codes = new Map<string, Code>();
  for (const { oaId, refreshToken } of settings.accounts) {
    refresh.set(refreshToken, { oaId, accessToken: null, spent: false });
  }

  function issue(oaId: string): IssuedPair {
    const pair = { access_token: makeId('access'), refresh_token: makeId(`refresh-${oaId}`) };
    access.set(pair.access_token, { oaId, expiresAt: now() + settings.tokenLifeSeconds * 1000, dead: false });
    refresh.set(pair.refresh_token, { oaId, accessToken: pair.access_token, spent: false });
    return { ...pair, expires_in: String(settings.tokenLifeSeconds) };
  }

  /** A token of an earlier run names its account; see `trustEarlierRuns`. */
  function recall(token: string): RefreshToken | undefined {
    const maker = /^sim-refresh-(.+)-[0-9a-f]{8}-\d+$/.exec(token)?.[1];
    const account = settings.trustEarlierRuns ? settings.accounts.find(({ oaId }) => oaId === maker) : undefined;
    if (account === undefined) return undefined;
    const recalled = { oaId: account.oaId, accessToken: null, spent: false };
    refresh.set(token, recalled);
    return recalled;
  }

  return {
    issue,
    check(token) {
      const known = token === undefined ? undefined : access.get(token);
      if (known === undefined || known.dead) return { error: -216 };
      return known.expiresAt <= now() ? { error: -220 } : { oaId: known.oaId };
    },
    refresh(token) {
      const known = refresh.get(token) ?? recall(token);
      if (known === undefined || known.spent) return { error: USED_REFRESH_TOKEN, reason: 'Invalid refresh token' };
      known.spent = true;
      const old = known.accessToken === null ? undefined : access.get(known.accessToken);
      if (old !== undefined) old.dead = true;
      return issue(known.oaId);
    },
    issueCode(oaId, challenge) {
      const code = makeId('code');
      codes.set(code, { oaId, challenge, expiresAt: now() + CODE_LIFE_MS, spent: false });
      return code;
    },
    exchange(code, verifier) {
      const known = codes.get(code);
      if (known === undefined || known.spent || known.expiresAt <= now()) {
        return { error: BAD_CODE, reason: 'Invalid code' };
      }
      if (known.challenge !== null && challengeOf(verifier ?? '') !== known.challenge) {
        return { error: BAD_CODE, reason: 'Invalid code verifier' };
      }
      known.spent = true;
      return issue(known.oaId);
    },
    expireAccessTokens() {
      for (const token of access.values()) token.expiresAt = Math.min(token.expiresAt, now());
    },
    revokeAccessTokens() {
      for (const token of access.values()) token.dead = true;
    },
    revokeRefreshTokens() {
      for (const token of refresh.values()) token.spent = true;
    },
  };
}

/** PKCE without `code_challenge_method`: base64url of SHA-256. Source: platform notes, 4.1. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'utf8').digest('base64url');
}
