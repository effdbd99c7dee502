/** What a template leaves to be filled in, "[nơi họp…]", and what is drawn by hand: "......", "____". */
const BLANK = /\[[^\]\n]{0,80}\]|…{2,}|\.{4,}|_{3,}/gu;

/** Places of a text that are still to be filled in, as they are written; [] = none. */
export function blanksIn(text: string): string[] {
  return text.match(BLANK) ?? [];
}
