import type { Person } from './account.ts';

const HOUR_MS = 3_600_000;
const FREE_MS = 48 * HOUR_MS;
const OPEN_MS = 7 * 24 * HOUR_MS;
const WELCOMES = 3;

export type Window =
  | { readonly quota: 'reply' | 'welcome_msg' | 'charged'; readonly expiresAt: number | null }
  | { readonly error: number };

/** Whether a consultation message may reach the person now, and who pays. Source: platform notes, 3.4. */
export function interactionWindow(person: Person, now: number): Window {
  if (person.refusal !== null) return { error: person.refusal };
  if (person.lastInteractionAt === null) return neverInteracted(person);
  const age = now - person.lastInteractionAt;
  if (age <= FREE_MS) return { quota: 'reply', expiresAt: person.lastInteractionAt + FREE_MS };
  return age <= OPEN_MS ? { quota: 'charged', expiresAt: null } : { error: -230 };
}

function neverInteracted({ follows, welcomesUsed }: Person): Window {
  if (!follows) return { error: -213 };
  return welcomesUsed < WELCOMES ? { quota: 'welcome_msg', expiresAt: null } : { error: -232 };
}
