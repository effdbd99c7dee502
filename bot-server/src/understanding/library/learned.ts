import type { Weights } from './softmax-regression.ts';

/** Entries of all kinds by one text: ids of services and courses, titles of the others; `beside` is no entry. */
export type EntryKey = `${'service' | 'course' | 'situation' | 'elsewhere' | 'beside'}:${string}`;

/** What was learned of a library; nothing but plain arrays, so that it is kept in a file. */
export interface Learned {
  /** By class of the weights. */
  readonly keys: readonly EntryKey[];
  /** Syllables that were written more than once, as hashes in order. */
  readonly syllables: Uint32Array;
  readonly weights: Weights;
}
