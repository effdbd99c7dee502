/** One place where a phrase of a list stands. */
export interface FoundPhrase {
  readonly at: number;
  readonly phrase: readonly string[];
}

/** Phrases told as {@link syllables}, found by their first one. */
export class Phrases {
  readonly #byFirst = new Map<string, (readonly string[])[]>();

  /** `list`: as it is written in code, parted by commas. */
  constructor(list: string) {
    for (const phrase of list.split(',').map((one) => one.trim().split(' '))) {
      const [first = ''] = phrase;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), phrase]);
    }
  }

  /** Every place where one of them stands, whole; a phrase and a longer one that begins with it both. */
  in(words: readonly string[]): FoundPhrase[] {
    return words.flatMap((word, at) =>
      (this.#byFirst.get(word) ?? []).flatMap((phrase) =>
        phrase.every((part, offset) => words[at + offset] === part) ? [{ at, phrase }] : [],
      ),
    );
  }
}
