import type { WardFacts } from '../ports/plan-index.ts';
import { type Snippet, snippetsOf } from './snippets.ts';

/**
 * A ward's snippets with how often each phrase occurs in them. Built once per ward of an index build and kept with its
 * facts, so it goes when they go.
 */
export class WardLexicon {
  readonly snippets: readonly Snippet[];
  readonly averageLength: number;
  readonly #frequency = new Map<string, number>();

  constructor(facts: WardFacts) {
    this.snippets = snippetsOf(facts);
    const total = this.snippets.reduce((sum, { length }) => sum + length, 0);
    this.averageLength = Math.max(1, total / Math.max(1, this.snippets.length));
  }

  /** In how many snippets (headings left out) the phrase stands. `phrase`: folded syllables joined by a space. */
  frequency(phrase: string): number {
    const known = this.#frequency.get(phrase);
    if (known !== undefined) return known;
    const wanted = ` ${phrase} `;
    const count = this.snippets.reduce((sum, { own }) => sum + (own.includes(wanted) ? 1 : 0), 0);
    if (this.#frequency.size < 20_000) this.#frequency.set(phrase, count);
    return count;
  }

  /** Inverse document frequency as BM25 has it; highest for a phrase that no snippet holds. */
  rarity(phrase: string): number {
    const count = this.frequency(phrase);
    return Math.log(1 + (this.snippets.length - count + 0.5) / (count + 0.5));
  }
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
