/** "[ngày giờ]": what a template leaves for its writer to fill in. While one is left, the server sends nothing. */
const BLANK = /\[[^[\]\n]{1,80}\]/g;

/** The parts of a text that are still to be filled in, in their order. */
export function blanksOf(text: string): readonly string[] {
  return text.match(BLANK) ?? [];
}
