/** Vocabulary of one ward: folded syllable → number of passages that hold it. */
export type Vocabulary = ReadonlyMap<string, number>;

const MIN_LETTERS = 4;
const MAX_GUESSES = 8;

/** Known syllables one slip of the finger away from an unknown one, most common first. Short words are left alone. */
export function spellingGuesses(folded: string, vocabulary: Vocabulary): string[] {
  if (folded.length < MIN_LETTERS || folded.length > 12 || !/^[a-z]+$/.test(folded)) return [];
  const found: [string, number][] = [];
  for (const [word, passages] of vocabulary) {
    if (isOneSlipAway(folded, word)) found.push([word, passages]);
  }
  return found
    .sort((left, right) => right[1] - left[1])
    .slice(0, MAX_GUESSES)
    .map(([word]) => word);
}

/** One letter missing, added, wrong, or two neighbours swapped. */
export function isOneSlipAway(typed: string, word: string): boolean {
  const difference = typed.length - word.length;
  if (Math.abs(difference) > 1 || typed === word) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (difference === 1) return typed.slice(at + 1) === word.slice(at);
  if (difference === -1) return typed.slice(at) === word.slice(at + 1);
  if (typed.slice(at + 1) === word.slice(at + 1)) return true;
  return typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2);
}

/** "term passages" lines, as the index stores them. */
export function parseVocabulary(lines: string): Vocabulary {
  const vocabulary = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) vocabulary.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return vocabulary;
}
