import type { RankingParameters, TermMatch } from './rank.ts';

/** One place in a passage where a query term stands. */
export interface TermPlace {
  readonly position: number;
  readonly term: number;
  /** 1 for the spelling asked for, less for other marks or a guessed spelling. */
  readonly credit: number;
}

/** Every place of the query's terms in one passage, in reading order. */
export function termPlaces(passage: number, matches: readonly (TermMatch | null)[], otherMarks: number): TermPlace[] {
  const places: TermPlace[] = [];
  matches.forEach((match, term) => {
    if (match === null) return;
    const { posting, variant, trust } = match;
    const at = indexOfSorted(posting.passages, passage);
    if (at < 0) return;
    for (let slot = posting.starts[at] as number; slot < (posting.starts[at + 1] as number); slot += 1) {
      const credit = (variant < 0 || posting.variants[slot] === variant ? 1 : otherMarks) * trust;
      places.push({ position: posting.positions[slot] as number, term, credit });
    }
  });
  return places.sort((left, right) => left.position - right.position);
}

/** Largest sum of different terms' weights that stand within `window` positions of each other. */
export function bestWindow(
  places: readonly TermPlace[],
  termWeights: readonly number[],
  { window }: RankingParameters,
): number {
  const credits: number[][] = termWeights.map(() => []);
  const top = new Float64Array(termWeights.length);
  let best = 0;
  let sum = 0;
  let first = 0;
  for (const place of places) {
    while ((places[first] as TermPlace).position <= place.position - window) {
      const leaving = places[first] as TermPlace;
      credits[leaving.term]?.shift();
      sum += raise(leaving.term);
      first += 1;
    }
    credits[place.term]?.push(place.credit);
    sum += raise(place.term);
    if (sum > best) best = sum;
  }
  return best;

  function raise(term: number): number {
    let credit = 0;
    for (const value of credits[term] ?? []) if (value > credit) credit = value;
    const change = (credit - (top[term] as number)) * (termWeights[term] as number);
    top[term] = credit;
    return change;
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
