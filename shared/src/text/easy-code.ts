import { dropInvisible } from './fold.ts';

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand: no 0/O, 1/I/L. */
export const EASY_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of `length` such letters. `pick` gives a random whole number below the one it is given. */
export function easyCode(length: number, pick: (below: number) => number): string {
  return Array.from({ length }, () => EASY_LETTERS[pick(EASY_LETTERS.length)]).join('');
}

/** "ABCDEFGH" → "ABCD-EFGH". */
export function groupedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What was meant by a typed code: letter case, spaces and hyphens aside. */
export function typedCode(typed: string): string {
  return dropInvisible(typed)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
}
