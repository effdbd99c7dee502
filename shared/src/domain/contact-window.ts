/** When an Official Account may write to a person who has not just written. Source: platform notes, 3.4. */

const HOUR_MS = 3_600_000;
/** Free within 48 h of the person's last interaction, refused (-230) after 7 days. An hour short of both: clocks differ. */
const FREE_MS = 47 * HOUR_MS;
const OPEN_MS = 7 * 24 * HOUR_MS - HOUR_MS;

/** What is known of a person's chat with one Official Account. Epoch ms; null = never. */
export interface Contact {
  /** Wrote, followed, pressed "Nhắn tin": what Zalo counts as an interaction. Opening the Mini App is none. */
  readonly interactedAt: number | null;
  /** Stopped following, or Zalo says that they do not want the account's messages. An interaction after it undoes it. */
  readonly leftAt: number | null;
}

/** `free`: Zalo charges nothing now; later in the window a message may cost the ward. `until`: epoch ms. */
export type ContactWindow =
  | { readonly kind: 'open'; readonly until: number; readonly free: boolean }
  | { readonly kind: 'closed'; readonly reason: 'never_wrote' | 'blocked_or_left' | 'no_interaction_7_days' };

/** Whether a message may go to the person at that moment (epoch ms). Zalo has the last word: its refusals close it, too. */
export function contactWindow({ interactedAt, leftAt }: Contact, now: number): ContactWindow {
  if (leftAt !== null && (interactedAt === null || leftAt >= interactedAt))
    return { kind: 'closed', reason: 'blocked_or_left' };
  if (interactedAt === null) return { kind: 'closed', reason: 'never_wrote' };
  const age = now - interactedAt;
  if (age >= OPEN_MS) return { kind: 'closed', reason: 'no_interaction_7_days' };
  return { kind: 'open', until: interactedAt + OPEN_MS, free: age < FREE_MS };
}
