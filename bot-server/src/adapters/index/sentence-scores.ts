import { matchedShare, termCredits } from './matched-share.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { TermPlace } from './proximity.ts';

export interface SentenceScore {
  /** Sum of the weights of different terms, neighbouring pairs counted once more. */
  readonly score: number;
  readonly matchedShare: number;
}

/** How well each sentence of a passage answers, from where the query's terms stand. `starts` ascend. */
export function sentenceScores(
  query: ParsedQuery,
  places: readonly TermPlace[],
  starts: readonly number[],
  idfs: readonly number[],
): SentenceScore[] {
  return starts.map((start, number) => {
    const end = starts[number + 1] ?? Number.POSITIVE_INFINITY;
    const within = places.filter(({ position }) => position >= start && position < end);
    const credits = termCredits(within, query.terms.length);
    let score = 0;
    credits.forEach((credit, term) => {
      score += credit * weightOf(term);
    });
    return { score: score + pairScore(within), matchedShare: matchedShare(query, credits, idfs) };
  });

  function pairScore(within: readonly TermPlace[]): number {
    const seen = new Set<number>();
    let score = 0;
    within.forEach((place, at) => {
      const previous = within[at - 1];
      if (previous === undefined || previous.position + 1 !== place.position) return;
      if (previous.term + 1 !== place.term || seen.has(place.term)) return;
      seen.add(place.term);
      score += Math.min(previous.credit * weightOf(previous.term), place.credit * weightOf(place.term));
    });
    return score;
  }

  function weightOf(term: number): number {
    return (idfs[term] as number) * (query.terms[term]?.weight ?? 0);
  }
}
