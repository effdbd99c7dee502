import type { WardFacts } from '../ports/plan-index.ts';
import { type Snippet, snippetsOf } from './snippets.ts';

/** Counts of long phrases kept beside the snippets; people's wordings have no end. */
const MOST_KEPT = 20_000;

/**
 * A ward's snippets with how often each phrase occurs in them. Built once per ward of an index build and kept with its
 * facts, so it goes when they go.
 */
export class WardLexicon {
  readonly snippets: readonly Snippet[];
  readonly averageLength: number;
  /** For each syllable and pair of syllables, the snippets that hold it. */
  readonly #holding = new Map<string, number[]>();
  readonly #frequency = new Map<string, number>();
  readonly #nearest = new Map<string, string | null>();

  constructor(facts: WardFacts) {
    this.snippets = snippetsOf(facts);
    const total = this.snippets.reduce((sum, { length }) => sum + length, 0);
    this.averageLength = Math.max(1, total / Math.max(1, this.snippets.length));
    for (const [index, { own }] of this.snippets.entries()) this.#note(own.trim().split(' '), index);
  }

  /** In how many snippets (headings left out) the phrase stands. `phrase`: folded syllables joined by a space. */
  frequency(phrase: string): number {
    const known = this.#holding.get(phrase)?.length ?? this.#frequency.get(phrase);
    if (known !== undefined) return known;
    const count = this.#countLong(phrase);
    if (this.#frequency.size < MOST_KEPT) this.#frequency.set(phrase, count);
    return count;
  }

  /** Inverse document frequency as BM25 has it; highest for a phrase that no snippet holds. */
  rarity(phrase: string): number {
    const count = this.frequency(phrase);
    return Math.log(1 + (this.snippets.length - count + 0.5) / (count + 0.5));
  }

  /** The one syllable of the plans that differs from `word` by a single slip of the finger; null when none or several do. */
  nearest(word: string): string | null {
    const known = this.#nearest.get(word);
    if (known !== undefined) return known;
    const near = [...this.#holding.keys()].filter((other) => !other.includes(' ') && isOneSlip(word, other));
    const found = near.length === 1 ? (near[0] ?? null) : null;
    if (this.#nearest.size < MOST_KEPT) this.#nearest.set(word, found);
    return found;
  }

  #note(syllables: readonly string[], index: number): void {
    for (const [at, syllable] of syllables.entries()) {
      this.#hold(syllable, index);
      if (at > 0) this.#hold(`${syllables[at - 1]} ${syllable}`, index);
    }
  }

  #hold(phrase: string, index: number): void {
    const holding = this.#holding.get(phrase);
    if (!holding) this.#holding.set(phrase, [index]);
    else if (holding.at(-1) !== index) holding.push(index);
  }

  /** Phrases of three syllables and more: only the snippets that hold their rarest pair are looked at. */
  #countLong(phrase: string): number {
    const syllables = phrase.split(' ');
    if (syllables.length < 3) return 0;
    const pairs = syllables.slice(1).map((syllable, at) => this.#holding.get(`${syllables[at]} ${syllable}`) ?? []);
    const rarest = pairs.reduce((fewest, pair) => (pair.length < fewest.length ? pair : fewest));
    const wanted = ` ${phrase} `;
    return rarest.filter((index) => this.snippets[index]?.own.includes(wanted)).length;
  }
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
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
