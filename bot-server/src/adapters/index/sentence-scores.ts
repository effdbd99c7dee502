import { matchedShare, termCredits } from './matched-share.ts';
import type { ParsedQuery } from './parse-query.ts';
import { placeCredit, positionOf, type TermPlaces, termOf } from './proximity.ts';
import { RANKING, type TermMatch } from './rank.ts';

export interface SentenceScore {
  /** Sum of the weights of different terms, neighbouring pairs counted once more. */
  readonly score: number;
  readonly matchedShare: number;
}

/** How well each sentence of a passage answers, from where the query's terms stand. `starts` ascend. */
export function sentenceScores(
  query: ParsedQuery,
  matches: readonly (TermMatch | null)[],
  places: TermPlaces,
  starts: readonly number[],
  idfs: readonly number[],
): SentenceScore[] {
  return starts.map((start, number) => {
    const end = starts[number + 1] ?? Number.POSITIVE_INFINITY;
    const within = places.filter((place) => positionOf(place) >= start && positionOf(place) < end);
    const credits = termCredits(within, matches);
    let score = 0;
    credits.forEach((credit, term) => {
      score += credit * weightOf(term);
    });
    return { score: score + pairScore(within), matchedShare: matchedShare(query, credits, idfs) };
  });

  function pairScore(within: TermPlaces): number {
    const seen = new Set<number>();
    let score = 0;
    for (let at = 1; at < within.length; at += 1) {
      const previous = within[at - 1] as number;
      const place = within[at] as number;
      const term = termOf(place);
      if (positionOf(previous) + 1 !== positionOf(place) || termOf(previous) + 1 !== term || seen.has(term)) continue;
      seen.add(term);
      score += Math.min(worth(previous), worth(place));
    }
    return score;
  }

  function worth(place: number): number {
    return placeCredit(place, matches, RANKING.otherMarks) * weightOf(termOf(place));
  }

  function weightOf(term: number): number {
    return (idfs[term] as number) * (query.terms[term]?.weight ?? 0);
  }
}
