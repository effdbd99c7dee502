/** Messages of one round: so many that it ends before it tires. */
export const ROUND_LENGTH = 10;

/** One made-up message that was judged. */
export interface Judged {
  readonly id: string;
  readonly right: boolean;
}

/** The messages of the nth round (from 0); after the last one it begins anew. */
export function roundOf<Item>(items: readonly Item[], round: number): readonly Item[] {
  const rounds = Math.max(1, Math.ceil(items.length / ROUND_LENGTH));
  const from = (round % rounds) * ROUND_LENGTH;
  return items.slice(from, from + ROUND_LENGTH);
}

export function rightOnes(judged: readonly Judged[]): number {
  return judged.filter(({ right }) => right).length;
}
