import { readTyped, type TypedToken } from './typed-text.ts';

/** A phrase found in a text: tokens `from` (inclusive) to `to` (exclusive). */
export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

interface Entry<T> {
  readonly tokens: readonly TypedToken[];
  readonly value: T;
}

/** From this many syllables a phrase is recognised even when its marks are mistyped. */
const LONG_PHRASE = 3;

/**
 * Finds phrases in typed text. A token typed without marks matches any marks (a phrase of one syllable only in a text
 * without marks); one typed with marks must match them, except inside a long phrase, where a slip is forgiven. At each place the longest phrase wins.
 */
export class PhraseMatcher<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  /**
   * `strictSingles`: a phrase of one syllable is known only with its marks, because without them it may be another word
   * ("chó" is not "cho").
   */
  constructor(
    phrases: Iterable<readonly [phrase: string, value: T]>,
    private readonly options: { readonly strictSingles?: boolean } = {},
  ) {
    for (const [phrase, value] of phrases) {
      const { tokens } = readTyped(phrase);
      const first = tokens[0];
      if (!first) continue;
      const entries = this.#byFirst.get(first.folded) ?? [];
      entries.push({ tokens, value });
      this.#byFirst.set(first.folded, entries);
    }
    for (const entries of this.#byFirst.values()) entries.sort((a, b) => b.tokens.length - a.tokens.length);
  }

  /** Matches from left to right that do not overlap. */
  find(tokens: readonly TypedToken[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < tokens.length; ) {
      const entry = this.#matchAt(tokens, at);
      if (entry) found.push({ from: at, to: at + entry.tokens.length, value: entry.value });
      at += entry ? entry.tokens.length : 1;
    }
    return found;
  }

  /** Every match at every place, overlapping ones included. */
  findAll(tokens: readonly TypedToken[]): PhraseMatch<T>[] {
    return tokens.flatMap((token, at) =>
      (this.#byFirst.get(token.folded) ?? [])
        .filter((entry) => this.#fits(entry, tokens, at))
        .map((entry) => ({ from: at, to: at + entry.tokens.length, value: entry.value })),
    );
  }

  #matchAt(tokens: readonly TypedToken[], at: number): Entry<T> | undefined {
    const candidates = this.#byFirst.get(tokens[at]?.folded ?? '') ?? [];
    return candidates.find((entry) => this.#fits(entry, tokens, at));
  }

  #fits(entry: Entry<T>, tokens: readonly TypedToken[], at: number): boolean {
    if (this.options.strictSingles && isShort(entry.tokens) && !sameMarks(entry.tokens, tokens, at)) return false;
    return matches(entry.tokens, tokens, at);
  }
}

/** One syllable, or two with next to no letters ("ô tô"): without marks it may be anything. */
function isShort(phrase: readonly TypedToken[]): boolean {
  return phrase.length === 1 || (phrase.length === 2 && phrase.every(({ folded }) => folded.length <= 2));
}

function sameMarks(phrase: readonly TypedToken[], tokens: readonly TypedToken[], at: number): boolean {
  return phrase.every(({ marked }, index) => tokens[at + index]?.marked === marked);
}

function matches(phrase: readonly TypedToken[], tokens: readonly TypedToken[], at: number): boolean {
  const forgiving = phrase.length >= LONG_PHRASE;
  return phrase.every((wanted, index) => {
    const typed = tokens[at + index];
    if (!typed || typed.folded !== wanted.folded || (index > 0 && typed.afterBreak && !wanted.afterBreak)) return false;
    const bare = typed.marked === typed.folded && (typed.mayLackMarks || phrase.length > 1);
    return forgiving || typed.marked === wanted.marked || bare;
  });
}
