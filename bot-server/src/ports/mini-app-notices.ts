import type { ZaloResult } from './zalo-oa.ts';

/**
 * Notifications that Zalo shows in the Mini App's name, to people who have agreed to them. `error` is Zalo's, or the HTTP
 * status of a refusal without one. Source: platform notes, 8.5; its limits, price and errors are not documented.
 */
export interface MiniAppNotices {
  notify(userId: string, notice: Notice): Promise<ZaloResult<null>>;
}

export interface Notice {
  readonly title: string;
  readonly heading: string;
  readonly description: string;
  readonly button: string;
  /** Opens the app at the announcement. */
  readonly url: string;
}
