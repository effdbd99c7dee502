import type { UnreachedReason } from '@phuong-so/shared/domain/delivery';

/** Source: platform notes, 3.11; those of template messages 5. */
const BY_ERROR: Readonly<Record<number, UnreachedReason>> = {
  [-144]: 'quota_used_up',
  [-211]: 'quota_used_up',
  [-213]: 'blocked_or_left',
  [-217]: 'blocked_or_left',
  [-218]: 'quota_used_up',
  [-227]: 'blocked_or_left',
  [-230]: 'no_interaction_7_days',
  [-231]: 'refused',
  [-232]: 'no_interaction_7_days',
  [-244]: 'blocked_or_left',
};

/** What Zalo's refusal of a message says about the person whom it does not reach. */
export function unreachedBy(error: number): UnreachedReason {
  return BY_ERROR[error] ?? 'refused';
}
