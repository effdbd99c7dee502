import type { TypedToken } from '@phuong-so/shared/text/typed-text';

/** A syllable that only one text has may itself be a slip. */
const KNOWN_FROM = 2;
const SHORTEST_JOINED = 5;
const SHORTEST_PART = 2;

/** Parts words that were typed without the space between: "báotử", "chuyểntrường". */
export class JoinedWords {
  readonly #seen = new Map<string, number>();

  /** `texts`: what syllables there are. */
  constructor(texts: readonly (readonly TypedToken[])[]) {
    for (const tokens of texts)
      for (const { folded } of tokens) this.#seen.set(folded, (this.#seen.get(folded) ?? 0) + 1);
  }

  part<Token extends TypedToken>(tokens: readonly Token[]): Token[] {
    return tokens.flatMap((token) => this.#parted(token) ?? token);
  }

  #parted<Token extends TypedToken>(token: Token): Token[] | null {
    const { folded, marked } = token;
    if (folded.length < SHORTEST_JOINED || folded.length !== marked.length || this.#isKnown(folded)) return null;
    for (let at = SHORTEST_PART; at <= folded.length - SHORTEST_PART; at += 1) {
      if (!this.#isKnown(folded.slice(0, at)) || !this.#isKnown(folded.slice(at))) continue;
      return [
        { ...token, folded: folded.slice(0, at), marked: marked.slice(0, at) },
        { ...token, folded: folded.slice(at), marked: marked.slice(at) },
      ];
    }
    return null;
  }

  #isKnown(folded: string): boolean {
    return /^\p{L}+$/u.test(folded) && (this.#seen.get(folded) ?? 0) >= KNOWN_FROM;
  }
}
