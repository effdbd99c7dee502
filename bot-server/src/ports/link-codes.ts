import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { NewRight, Right } from './rights.ts';

/** One-time codes that a person types into the Mini App. Only a slow hash of a code is stored. */
export interface LinkCodes {
  /** A code that gives whoever types it first this right. `validMs` from now. */
  invite(right: NewRight, by: string, validMs: number): Promise<IssuedCode>;
  /** A code that proves: who types it also reads this chat. Good for ten minutes; earlier ones stay good for theirs. */
  forChat(key: ThreadKey): Promise<IssuedCode>;
  /**
   * Uses a code up, and gives or joins what it stands for. However many type it at once, it works for one. After five wrong
   * ones in fifteen minutes a person must wait, whether the next is right or not. Nothing tells a wrong code from one that is old or used.
   */
  redeem(subject: string, typed: string): Promise<Redeemed>;
}

export interface IssuedCode {
  /** "ABCD-EFGH". */
  readonly code: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export type Redeemed =
  | { readonly kind: 'role'; readonly right: Right }
  | { readonly kind: 'chat'; readonly key: ThreadKey }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too_many'; readonly waitMs: number };

export const CHAT_CODE_MS = 10 * 60_000;
export const MOST_TRIES = 5;
export const TRIES_MS = 15 * 60_000;
