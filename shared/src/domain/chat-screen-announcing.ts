import type { ANNOUNCEMENT_KINDS } from '../contracts/announcements.ts';
import type { REPLY_ASKS, WRONG_REASONS } from '../contracts/broadcasts.ts';

/**
 * Screens of announcements. `id` is the announcement's: its words are kept as its draft and nowhere else. `version`: what was
 * shown when the choice was offered, so that nothing else is sent, stopped or agreed to.
 */
export type AnnouncingScreen =
  /** Asks for the words; `id` null = of a new one. */
  | { readonly kind: 'announce_words'; readonly id: string | null }
  /** Asks for whom it is; groups from the position `from` on. */
  | { readonly kind: 'announce_to'; readonly id: string; readonly from: number }
  /** `group` null = the whole ward. */
  | { readonly kind: 'announce_group'; readonly id: string; readonly group: string | null }
  | { readonly kind: 'announce_kind'; readonly id: string; readonly of: (typeof ANNOUNCEMENT_KINDS)[number] }
  /** When what is announced takes place, epoch ms; null = nothing is said of it. */
  | { readonly kind: 'announce_event'; readonly id: string; readonly startsAt: number | null }
  /** Asks when it takes place. */
  | { readonly kind: 'announce_time'; readonly id: string }
  /** As people will get it, and what can be done with it. */
  | { readonly kind: 'announcement'; readonly id: string }
  | { readonly kind: 'announce_asks'; readonly id: string; readonly asks: (typeof REPLY_ASKS)[number] }
  /** Asks when to send it. */
  | { readonly kind: 'announce_when'; readonly id: string }
  /** When to send it was chosen, epoch ms; null = at once. */
  | { readonly kind: 'announce_at'; readonly id: string; readonly sendAt: number | null }
  | { readonly kind: 'announce_send'; readonly id: string; readonly version: number }
  | { readonly kind: 'announce_keep'; readonly id: string }
  | { readonly kind: 'announce_drop'; readonly id: string; readonly version: number }
  /** How far it has come. */
  | { readonly kind: 'announce_progress'; readonly id: string }
  /** Stops what is being sent, or cancels what is planned. */
  | { readonly kind: 'announce_stop'; readonly id: string; readonly version: number }
  /** One that waits for approval. */
  | { readonly kind: 'announce_review'; readonly id: string }
  | { readonly kind: 'announce_approve'; readonly id: string; readonly version: number }
  /** Asks what is to be changed before it is approved. */
  | { readonly kind: 'announce_return'; readonly id: string; readonly version: number }
  /** Which kinds the person is sent. */
  | { readonly kind: 'notices' }
  | {
      readonly kind: 'notice';
      readonly of: (typeof ANNOUNCEMENT_KINDS)[number] | 'all';
      readonly on: boolean;
    }
  /** Asks what is wrong with an announcement; then takes it. */
  | { readonly kind: 'notice_wrong'; readonly id: string; readonly why: (typeof WRONG_REASONS)[number] | null };
