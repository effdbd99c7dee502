/** The pair of tokens that each Official Account speaks with. The refresh token works once and dies with its use. */
export interface OaTokens {
  /** null when the account was never authorised here. */
  read(oaId: string): Promise<TokenPair | null>;
  /** Takes the right to refresh for `leaseMs` from `now` (epoch ms), across all processes. null: another has it. */
  lock(oaId: string, now: number, leaseMs: number): Promise<string | null>;
  /**
   * Notes, durably, that the refresh token of the stored pair is about to be used: if nothing follows, the next holder of
   * the lock knows that it may be spent. False when the lock went to another.
   */
  noteUse(oaId: string, lock: string, at: number): Promise<boolean>;
  /** Puts the new pair in place of the old and gives the lock back. Durable when it resolves. False when the lock went to another. */
  replace(oaId: string, lock: string, pair: NewPair): Promise<boolean>;
  /** Gives the lock back without a new pair. `refused`: Zalo will not take the stored refresh token any more. */
  unlock(oaId: string, lock: string, refused: boolean): Promise<void>;
  /** An administrator has authorised anew: replaces whatever is stored, lock or not. */
  authorise(oaId: string, pair: NewPair): Promise<void>;
}

export interface NewPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Epoch milliseconds. */
  readonly obtainedAt: number;
  readonly expiresAt: number;
}

export interface TokenPair extends NewPair {
  /** The refresh token was about to be used then (epoch ms) and no new pair came; null when it is fresh. */
  readonly usedAt: number | null;
  /** Zalo refused the refresh token: an administrator must authorise again. */
  readonly refused: boolean;
}
