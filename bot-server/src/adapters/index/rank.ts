import type { Posting } from '@phuong-so/shared/index-format/posting-codec';
import type { ParsedQuery } from './parse-query.ts';

/** What ranking needs to know of one ward's passages, by passage number. */
export interface Scope {
  readonly count: number;
  readonly averageLength: number;
  readonly lengths: readonly number[];
  readonly headingEnds: readonly number[];
}

/** A query term as the ward's plans spell it. */
export interface TermMatch {
  readonly posting: Posting;
  /** Variant number that was asked for; -1 when any spelling does. */
  readonly variant: number;
  /** 1, or less for a spelling that had to be guessed. */
  readonly trust: number;
}

export interface Ranking {
  /** By passage number; 0 where nothing was found. */
  readonly scores: Float64Array;
  /** Inverse passage frequency of each term, in query order; a term found nowhere has the largest. */
  readonly idfs: readonly number[];
}

/** Chosen by measurement on the development splits: docs/decisions/0003-index-and-ranking.md. */
export const RANKING = {
  k1: 1.2,
  b: 0.75,
  /** What a syllable counts whose marks differ from those typed. */
  otherMarks: 0.7,
  /** What a syllable of the heading path counts against one of the text. */
  heading: 2,
  /** What a pair counts against a syllable as rare. */
  pair: 1.4,
  /** Positions within which terms stand together. */
  window: 32,
  /** What standing together adds, against the terms' own weights. */
  proximity: 1,
  /** Passages whose word order is looked at. */
  candidates: 30,
};
export type RankingParameters = typeof RANKING;

/** BM25 over syllables and neighbouring pairs, headings weighted, spellings with other marks discounted. */
export function rank(
  query: ParsedQuery,
  matches: readonly (TermMatch | null)[],
  scope: Scope,
  parameters: RankingParameters = RANKING,
): Ranking {
  const scores = new Float64Array(scope.count);
  const idfs = query.terms.map((term, number) => {
    const match = matches[number] ?? null;
    const idf = inverseFrequency(scope.count, match?.posting.passages.length ?? 0);
    if (match !== null) addTerm(match, idf * term.weight * match.trust);
    return idf;
  });
  for (const pair of query.pairs) {
    const left = matches[pair.left] ?? null;
    const right = matches[pair.right] ?? null;
    if (left !== null && right !== null) addPair(left, right, pair.weight * parameters.pair);
  }
  return { scores, idfs };

  function addTerm(match: TermMatch, weight: number): void {
    const { passages, starts, positions, variants } = match.posting;
    for (let at = 0; at < passages.length; at += 1) {
      const passage = passages[at] as number;
      const headingEnd = scope.headingEnds[passage] as number;
      let tf = 0;
      for (let slot = starts[at] as number; slot < (starts[at + 1] as number); slot += 1) {
        const credit = match.variant < 0 || variants[slot] === match.variant ? 1 : parameters.otherMarks;
        tf += (positions[slot] as number) < headingEnd ? credit * parameters.heading : credit;
      }
      scores[passage] = (scores[passage] as number) + weight * saturate(tf, passage);
    }
  }

  function addPair(left: TermMatch, right: TermMatch, weight: number): void {
    const { found, frequencies } = adjacent(left, right, scope, parameters);
    const idf = inverseFrequency(scope.count, found.length) * weight * Math.min(left.trust, right.trust);
    for (let at = 0; at < found.length; at += 1) {
      const passage = found[at] as number;
      scores[passage] = (scores[passage] as number) + idf * saturate(frequencies[at] as number, passage);
    }
  }

  function saturate(tf: number, passage: number): number {
    const length = (scope.lengths[passage] as number) / scope.averageLength;
    return (tf * (parameters.k1 + 1)) / (tf + parameters.k1 * (1 - parameters.b + parameters.b * length));
  }
}

function inverseFrequency(count: number, found: number): number {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5));
}

/** Passages that hold `left` right before `right`, and how often, headings and other marks discounted. */
function adjacent(left: TermMatch, right: TermMatch, scope: Scope, parameters: RankingParameters) {
  const found: number[] = [];
  const frequencies: number[] = [];
  const a = left.posting;
  const b = right.posting;
  forEachShared(a, b, (passage, atLeft, atRight) => {
    const headingEnd = scope.headingEnds[passage] as number;
    let tf = 0;
    forEachNeighbour(a, b, atLeft, atRight, (first, second) => {
      const same =
        (left.variant < 0 || a.variants[first] === left.variant) &&
        (right.variant < 0 || b.variants[second] === right.variant);
      const place = (b.positions[second] as number) < headingEnd ? parameters.heading : 1;
      tf += (same ? 1 : parameters.otherMarks) * place;
    });
    if (tf === 0) return;
    found.push(passage);
    frequencies.push(tf);
  });
  return { found, frequencies };
}

/** Number of passages that hold `left` right before `right`, whatever their marks. */
export function together(left: TermMatch, right: TermMatch): number {
  let passages = 0;
  forEachShared(left.posting, right.posting, (_passage, atLeft, atRight) => {
    let any = false;
    forEachNeighbour(left.posting, right.posting, atLeft, atRight, () => {
      any = true;
    });
    if (any) passages += 1;
  });
  return passages;
}

function forEachShared(
  a: Posting,
  b: Posting,
  visit: (passage: number, atLeft: number, atRight: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < a.passages.length && j < b.passages.length) {
    const difference = (a.passages[i] as number) - (b.passages[j] as number);
    if (difference === 0) visit(a.passages[i] as number, i, j);
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
}

function forEachNeighbour(
  a: Posting,
  b: Posting,
  atLeft: number,
  atRight: number,
  visit: (first: number, second: number) => void,
): void {
  const end = a.starts[atLeft + 1] as number;
  const otherEnd = b.starts[atRight + 1] as number;
  let second = b.starts[atRight] as number;
  for (let first = a.starts[atLeft] as number; first < end; first += 1) {
    const wanted = (a.positions[first] as number) + 1;
    while (second < otherEnd && (b.positions[second] as number) < wanted) second += 1;
    if (second >= otherEnd) return;
    if (b.positions[second] === wanted) visit(first, second);
  }
}
