import { foldMarks, normaliseTones } from './fold.ts';

const SYLLABLE = /[\p{L}\p{M}]+|\d+/gu;

/** Syllables and numbers in order, marks kept in one form. "Phủ sóng 5G" → ["phủ", "sóng", "5", "g"]. */
export function syllables(text: string): string[] {
  return normaliseTones(text).match(SYLLABLE) ?? [];
}

/** The same without tone marks. "Phủ sóng 5G" → ["phu", "song", "5", "g"]. */
export function foldedSyllables(text: string): string[] {
  return foldMarks(text).match(SYLLABLE) ?? [];
}

/** Splits where a pair of syllables is no longer one phrase: punctuation other than hyphen, slash and ampersand. */
export function clauses(text: string): string[] {
  return text.split(/[.,;:!?…()[\]{}"“”'‘’|\n\r\t]+/u).filter((clause) => /[\p{L}\d]/u.test(clause));
}

/** Neighbouring pairs of `list`, joined by "_". */
export function pairs(list: readonly string[]): string[] {
  return list.slice(1).map((next, index) => `${list[index]}_${next}`);
}

/** "01" is said "1". */
export function plainNumber(word: string): string {
  return /^0\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word;
}

/** Folded syllables, numbers as they are said. */
export function saidSyllables(text: string): string[] {
  return foldedSyllables(text).map(plainNumber);
}

/** The same with a space around each, so that a phrase can be found with `includes`: " phu song 5 g ". */
export function padded(text: string): string {
  return ` ${saidSyllables(text).join(' ')} `;
}
