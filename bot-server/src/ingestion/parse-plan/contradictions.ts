import type { PlanTarget, PlanWarning } from '@phuong-so/shared/domain/plan';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';

/** Words of indicators that say nothing about which indicator it is. */
const EMPTY = new Set(
  'ty ti le cac co cua va tren dia ban phuong trong duoc cho den nam dat muc so tai voi theo ve thuc hien hang cap nhung tu la phai toi thieu it nhat'.split(
    ' ',
  ),
);
const SAME_SHARE = 0.62;
const INSIDE_SHARE = 0.8;
const MIN_WORDS = 3;

interface Indicator {
  readonly target: PlanTarget;
  readonly words: ReadonlySet<string>;
}

/** Two values for one indicator and year. A sentence without a year is compared with every year of the other. */
export function findContradictions(targets: readonly PlanTarget[]): PlanWarning[] {
  const indicators = targets.map((target): Indicator => ({ target, words: wordsOf(target.name) }));
  const weight = weightOf(indicators);
  const warnings: PlanWarning[] = [];
  indicators.forEach((first, index) => {
    for (const second of indicators.slice(index + 1)) {
      if (!isSameIndicator(first, second, weight)) continue;
      const years = differingYears(first.target, second.target);
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

function isSameIndicator(first: Indicator, second: Indicator, weight: (word: string) => number): boolean {
  if (Math.min(first.words.size, second.words.size) < MIN_WORDS) return false;
  const total = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weight(word), 0);
  const shared = total([...first.words].filter((word) => second.words.has(word)));
  const [a, b] = [total(first.words), total(second.words)];
  return (
    shared / Math.max(a, b) >= SAME_SHARE || (shared / Math.min(a, b) >= INSIDE_SHARE && shared / Math.max(a, b) >= 0.3)
  );
}

/** Years for which both say something and not the same. "-" in a table says that there is no target. */
function differingYears(first: PlanTarget, second: PlanTarget): string[] {
  const years = new Set([...Object.keys(first.values), ...Object.keys(second.values)]);
  return [...years].filter((year) => {
    const a = year in first.values ? first.values[year] : first.values[''];
    const b = year in second.values ? second.values[year] : second.values[''];
    if (a === undefined || b === undefined || (a === null && b === null)) return false;
    return figures(a) !== figures(b);
  });
}

/** "≥75%" and "≥ 75" are one value; "95" and "≥95" are two. */
function figures(value: string | null): string {
  if (value === null) return '-';
  const found = value.match(/[≥≤><]?\d+(?:[.,]\d+)?(?:-\d+)?/g);
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
