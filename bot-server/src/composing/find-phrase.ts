/** Where a phrase begins among words; none where it does not stand. Both are told as {@link syllables}. */
export function placesOf(words: readonly string[], phrase: readonly string[]): number[] {
  return words.flatMap((_, at) => (phrase.every((part, offset) => words[at + offset] === part) ? [at] : []));
}

/** A list of phrases as it is written in code: parted by commas. */
export function phrases(list: string): string[][] {
  return list.split(',').map((phrase) => phrase.trim().split(' '));
}
