import { foldMarks, hasMarks, normaliseTones } from './fold.ts';

/** One syllable, number or "%" of a typed text. Offsets point into {@link TypedText.text}. */
export interface TypedToken {
  /** Lower case, tone marks kept in one form. */
  readonly marked: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Punctuation stands before it: a phrase does not reach over it. */
  readonly afterBreak: boolean;
  /** The whole text carries no marks, so this token may stand for any marks. In a text with marks a bare token is bare. */
  readonly mayLackMarks: boolean;
}

export interface TypedText {
  readonly text: string;
  readonly tokens: readonly TypedToken[];
}

const BREAK = /[.,;:!?…()[\]{}"“”\n]/u;
const TOKEN = /[\p{L}\p{M}]+|\d+|%/gu;

/** Cuts a typed text into tokens, each with and without its marks. `mayLackMarks`: it was typed without any. */
export function readTyped(text: string, mayLackMarks = !hasMarks(text)): TypedText {
  const clean = text.normalize('NFC');
  let before = 0;
  const tokens = [...clean.matchAll(TOKEN)].map((match) => {
    const between = clean.slice(before, match.index);
    before = match.index + match[0].length;
    return {
      marked: normaliseTones(match[0]),
      folded: foldMarks(match[0]),
      start: match.index,
      end: before,
      afterBreak: BREAK.test(between),
      mayLackMarks,
    };
  });
  return { text: clean, tokens };
}
