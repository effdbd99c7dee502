import type { ParsedQuery } from './parse-query.ts';
import { placeCredit, type TermPlaces, termOf } from './proximity.ts';
import { RANKING, type TermMatch } from './rank.ts';

/** For each term the best spelling among `places`: 0 when it is not there. */
export function termCredits(places: TermPlaces, matches: readonly (TermMatch | null)[]): Float64Array {
  const credits = new Float64Array(matches.length);
  for (const place of places) {
    const credit = placeCredit(place, matches, RANKING.otherMarks);
    const term = termOf(place);
    if (credit > (credits[term] as number)) credits[term] = credit;
  }
  return credits;
}

/**
 * Share of the question that the credits cover, rare words counting more: 0..1. A typed word is as good as found where
 * its expansion stands whole, less where only a part of it does.
 */
export function matchedShare(query: ParsedQuery, credits: Float64Array, idfs: readonly number[]): number {
  const found = Float64Array.from(credits);
  for (const { terms, replaces, weight } of query.standIns) {
    const credit = weight * coverage(terms, credits, idfs);
    for (const term of replaces) found[term] = Math.max(found[term] as number, credit);
  }
  let share = 0;
  let total = 0;
  query.terms.forEach((term, number) => {
    const weight = term.share * (idfs[number] as number);
    total += weight;
    share += weight * (found[number] as number);
  });
  return total > 0 ? Math.min(1, share / total) : 0;
}

function coverage(terms: readonly number[], credits: Float64Array, idfs: readonly number[]): number {
  let found = 0;
  let total = 0;
  for (const term of terms) {
    total += idfs[term] as number;
    found += (idfs[term] as number) * (credits[term] as number);
  }
  return total > 0 ? found / total : 0;
}
