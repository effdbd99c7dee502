import { foldMarks } from '@phuong-so/shared/text/fold';

/** A text as it is searched: folded words with a space around each, lines apart from each other. */
export interface SearchText {
  /** " lam giay khai sinh | khai sinh cho con ". */
  readonly words: string;
  /** The same by sound: what people write for the same syllable is one. */
  readonly sounds: string;
  /** First letters: "lgks|ksc". */
  readonly initials: string;
}

const SOUND = 0.75;
const INITIALS = 0.8;

export function searchText(lines: readonly string[]): SearchText {
  const folded = lines.map((line) =>
    foldMarks(line)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const spaced = (text: string) => ` ${text} `;
  return {
    words: spaced(folded.join(' | ')),
    sounds: spaced(folded.map((line) => soundOf(line)).join(' | ')),
    initials: folded.map((line) => line.replace(/(\w)\w* ?/g, '$1')).join('|'),
  };
}

/** How surely the text holds the folded word or words: 1 as written, less by sound ("xao y") or first letters ("bhyt"), 0 not. */
export function likeness(text: SearchText, sought: string, mayBeBegun: boolean): number {
  if (holds(text.words, sought, mayBeBegun)) return 1;
  // Syllables without a vowel are no words: they are abbreviations.
  if (/^[^aeiou ]{2,}$/.test(sought)) return text.initials.includes(sought) ? INITIALS : 0;
  return holds(text.sounds, soundOf(sought), mayBeBegun) ? SOUND : 0;
}

function holds(text: string, sought: string, mayBeBegun: boolean): boolean {
  return text.includes(` ${sought} `) || (mayBeBegun && sought.length > 1 && text.includes(` ${sought}`));
}

/** "tam chu" and "tam tru", "xao y" and "sao y", "dang ki" and "dang ky" sound alike to many. */
function soundOf(folded: string): string {
  return folded
    .split(' ')
    .map((word) =>
      word
        .replace(/y/g, 'i')
        .replace(/^tr/, 'ch')
        .replace(/^s/, 'x')
        .replace(/^(?:gi(?=[aeou])|r)/, 'd')
        .replace(/ng$/, 'n')
        .replace(/c$/, 't'),
    )
    .join(' ');
}
