import type { Ranked } from './rank-snippets.ts';
import type { Snippet } from './snippets.ts';

/**
 * How much of the question a snippet must cover before it may answer. Measured on the development questions; below it
 * an answer is more often beside the point than right.
 */
export const ENOUGH = { passage: 0.34, fact: 0.34, target: 0.4 } as const;

/** Snippets of one kind, best first. */
export function ofKind<K extends Snippet['kind']>(
  ranked: readonly Ranked[],
  kind: K,
): Ranked<Extract<Snippet, { kind: K }>>[] {
  return ranked.filter((one): one is Ranked<Extract<Snippet, { kind: K }>> => one.snippet.kind === kind);
}

/** Those that score at least `share` of the best, at most `most`. */
export function nearBest<S extends Snippet>(ranked: readonly Ranked<S>[], share: number, most: number): Ranked<S>[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * share).slice(0, most);
}
