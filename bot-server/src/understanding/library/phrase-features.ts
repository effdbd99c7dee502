import { soundKey } from '@phuong-so/shared/text/sound-key';
import type { TypedToken } from '@phuong-so/shared/text/typed-text';
import type { WordGroups } from './word-units.ts';

const YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\d+$/;
/** Shorter numbers are ages, classes, form numbers: they tell procedures apart. */
const LONGEST_PLAIN_NUMBER = 2;

/**
 * What a text is compared by: its syllables without marks, by spelling and by sound, its pairs of neighbours and of
 * syllables with one between, the groups of words that say the same, and, where marks were typed, the syllables and pairs
 * with them: "vâng" is not "vắng". Each once.
 */
export function featuresOf(tokens: readonly TypedToken[], groups: WordGroups): string[] {
  const features = new Set<string>();
  const words = tokens.map(({ folded }) => plain(folded));
  const sounds = tokens.map(({ folded }) => (NUMBER.test(folded) ? plain(folded) : soundKey(folded)));
  words.forEach((word, at) => {
    features.add(`w ${word}`).add(`s ${sounds[at]}`);
    if (at + 1 < words.length) features.add(`w ${word} ${words[at + 1]}`).add(`s ${sounds[at]} ${sounds[at + 1]}`);
    if (at + 2 < words.length) features.add(`w ${word} _ ${words[at + 2]}`);
  });
  tokens.forEach(({ marked, mayLackMarks }, at) => {
    if (mayLackMarks) return;
    features.add(`m ${marked}`);
    const next = tokens[at + 1];
    if (next && !next.mayLackMarks) features.add(`m ${marked} ${next.marked}`);
  });
  for (const span of groups.everyIn(tokens)) for (const group of span.groups) features.add(`g ${group}`);
  return [...features];
}

function plain(folded: string): string {
  if (YEAR.test(folded)) return '#year';
  return NUMBER.test(folded) && folded.length > LONGEST_PLAIN_NUMBER ? '#number' : folded;
}
