import type { PlanTarget, PlanWarning } from '@phuong-so/shared/domain/plan';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';

/** Words of indicators that say nothing about which indicator it is. */
const EMPTY = new Set(
  'ty ti le cac co cua va tren dia ban phuong trong duoc cho den nam dat muc so tai voi theo ve thuc hien hang cap nhung tu la phai toi thieu it nhat'.split(
    ' ',
  ),
);
/** Weighted share of common words from which two names mean one indicator; within one table only equal names do. */
const SAME_SHARE = 0.62;
const SAME_TABLE_SHARE = 0.95;
/** One name stands inside the other. */
const INSIDE_SHARE = 0.85;
const INSIDE_OF_LONGER = 0.2;
/** A phrase of this many syllables that no third indicator has names the subject of both. */
const PHRASE = 3;
const PHRASE_SHARE = 0.15;
const MIN_WORDS = 3;

interface Indicator {
  readonly target: PlanTarget;
  readonly words: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

/** Two values for one indicator and year. A sentence without a year is compared with every year of the other. */
export function findContradictions(targets: readonly PlanTarget[]): PlanWarning[] {
  const indicators = targets.map(
    (target): Indicator => ({ target, words: wordsOf(target.name), phrases: phrasesOf(target.name) }),
  );
  const weight = weightOf(indicators);
  const isRare = rarePhrase(indicators);
  const warnings: PlanWarning[] = [];
  indicators.forEach((first, index) => {
    for (const second of indicators.slice(index + 1)) {
      const likeness = compare(first, second, weight, isRare);
      if (likeness === 'other') continue;
      const years = differingYears(first.target, second.target, likeness === 'same').filter(
        (year) => !isFilled(first, second, year, indicators),
      );
      if (years.length > 0) warnings.push(toWarning(first.target, second.target, years));
    }
  });
  return warnings;
}

function wordsOf(name: string): Set<string> {
  const syllables = foldedSyllables(name).filter((word) => !EMPTY.has(word) && !/^20\d{2}$/.test(word));
  return new Set([...syllables, ...syllables.slice(1).map((word, index) => `${syllables[index]}_${word}`)]);
}

/** Rare words tell indicators apart; words that most of the plan's indicators share count little. */
function weightOf(indicators: readonly Indicator[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of indicators) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((indicators.length + 1) / (counts.get(word) ?? 1));
}

/** `related`: one rare phrase names the subject of both; only two real values then say anything. */
type Likeness = 'same' | 'related' | 'other';

function compare(
  first: Indicator,
  second: Indicator,
  weight: (word: string) => number,
  isRare: (phrase: string) => boolean,
): Likeness {
  if (Math.min(first.words.size, second.words.size) < MIN_WORDS) return 'other';
  const total = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weight(word), 0);
  const shared = total([...first.words].filter((word) => second.words.has(word)));
  const ofLonger = shared / Math.max(total(first.words), total(second.words));
  const ofShorter = shared / Math.min(total(first.words), total(second.words));
  const isOneTable = first.target.annex !== null && first.target.annex === second.target.annex;
  if (isOneTable) return ofLonger >= SAME_TABLE_SHARE ? 'same' : 'other';
  if (ofLonger >= SAME_SHARE || (ofShorter >= INSIDE_SHARE && ofLonger >= INSIDE_OF_LONGER)) return 'same';
  const sharesSubject = [...first.phrases].some((phrase) => second.phrases.has(phrase) && isRare(phrase));
  return sharesSubject && ofLonger >= PHRASE_SHARE ? 'related' : 'other';
}

function phrasesOf(name: string): Set<string> {
  const syllables = foldedSyllables(name);
  return new Set(syllables.slice(PHRASE - 1).map((_word, index) => syllables.slice(index, index + PHRASE).join(' ')));
}

function rarePhrase(indicators: readonly Indicator[]): (phrase: string) => boolean {
  const counts = new Map<string, number>();
  const distinct = new Map(indicators.map((indicator) => [[...indicator.phrases].join('|'), indicator]));
  for (const { phrases } of distinct.values()) {
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return (phrase) =>
    counts.get(phrase) === 2 && phrase.split(' ').filter((word) => !EMPTY.has(word)).length >= PHRASE - 1;
}

/** One row's "-" is no missing target where another row of its table, of the same name, gives the year. */
function isFilled(first: Indicator, second: Indicator, year: string, all: readonly Indicator[]): boolean {
  const empty = [first, second].find(({ target }) => target.values[year] === null);
  if (!empty) return false;
  const name = [...empty.phrases].join('|');
  return all.some(
    ({ target, phrases }) =>
      target !== empty.target &&
      target.annex === empty.target.annex &&
      typeof target.values[year] === 'string' &&
      [...phrases].join('|') === name,
  );
}

/** Years for which both say something and not the same. "-" in a table says that there is no target. */
function differingYears(first: PlanTarget, second: PlanTarget, countsNone: boolean): string[] {
  const years = new Set([...Object.keys(first.values), ...Object.keys(second.values)]);
  return [...years].filter((year) => {
    const a = year in first.values ? first.values[year] : first.values[''];
    const b = year in second.values ? second.values[year] : second.values[''];
    if (a === undefined || b === undefined || (a === null && b === null)) return false;
    if (!countsNone && (a === null || b === null)) return false;
    // A sentence says "ít nhất" where a table leaves the sign to the reader, so only its numbers are compared.
    const isText = first.origin !== 'appendix' || second.origin !== 'appendix';
    return isText ? figures(a).replace(/[≥≤><]/g, '') !== figures(b).replace(/[≥≤><]/g, '') : figures(a) !== figures(b);
  });
}

/** "≥75%" and "≥ 75" are one value; "95" and "≥95" are two. */
function figures(value: string | null): string {
  if (value === null) return '-';
  const found = value.replace(/(?<![\d.,])0+(?=\d)/g, '').match(/[≥≤><]?\d+(?:[.,]\d+)?(?:-\d+)?/g);
  return found ? [...new Set(found)].join(' ') : value.toLowerCase();
}

function toWarning(first: PlanTarget, second: PlanTarget, years: readonly string[]): PlanWarning {
  const told = years.map((year) => {
    const when = year === '' ? '' : `năm ${year}: `;
    return `${when}${shown(first, year)} (${placeOf(first)}) và ${shown(second, year)} (${placeOf(second)})`;
  });
  return {
    kind: 'contradiction',
    text: `Kế hoạch ghi hai mức khác nhau cho chỉ tiêu "${shorter(first.name, second.name)}": ${told.join('; ')}.`,
    quotes: [first.quote, second.quote],
    about: [first.id, second.id],
  };
}

function shown(target: PlanTarget, year: string): string {
  const value = year in target.printed ? target.values[year] : target.values[''];
  if (value === null || value === undefined) return 'không đặt chỉ tiêu';
  return target.unit?.startsWith('%') && /^[≥≤><]?\d+(?:[.,]\d+)?$/.test(value) ? `${value}%` : value;
}

/** "Phụ lục I, mục 1.2", "mục III.2.6". */
export function placeOf(target: {
  readonly annex: string | null;
  readonly no: string | null;
  readonly quote: PlanTarget['quote'];
}): string {
  if (target.annex === null) return `mục ${target.quote.place.section ?? ''}`.trim();
  const annex = target.annex === '' ? 'Phụ lục' : `Phụ lục ${target.annex}`;
  return target.no ? `${annex}, mục ${target.no}` : annex;
}

function shorter(first: string, second: string): string {
  return first.length <= second.length ? first : second;
}
