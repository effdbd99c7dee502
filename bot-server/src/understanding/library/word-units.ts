import { PhraseMatcher } from '@phuong-so/shared/text/phrase-matcher';
import { readTyped, type TypedToken } from '@phuong-so/shared/text/typed-text';

/** A syllable, or a phrase that other phrases may stand for, at its place in a wording. */
export type WordUnit =
  | { readonly kind: 'syllable'; readonly folded: string; readonly marked: string; readonly weight: number }
  | { readonly kind: 'group'; readonly groups: readonly number[]; readonly said: string; readonly weight: number };

/** A phrase of one or more groups at tokens `from` to `to` of a text. */
export interface GroupSpan {
  readonly groups: readonly number[];
  readonly said: string;
  readonly from: number;
  readonly to: number;
}

/** The groups of words that say the same, as data/finder.yaml has them. */
export class WordGroups {
  readonly #matcher: PhraseMatcher<readonly number[]>;

  constructor(groups: readonly (readonly string[])[]) {
    const ofPhrase = new Map<string, number[]>();
    groups.forEach((phrases, group) => {
      for (const phrase of phrases) ofPhrase.set(phrase, [...(ofPhrase.get(phrase) ?? []), group]);
    });
    this.#matcher = new PhraseMatcher(ofPhrase);
  }

  /** Every phrase of a group in a typed text, shorter ones inside longer ones included. */
  everyIn(tokens: readonly TypedToken[]): GroupSpan[] {
    return this.#matcher.findAll(tokens).map(({ from, to, value }) => this.#span(tokens, from, to, value));
  }

  /** A wording cut into groups where it has them, the longest phrase first, and syllables elsewhere; weights are 0. */
  unitsOf(wording: string): WordUnit[] {
    const { tokens } = readTyped(wording, false);
    const spans = this.#matcher.find(tokens).map(({ from, to, value }) => this.#span(tokens, from, to, value));
    const units: WordUnit[] = [];
    for (let at = 0; at < tokens.length; ) {
      const span = spans.find(({ from }) => from === at);
      const token = tokens[at];
      if (span) units.push({ kind: 'group', groups: span.groups, said: span.said, weight: 0 });
      else if (token) units.push({ kind: 'syllable', folded: token.folded, marked: token.marked, weight: 0 });
      at = span ? span.to : at + 1;
    }
    return units;
  }

  #span(tokens: readonly TypedToken[], from: number, to: number, groups: readonly number[]): GroupSpan {
    const said = tokens
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
    return { groups, said, from, to };
  }
}
