import { soundKey } from '@phuong-so/shared/text/sound-key';
import { readTyped, type TypedToken } from '@phuong-so/shared/text/typed-text';

/** A token of a question, or the word that it was spelled by ear for. */
export interface SpelledToken extends TypedToken {
  readonly respelled: boolean;
}

interface Pair {
  readonly first: TypedToken;
  readonly second: TypedToken;
}

/** Pairs of syllables that the library's words have, by spelling and by sound. */
export class Spelling {
  readonly #known = new Set<string>();
  readonly #bySound = new Map<string, Pair>();

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const { tokens } = readTyped(text, false);
      tokens.slice(1).forEach((second, at) => {
        const first = tokens[at];
        if (!first) return;
        this.#known.add(`${first.folded} ${second.folded}`);
        const sound = `${soundKey(first.folded)} ${soundKey(second.folded)}`;
        if (!this.#bySound.has(sound)) this.#bySound.set(sound, { first, second });
      });
    }
  }

  /** Mends pairs that are no words of the library and sound like some: "khai xinh", "tạm chú", "dang ki". */
  mend(tokens: readonly TypedToken[]): SpelledToken[] {
    const mended: SpelledToken[] = tokens.map((token) => ({ ...token, respelled: false }));
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      const [first, second] = [mended[at], mended[at + 1]];
      if (!first || !second || this.#isKnown(mended, at)) continue;
      const meant = this.#bySound.get(`${soundKey(first.folded)} ${soundKey(second.folded)}`);
      if (!meant) continue;
      // A word that makes sense with its other neighbour is spelled as it is meant.
      const isFixed =
        (first.folded !== meant.first.folded && this.#isKnown(mended, at - 1)) ||
        (second.folded !== meant.second.folded && this.#isKnown(mended, at + 1));
      if (isFixed) continue;
      mended[at] = spelled(first, meant.first);
      mended[at + 1] = spelled(second, meant.second);
    }
    return mended;
  }

  #isKnown(tokens: readonly TypedToken[], at: number): boolean {
    return this.#known.has(`${tokens[at]?.folded} ${tokens[at + 1]?.folded}`);
  }
}

/** Short words of every sentence are what they are: "cho" is not "trợ". */
const KEEPS_COMPANY = new Set(
  'cho con co la ra di nay khi gi toi bac chi me ba bo nao sao roi lam xin can mot chu the an em anh no qua len den ve vao'.split(
    ' ',
  ),
);

function spelled(token: SpelledToken, { folded, marked }: TypedToken): SpelledToken {
  if (token.folded === folded || KEEPS_COMPANY.has(token.folded)) return token;
  return { ...token, folded, marked: token.mayLackMarks ? folded : marked, respelled: true };
}
