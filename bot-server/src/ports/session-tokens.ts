import type { Session } from '@phuong-so/shared/domain/session';

/** Turns a session into a token that only this service can make, and back. */
export interface SessionTokens {
  /** A token that is good for two hours. */
  issue(session: Session): IssuedToken;
  /** The session; null when the token is not ours, was changed, or is too old. Never throws. */
  read(token: string): Session | null;
}

export interface IssuedToken {
  readonly token: string;
  /** After so long it is worth nothing. Seconds. */
  readonly expiresIn: number;
}
