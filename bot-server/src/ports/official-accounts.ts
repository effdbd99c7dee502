import type { SendPath } from './zalo-oa.ts';

/** What has been learnt about each Official Account, kept so that a restart does not learn it anew. */
export interface OfficialAccounts {
  /** null for an account never seen. */
  read(oaId: string): Promise<AccountRecord | null>;
  /** The last save wins. */
  save(record: AccountRecord): Promise<void>;
}

export interface AccountRecord {
  readonly oaId: string;
  /** Zalo's `oa_type`: 2 = business, 4 = state agency; null until Zalo has told. */
  readonly type: number | null;
  /** The way of sending that last worked. */
  readonly sendPath: SendPath;
  /** Nothing is sent before this time (epoch ms): a limit was reached, or an operator must act. null = free. */
  readonly pausedUntil: number | null;
  /** Requests a minute that Zalo allows this account; null until it has told. */
  readonly requestsPerMinute: number | null;
}
