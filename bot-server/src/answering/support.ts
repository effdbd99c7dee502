import type { Snippet } from '../ports/ward-facts.ts';
import type { Ranked } from './rank-snippets.ts';

/**
 * Share of the question (times ten) plus score that a snippet must reach before it may answer. Measured on the
 * development questions and on questions that no plan answers: below it an answer is more often beside the point.
 */
const ENOUGH = 9.6;
const LEAST_COVERAGE = 0.27;
/** Below this a match is a common word or two. */
const LEAST_SCORE = 3.2;
/** A long story covers little of itself; what it says that strongly still counts. */
const STRONG = { score: 12, coverage: 0.25 } as const;
/** From here on the text speaks of the matter itself, whatever else the question mentions in passing. */
const SURE = [
  { score: 8, coverage: 0.6 },
  { score: 10, coverage: 0.4 },
] as const;

/** Whether a snippet says enough of what was asked to answer it. */
export function isEnough(one: Ranked): boolean {
  const covered = one.coverage >= LEAST_COVERAGE || (one.score >= STRONG.score && one.coverage >= STRONG.coverage);
  return covered && one.score >= LEAST_SCORE && one.coverage * 10 + one.score >= ENOUGH;
}

/** Whether the best snippet is surely about what was asked. */
export function isSure(one: Ranked | undefined): boolean {
  return one !== undefined && SURE.some(({ score, coverage }) => one.coverage >= coverage && one.score >= score);
}

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
