import { foldMarks, hasMarks } from '@phuong-so/shared/text/fold';
import { clauses, syllables } from '@phuong-so/shared/text/tokens';
import type { QueryExpansion } from '../../ports/plan-index.ts';
import { isFunctionWord } from './function-words.ts';

/** One distinct syllable of the query. */
export interface QueryTerm {
  readonly folded: string;
  /** The marked spelling asked for; null when typed without marks. */
  readonly marked: string | null;
  /** What it counts in ranking. */
  readonly weight: number;
  /** What it counts in the share of the question that was found: nothing when it was not typed. */
  readonly share: number;
}

/** Two neighbouring syllables of one clause, by position in `terms`. */
export interface QueryPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** Typed terms that are as good as found where the expansion's terms are. */
export interface QueryStandIn {
  readonly terms: readonly number[];
  readonly replaces: readonly number[];
  readonly weight: number;
}

export interface ParsedQuery {
  readonly terms: readonly QueryTerm[];
  readonly pairs: readonly QueryPair[];
  readonly standIns: readonly QueryStandIn[];
}

/** Longer questions are read up to here: what follows adds cost, not meaning. */
const MAX_CHARACTERS = 4_000;
export const MAX_TERMS = 64;
const MAX_EXPANSIONS = 32;

/** Function words: little in ranking, where they still tell wordings apart; next to nothing in the share found. */
const FUNCTION_WORD_WEIGHT = 0.5;
const FUNCTION_WORD_SHARE = 0.1;

/** A word is two syllables or so: a long synonym weighs no more in all than the word that it stands for. */
const WORD_SYLLABLES = 2;

/** What a query asks for. Never throws; a text without words gives no terms. */
export function parseQuery(query: string, expansions: readonly QueryExpansion[] = []): ParsedQuery {
  const builder = new QueryBuilder();
  builder.addTyped(query.slice(0, MAX_CHARACTERS));
  for (const expansion of expansions.slice(0, MAX_EXPANSIONS)) builder.addExpansion(expansion);
  return builder;
}

class QueryBuilder implements ParsedQuery {
  readonly terms: QueryTerm[] = [];
  readonly pairs: QueryPair[] = [];
  readonly standIns: QueryStandIn[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #seenPairs = new Set<number>();

  addTyped(text: string): void {
    this.#add(text, 1, true);
  }

  addExpansion({ term, weight, replaces = '' }: QueryExpansion): void {
    const bounded = weight > 0 ? Math.min(1, weight) : 0;
    const replaced = this.#numbersOf(replaces.slice(0, MAX_CHARACTERS));
    const length = Math.max(1, syllables(term.slice(0, MAX_CHARACTERS)).length);
    const scale = Math.min(1, Math.max(WORD_SYLLABLES, replaced.length) / length);
    const terms = this.#add(term.slice(0, MAX_CHARACTERS), bounded * scale, false);
    if (replaced.length > 0 && terms.length > 0) this.standIns.push({ terms, replaces: replaced, weight: bounded });
  }

  #add(text: string, weight: number, typed: boolean): number[] {
    const marks = hasMarks(text);
    const added: number[] = [];
    for (const clause of clauses(text)) {
      let previous = -1;
      for (const syllable of syllables(clause)) {
        const next = this.#term(syllable, marks, weight, typed);
        if (previous >= 0 && next >= 0) this.#pair(previous, next, weight);
        if (next >= 0) added.push(next);
        previous = next;
      }
    }
    return added;
  }

  #term(syllable: string, marks: boolean, weight: number, typed: boolean): number {
    const folded = foldMarks(syllable);
    const marked = marks ? syllable : null;
    const key = marked ?? folded;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (folded === '' || this.terms.length >= MAX_TERMS) return -1;
    const isFunction = isFunctionWord(folded, marked);
    this.terms.push({
      folded,
      marked,
      weight: isFunction ? weight * FUNCTION_WORD_WEIGHT : weight,
      share: typed ? (isFunction ? FUNCTION_WORD_SHARE : 1) : 0,
    });
    this.#numbers.set(key, this.terms.length - 1);
    return this.terms.length - 1;
  }

  #pair(left: number, right: number, weight: number): void {
    const key = left * MAX_TERMS + right;
    if (this.#seenPairs.has(key)) return;
    this.#seenPairs.add(key);
    this.pairs.push({ left, right, weight });
  }

  /** Terms of the query so far that `text` names, marked or not. */
  #numbersOf(text: string): number[] {
    const numbers = syllables(text).map(
      (syllable) => this.#numbers.get(syllable) ?? this.#numbers.get(foldMarks(syllable)),
    );
    return [...new Set(numbers.filter((number) => number !== undefined))];
  }
}
