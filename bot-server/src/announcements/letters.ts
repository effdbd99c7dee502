import { dropInvisible, foldMarks, normaliseTones } from '@phuong-so/shared/text/fold';

/** One character of a text as it is compared: white space is gone, and which word it came from is kept. */
export interface Letter {
  readonly marked: string;
  readonly folded: string;
  /** Punctuation at a word's edge, a bullet, a picture: may be there or not. Inside a number or a link nothing is. */
  readonly optional: boolean;
  readonly word: number;
}

const DASHES = /[\u2010-\u2015\u2212]/gu;
const ALNUM = /[\p{L}\p{M}\p{N}]/u;
/** What changes a number, a price, a link or an address. */
const WEIGHTY = /[\p{Sc}.,:;?!/\\@%+#=&_~-]/u;
const EDGE = /[\s.,:;?!"'()[\]…]/u;

export function lettersOf(text: string): Letter[] {
  const clean = [...normaliseTones(dropInvisible(text).normalize('NFC')).replace(DASHES, '-')];
  let word = 0;
  return clean.flatMap((sign, at) => {
    if (/\s/u.test(sign)) {
      word += 1;
      return [];
    }
    const optional = isOptional(sign, clean[at - 1] ?? ' ', clean[at + 1] ?? ' ');
    if (optional) word += 1;
    return [{ marked: sign, folded: foldMarks(sign), optional, word }];
  });
}

function isOptional(sign: string, before: string, after: string): boolean {
  if (ALNUM.test(sign)) return false;
  if (!WEIGHTY.test(sign)) return true;
  if (sign === '-') return /\s/u.test(after);
  return /[.,:;?!]/u.test(sign) && (EDGE.test(before) || EDGE.test(after));
}

/**
 * Takes the first place where the part stands in the message out of it. A letter that has lost its marks is the letter; one
 * with other marks is not. null when the part does not stand there.
 */
export function takeOut(message: readonly Letter[], part: readonly Letter[]): Letter[] | null {
  if (!part.some(({ optional }) => !optional)) return null;
  for (let from = 0; from < message.length; from += 1) {
    const to = endOf(message, from, part);
    if (to !== null) return [...message.slice(0, from), GAP, ...message.slice(to)];
  }
  return null;
}

/** Stands where something was taken out, so that what is left on both sides does not become one word. */
const GAP: Letter = { marked: ' ', folded: ' ', optional: true, word: -1 };

function endOf(message: readonly Letter[], from: number, part: readonly Letter[]): number | null {
  let at = from;
  for (let step = 0; step < part.length; ) {
    const wanted = part[step];
    const given = message[at];
    if (wanted !== undefined && given !== undefined && isSame(given, wanted)) {
      at += 1;
      step += 1;
    } else if (wanted?.optional) step += 1;
    else if (given?.optional && at > from) at += 1;
    else return null;
  }
  return at;
}

function isSame(given: Letter, wanted: Letter): boolean {
  return given.marked === wanted.marked || given.marked === wanted.folded;
}

/** The words that are left, folded; signs alone are none. */
export function wordsLeft(letters: readonly Letter[]): string[] {
  const words = new Map<number, string>();
  for (const { folded, optional, word } of letters) {
    if (!optional) words.set(word, (words.get(word) ?? '') + folded);
  }
  return [...words.values()].filter((word) => ALNUM.test(word));
}
