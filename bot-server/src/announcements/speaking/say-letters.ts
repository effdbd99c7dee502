import { digitByDigit } from './number-words.ts';
import type { SpokenWords } from './spoken-words.ts';

/** Letter by letter and digit by digit: "TB7K" → "tê bê bảy ca". */
export function spell(text: string, { letters }: Pick<SpokenWords, 'letters'>): string {
  const names = [...text.normalize('NFC').toLocaleLowerCase('vi')].map((sign) =>
    /\d/.test(sign)
      ? digitByDigit(sign)
      : (letters.get(sign) ?? letters.get(bare(sign)) ?? (/\p{L}/u.test(sign) ? sign : '')),
  );
  return names.filter(Boolean).join(' ');
}

/** "ế" is spelled "ê": its tone is not part of the letter. */
function bare(sign: string): string {
  return sign
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}

const VOWEL = '[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?${VOWEL}{1,3}(?:ch|nh|ng|[cmnpt])?$`,
  'u',
);

/** Capitals that are a word, as titles are written ("HỌP"), and no abbreviation ("PCCC"). */
export function isWordInCapitals(text: string): boolean {
  return SYLLABLE.test([...text.toLocaleLowerCase('vi')].map(bare).join(''));
}
