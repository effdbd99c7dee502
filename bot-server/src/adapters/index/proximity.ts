import { MAX_TERMS } from './parse-query.ts';
import type { RankingParameters, TermMatch } from './rank.ts';

/**
 * Every place of the query's terms in one passage, in reading order, each packed into one number so that they sort
 * fast: position, then term, then whether the marks differ from those typed.
 */
export type TermPlaces = readonly number[];

const PLACE = MAX_TERMS * 2;

export function positionOf(place: number): number {
  return Math.floor(place / PLACE);
}

export function termOf(place: number): number {
  return (place % PLACE) >> 1;
}

export function hasOtherMarks(place: number): boolean {
  return (place & 1) === 1;
}

/** What a place counts: 1 for the spelling asked for, less for other marks or a guessed spelling. */
export function placeCredit(place: number, matches: readonly (TermMatch | null)[], otherMarks: number): number {
  return (matches[termOf(place)]?.trust ?? 0) * (hasOtherMarks(place) ? otherMarks : 1);
}

export function termPlaces(passage: number, matches: readonly (TermMatch | null)[]): TermPlaces {
  const places: number[] = [];
  for (let term = 0; term < matches.length; term += 1) {
    const match = matches[term];
    if (!match) continue;
    const { posting, variant } = match;
    const at = indexOfSorted(posting.passages, passage);
    if (at < 0) continue;
    const end = posting.starts[at + 1] as number;
    for (let slot = posting.starts[at] as number; slot < end; slot += 1) {
      const other = variant >= 0 && posting.variants[slot] !== variant ? 1 : 0;
      places.push((posting.positions[slot] as number) * PLACE + term * 2 + other);
    }
  }
  return places.sort((left, right) => left - right);
}

/** Largest sum of different terms' weights that stand within `window` positions of each other. */
export function bestWindow(
  places: TermPlaces,
  matches: readonly (TermMatch | null)[],
  weights: readonly number[],
  { window, otherMarks }: RankingParameters,
): number {
  // For each term, how often it stands in the window as typed and with other marks.
  const counts = new Array<number>(weights.length * 2).fill(0);
  let sum = 0;
  let best = 0;
  let first = 0;
  for (let last = 0; last < places.length; last += 1) {
    const place = places[last] as number;
    const from = positionOf(place) - window;
    while (positionOf(places[first] as number) <= from) {
      sum += change(places[first] as number, -1);
      first += 1;
    }
    sum += change(place, 1);
    if (sum > best) best = sum;
  }
  return best;

  function change(place: number, by: number): number {
    const term = termOf(place);
    const before = credit(term);
    const slot = place % PLACE;
    counts[slot] = (counts[slot] as number) + by;
    return (credit(term) - before) * (weights[term] as number) * (matches[term]?.trust ?? 0);
  }

  function credit(term: number): number {
    if ((counts[term * 2] as number) > 0) return 1;
    return (counts[term * 2 + 1] as number) > 0 ? otherMarks : 0;
  }
}

function indexOfSorted(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = list[middle] as number;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
