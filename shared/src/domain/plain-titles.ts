import type { PlainTitlesFile } from '../content/plain-titles.ts';
import { saidSyllables } from '../text/tokens.ts';

/** Says in plain words what a heading is about; null where no rule knows such a heading. */
export type PlainTitles = (heading: string) => string | null;

/** Nothing is known of any heading. */
export const NO_PLAIN_TITLES: PlainTitles = () => null;

/** Compiles data/plain-titles.yaml. */
export function compilePlainTitles({ titles }: PlainTitlesFile): PlainTitles {
  const rules = titles.map(({ plain, is = [], starts = [], has = [], not = [] }) => ({
    plain,
    ...{ is: is.map(said), starts: starts.map(said), has: has.map(said), not: not.map(said) },
  }));
  return (heading) => {
    const words = said(heading);
    const fits = rules.find(({ is, starts, has, not }) => {
      if (not.some((phrase) => words.includes(phrase))) return false;
      if (is.includes(words) || starts.some((phrase) => words.startsWith(phrase))) return true;
      return has.length > 0 && has.every((phrase) => words.includes(phrase));
    });
    return fits?.plain ?? null;
  };
}

/** Folded syllables with a space around each; "và" and "&" are left out, because headings print a comma as often. */
function said(text: string): string {
  const words = saidSyllables(text).filter((word) => word !== 'va');
  return ` ${words.join(' ')} `;
}
