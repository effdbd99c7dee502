import { spellingGuesses, type Vocabulary } from './guess-spelling.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';
import { type TermMatch, together } from './rank.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';
import type { WardTerm } from './ward-reader.ts';

/** What a guessed spelling counts: less when the typed one is a word too and only its neighbour speaks for the guess. */
const TRUST_MISSPELT = 0.8;
const TRUST_OTHER_WORD = 0.5;

export interface TermSource {
  terms(folded: readonly string[]): ReadonlyMap<string, WardTerm>;
  vocabulary(): Vocabulary;
}

/** Looks every query term up in the ward; unknown ones are taken for the most plausible known spelling, if any. */
export function matchTerms(query: ParsedQuery, source: TermSource): (TermMatch | null)[] {
  const known = source.terms(query.terms.map((term) => term.folded));
  const exact = query.terms.map((term) => {
    const found = known.get(term.folded);
    return found === undefined ? null : toMatch(found, term, 1);
  });
  return exact.map((match, number) => match ?? guess(query, number, exact, source));
}

function toMatch(found: WardTerm, term: QueryTerm, trust: number): TermMatch {
  return { posting: found.posting, variant: term.marked === null ? -1 : found.variants.indexOf(term.marked), trust };
}

function guess(
  query: ParsedQuery,
  number: number,
  matches: readonly (TermMatch | null)[],
  source: TermSource,
): TermMatch | null {
  const term = query.terms[number];
  if (term === undefined) return null;
  const misspelt = !isVietnameseSyllable(term.folded);
  let best: TermMatch | null = null;
  let mostNeighbours = misspelt ? -1 : 0;
  const guesses = spellingGuesses(term.folded, source.vocabulary());
  const known = guesses.length === 0 ? new Map<string, WardTerm>() : source.terms(guesses);
  for (const candidate of guesses) {
    const found = known.get(candidate);
    if (found === undefined) continue;
    const match = { posting: found.posting, variant: -1, trust: misspelt ? TRUST_MISSPELT : TRUST_OTHER_WORD };
    const neighbours = neighbourPassages(query, number, match, matches);
    if (neighbours > mostNeighbours) {
      best = match;
      mostNeighbours = neighbours;
    }
  }
  return best;
}

/** Passages in which the candidate stands right beside what was typed beside it. */
function neighbourPassages(
  query: ParsedQuery,
  number: number,
  candidate: TermMatch,
  matches: readonly (TermMatch | null)[],
): number {
  let passages = 0;
  for (const { left, right } of query.pairs) {
    const first = left === number ? candidate : matches[left];
    const second = right === number ? candidate : matches[right];
    if ((left === number || right === number) && first && second) passages += together(first, second);
  }
  return passages;
}
