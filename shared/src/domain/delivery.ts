import type { CHANNELS, DELIVERY_STATES, UNREACHED_REASONS } from '../contracts/broadcasts.ts';

export type Channel = (typeof CHANNELS)[number];
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type UnreachedReason = (typeof UNREACHED_REASONS)[number];

/**
 * How far a delivery got, from nowhere to read. One that is uncertain may have arrived: above what is known not to have,
 * below what is known to have.
 */
const FURTHEST: readonly DeliveryState[] = [
  'failed',
  'cancelled',
  'pending',
  'sending',
  'uncertain',
  'sent',
  'delivered',
  'seen',
];

/** 0 to 7; of a person's deliveries the highest counts. */
export function progressRank(state: DeliveryState): number {
  return FURTHEST.indexOf(state);
}

/** The state with this rank. @throws RangeError for a rank that no state has */
export function stateOfRank(rank: number): DeliveryState {
  const state = FURTHEST[rank];
  if (state === undefined) throw new RangeError(`no delivery state has the rank ${rank}`);
  return state;
}

/** Why a person is not reached, where the state itself says it. */
export function reasonOf(state: DeliveryState, reason: UnreachedReason | null): UnreachedReason | null {
  if (state === 'uncertain') return 'uncertain';
  if (state === 'cancelled') return 'stopped';
  return state === 'failed' ? reason : null;
}
