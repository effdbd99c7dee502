import { foldMarks, normaliseTones } from './fold.ts';

/** One syllable, number or "%" of a typed text. Offsets point into {@link TypedText.text}. */
export interface TypedToken {
  /** Lower case, tone marks kept in one form. */
  readonly marked: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

export interface TypedText {
  readonly text: string;
  readonly tokens: readonly TypedToken[];
}

const TOKEN = /[\p{L}\p{M}]+|\d+|%/gu;

/** Cuts a typed text into tokens, each with and without its marks. */
export function readTyped(text: string): TypedText {
  const clean = text.normalize('NFC');
  const tokens = [...clean.matchAll(TOKEN)].map((match) => ({
    marked: normaliseTones(match[0]),
    folded: foldMarks(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { text: clean, tokens };
}
