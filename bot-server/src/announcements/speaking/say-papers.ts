import { cardinal, sayNumber } from './number-words.ts';
import { spell } from './say-letters.ts';
import type { Rule } from './say-numbers.ts';
import type { SpokenWords } from './spoken-words.ts';

/** "30/2025/NĐ-CP", "57-NQ/TW", "43/KH-UBND", "45/2019/QH14": number, perhaps a year, then letters. */
const NUMBERED =
  /(?<![\p{L}\d/])(\d{1,5})(?:\/(\d{4}))?[/-]((?:\p{L}{1,8}\d{0,2})(?:[/-]\p{L}{1,8}\d{0,2}){0,3})(?![\p{L}\d/])/gu;
const LETTERS = /^\p{Lu}[\p{L}]*$/u;

/** A document's number as people say it; the kind of paper is left out where it has just been said. */
export function papersRule(words: SpokenWords): Rule {
  return {
    find: NUMBERED,
    say: (match) => {
      const [all, number = '', year, rest = ''] = match;
      const parts = rest.split(/[/-]/);
      if (!parts.every((part) => LETTERS.test(part.replace(/\d+$/, '')))) return all;
      const said = match.input.slice(Math.max(0, match.index - 30), match.index).toLocaleLowerCase('vi');
      const kinds = parts.flatMap((part) => words.papers.get(part) ?? []).filter((kind) => !said.includes(kind));
      const others = parts.filter((part) => !words.papers.has(part)).map((part) => issuer(part, words));
      const dated = year === undefined ? '' : ` năm ${cardinal(year)}`;
      const named = kinds.length === 0 ? '' : `, ${kinds.join(' ')}`;
      return `${sayNumber(number)}${dated}${named}${others.length === 0 ? '' : ` của ${others.join(' ')}`}`;
    },
  };
}

/** "QH14": of the fourteenth term. */
function issuer(part: string, words: SpokenWords): string {
  const [, letters = '', term] = /^(\p{L}+)(\d*)$/u.exec(part) ?? [];
  const name = words.issuers.get(letters) ?? words.sayWord.get(letters) ?? spell(letters, words);
  return term ? `${name} khóa ${cardinal(term)}` : name;
}
