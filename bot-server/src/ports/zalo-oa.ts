/**
 * The platform's two ways of sending a consultation message: a state agency's account is served by v2 and refused on v3
 * (-235), a business account the other way round (-240). Source: platform notes, sections 1 and 3.2.
 */
export const SEND_PATHS = ['v3.0/oa/message/cs', 'v2.0/oa/message'] as const;
export type SendPath = (typeof SEND_PATHS)[number];

/** Zalo's interface for Official Accounts. Never throws for what Zalo or the network does: the result says it. */
export interface ZaloOa {
  /** Sends one text. */
  send(path: SendPath, accessToken: string, message: TextMessage): Promise<SendResult>;
  /** Writes into a group chat (GMF) that the account owns. Source: platform notes, 3.9. */
  sendToGroup(accessToken: string, groupId: string, text: string): Promise<SendResult>;
  /** Sends an approved template (ZBS) to a person by user id; Zalo charges for it. Source: platform notes, 5. */
  sendTemplate(accessToken: string, message: TemplateMessage): Promise<SendResult>;
  /** The newest messages of the chat with a person, newest first, at most ten; `offset` skips the newest. */
  conversation(accessToken: string, userId: string, offset: number): Promise<ZaloResult<readonly ChatLine[]>>;
  /** Who the token speaks for. */
  account(accessToken: string): Promise<ZaloResult<AccountInfo>>;
}

/** Zalo's OAuth v4 for Official Accounts. */
export interface ZaloOauth {
  refresh(refreshToken: string): Promise<ZaloResult<FreshTokens>>;
  /** Exchanges the code that an administrator's browser brought back; it works once and for ten minutes. */
  exchange(code: string, verifier: string): Promise<ZaloResult<FreshTokens>>;
  /** Where an administrator allows our app to speak for the account. */
  permissionUrl(redirectUri: string, challenge: string, state: string): string;
}

export interface TextMessage {
  readonly userId: string;
  readonly text: string;
  /** Buttons that send a text as if the person had typed it. Only where the account is known to take them. */
  readonly buttons?: readonly { readonly title: string; readonly text: string }[];
}

export interface TemplateMessage {
  readonly userId: string;
  readonly templateId: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * `answered`: Zalo's own word; `error` 0 is success. `not_sent`: the request never left. `unknown`: it left and no usable
 * answer came (time-out, cut connection, HTTP 5xx): what it asked for may have happened.
 */
export type ZaloResult<T> =
  | { readonly kind: 'answered'; readonly error: 0; readonly value: T; readonly limits: Limits }
  | { readonly kind: 'answered'; readonly error: number; readonly value: null; readonly limits: Limits }
  | { readonly kind: 'not_sent'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export type SendResult = ZaloResult<{ readonly messageId: string }>;

/** From the headers X-RateLimit-Limit and X-RateLimit-Remain; null when they are absent. */
export interface Limits {
  readonly perMinute: number | null;
  readonly remaining: number | null;
}

export interface ChatLine {
  readonly messageId: string;
  readonly from: 'account' | 'person';
  /** "" for what is not text. */
  readonly text: string;
  /** Epoch milliseconds by Zalo's clock. */
  readonly at: number;
}

export interface AccountInfo {
  readonly oaId: string;
  readonly name: string;
  readonly type: number | null;
  readonly isVerified: boolean | null;
  readonly packageName: string | null;
}

export interface FreshTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}
