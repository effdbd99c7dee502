import type { Snippet, WardFacts } from '../ports/ward-facts.ts';
import { type Holding, WordPlaces } from './word-places.ts';

/** Slips looked up are kept beside the words; people's slips have no end. */
const MOST_KEPT = 2_000;

/** A phrase as the ward's snippets have it. */
export interface Found {
  /** Null when no strand holds it. */
  readonly holding: Holding | null;
  /** In how many snippets' own text it stands. */
  readonly frequency: number;
}

/** How often phrases occur in a ward's snippets. Made once per ward of an index build; goes when the ward's facts go. */
export class WardLexicon {
  readonly averageLength: number;
  readonly #places: WordPlaces;
  /** The strand of each snippet's own text. */
  readonly #own: Uint32Array;
  readonly #nearest = new Map<string, string | null>();

  constructor({ snippets, strands }: WardFacts) {
    this.#places = new WordPlaces(strands);
    this.#own = Uint32Array.from(snippets, (snippet) => snippet.strands.own);
    const total = snippets.reduce((sum, snippet) => sum + this.lengthOf(snippet), 0);
    this.averageLength = Math.max(1, total / Math.max(1, snippets.length));
  }

  /** Syllables of the snippet's own text. */
  lengthOf(snippet: Snippet): number {
    return Math.max(1, this.#places.lengthOf(snippet.strands.own));
  }

  /** `phrase`: folded syllables, or one with its marks, joined by a space. */
  find(phrase: string): Found {
    const holding = this.#places.holding(phrase);
    let frequency = 0;
    if (holding !== null) for (const strand of this.#own) frequency += holding[strand] as number;
    return { holding, frequency };
  }

  /** Inverse document frequency as BM25 has it; highest for a phrase that no snippet holds. */
  rarity({ frequency }: Pick<Found, 'frequency'>): number {
    return Math.log(1 + (this.#own.length - frequency + 0.5) / (frequency + 0.5));
  }

  /** The one syllable of the plans that differs from `word` by a single slip of the finger; null when none or several do. */
  nearest(word: string): string | null {
    const known = this.#nearest.get(word);
    if (known !== undefined) return known;
    const near = this.#places.words.filter((other) => isOneSlip(word, other) && this.find(other).frequency > 0);
    const found = near.length === 1 ? (near[0] ?? null) : null;
    if (this.#nearest.size < MOST_KEPT) this.#nearest.set(word, found);
    return found;
  }
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  const longer = a.length - b.length;
  if (longer < -1 || longer > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (longer === 1) return endAlike(a, at + 1, b, at);
  if (longer === -1) return endAlike(a, at, b, at + 1);
  return (
    endAlike(a, at + 1, b, at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && endAlike(a, at + 2, b, at + 2))
  );
}

/** Whether the rest of `a` from `from` is the rest of `b` from `other`; both are as long. */
function endAlike(a: string, from: number, b: string, other: number): boolean {
  for (let at = 0; from + at < a.length; at += 1) if (a[from + at] !== b[other + at]) return false;
  return true;
}

const lexicons = new WeakMap<WardFacts, WardLexicon>();

/** The lexicon of a ward, made at the first question. */
export function lexiconOf(facts: WardFacts): WardLexicon {
  const known = lexicons.get(facts);
  if (known) return known;
  const lexicon = new WardLexicon(facts);
  lexicons.set(facts, lexicon);
  return lexicon;
}
