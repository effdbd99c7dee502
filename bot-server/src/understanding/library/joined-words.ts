import type { TypedToken } from '@phuong-so/shared/text/typed-text';
import { hashOf, placeOf } from './hashed-words.ts';

/** A syllable that only one text has may itself be a slip. */
const KNOWN_FROM = 2;
const SHORTEST_JOINED = 5;
const SHORTEST_PART = 2;

/** The syllables that texts have more than once, as hashes in order. */
export function syllablesOf(texts: readonly (readonly TypedToken[])[]): Uint32Array {
  const seen = new Map<string, number>();
  for (const tokens of texts)
    for (const { folded } of tokens) if (IS_WORD.test(folded)) seen.set(folded, (seen.get(folded) ?? 0) + 1);
  return Uint32Array.from([...seen].filter(([, times]) => times >= KNOWN_FROM).map(([word]) => hashOf(word))).sort();
}

const IS_WORD = /^\p{L}+$/u;

/** Parts words that were typed without the space between: "báotử", "chuyểntrường". `known`: {@link syllablesOf} texts. */
export function partJoined<Token extends TypedToken>(tokens: readonly Token[], known: Uint32Array): Token[] {
  return tokens.flatMap((token) => parted(token, known) ?? token);
}

function parted<Token extends TypedToken>(token: Token, known: Uint32Array): Token[] | null {
  const isKnown = (syllable: string) => IS_WORD.test(syllable) && placeOf(known, hashOf(syllable)) >= 0;
  const { folded, marked } = token;
  if (folded.length < SHORTEST_JOINED || folded.length !== marked.length || isKnown(folded)) return null;
  for (let at = SHORTEST_PART; at <= folded.length - SHORTEST_PART; at += 1) {
    if (!isKnown(folded.slice(0, at)) || !isKnown(folded.slice(at))) continue;
    return [
      { ...token, folded: folded.slice(0, at), marked: marked.slice(0, at) },
      { ...token, folded: folded.slice(at), marked: marked.slice(at) },
    ];
  }
  return null;
}
