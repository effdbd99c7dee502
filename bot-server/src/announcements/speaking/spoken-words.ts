import type { SpokenWordsFile } from '@phuong-so/shared/content/spoken-words';

/** The lists of data/spoken-words.yaml, made ready to look for. */
export interface SpokenWords {
  readonly words: RegExp;
  readonly sayWord: ReadonlyMap<string, string>;
  /** Short words that count in front of a number or a name only. */
  readonly guarded: RegExp;
  readonly unit: RegExp;
  readonly sayUnit: ReadonlyMap<string, string>;
  readonly papers: ReadonlyMap<string, string>;
  readonly issuers: ReadonlyMap<string, string>;
  /** One Roman letter behind one of the words that count something. */
  readonly romanAfter: RegExp;
  readonly letters: ReadonlyMap<string, string>;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (all: readonly string[]) => [...all].sort((a, b) => b.length - a.length);
const anyOf = (all: readonly string[]) => (all.length === 0 ? '(?!)' : longestFirst(all).map(escaped).join('|'));

export function compileSpokenWords(file: SpokenWordsFile): SpokenWords {
  const pairs = (list: SpokenWordsFile['units']) =>
    new Map(list.flatMap(({ short, say }) => short.map((one) => [one, say] as const)));
  const [guarded, free] = [file.words.filter(({ before }) => before), file.words.filter(({ before }) => !before)];
  const shorts = (list: SpokenWordsFile['units']) => anyOf(list.flatMap(({ short }) => short));
  return {
    words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${shorts(free)})(?![\\p{L}\\p{M}])`, 'gu'),
    guarded: new RegExp(`(?<![\\p{L}\\p{N}])(${shorts(guarded)})\\s?(?=\\d|\\p{Lu}\\p{Ll})`, 'gu'),
    sayWord: pairs(file.words),
    unit: new RegExp(`(?<=\\d)\\s?(${shorts(file.units)})(?![\\p{L}\\p{N}])`, 'gu'),
    sayUnit: pairs(file.units),
    papers: new Map(Object.entries(file.papers)),
    issuers: new Map(Object.entries(file.issuers)),
    romanAfter: new RegExp(`(?<=(?<!\\p{L})(?:${anyOf(file.roman_after)})\\s)[IVXL](?![\\p{L}\\p{N}.])`, 'giu'),
    letters: new Map(Object.entries(file.letters)),
  };
}
