/** Initials that are written one for another because they sound alike somewhere in the country; longest first. */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^tr/, 'ch'],
  [/^gi(?=[aeou])/, 'd'],
  [/^[rzj]/, 'd'],
  [/^x/, 's'],
  [/^l/, 'n'],
  [/^f/, 'ph'],
  [/^c(?!h)/, 'k'],
];

/**
 * What a folded syllable sounds like: "xinh" and "sinh", "tac" and "tat", "ki" and "ky" have one key. For syllables
 * that are spelled by ear; two different words may share a key.
 */
export function soundKey(folded: string): string {
  const initial = INITIALS.find(([pattern]) => pattern.test(folded));
  const begun = initial ? folded.replace(initial[0], initial[1]) : folded;
  return begun
    .replace(/y/g, 'i')
    .replace(/(?<=[aeiou])n[gh]?$/, 'n')
    .replace(/(?<=[aeiou])(?:ch|c|t)$/, 't');
}
