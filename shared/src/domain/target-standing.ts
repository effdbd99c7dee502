import { foldMarks } from '../text/fold.ts';
import { lastDayOfPeriod } from './periods.ts';
import type { TargetValue } from './work.ts';

export type Comparison = 'reached' | 'not_reached' | 'cannot_compare';
export type TargetStanding = Comparison | 'no_figure' | 'no_milestone';

/** A year that a plan names ("" = it names none), and what it wants by then. */
export interface Milestone {
  readonly year: string;
  readonly value: string;
}

/**
 * The milestone that counts next in the year of the ISO day `today`: "-" is none, and one without a year always counts. null =
 * the plan wants nothing more.
 */
export function nextMilestone(values: Readonly<Record<string, string | null>>, today: string): Milestone | null {
  const thisYear = today.slice(0, 4);
  const wanted = Object.entries(values).flatMap(([year, value]) => (value === null ? [] : [{ year, value }]));
  const ahead = wanted.filter(({ year }) => year >= thisYear).sort((one, other) => one.year.localeCompare(other.year));
  return ahead[0] ?? wanted.find(({ year }) => year === '') ?? null;
}

/** The value that counts: of the newest period, what is confirmed before what was only reported; one given back never counts. */
export function countingValue(values: readonly TargetValue[]): TargetValue | null {
  const counting = values.filter(({ state, replacedBy }) => state !== 'returned' && replacedBy === null);
  const rank = ({ period, state, at }: TargetValue) =>
    `${lastDayOfPeriod(period) ?? ''} ${state === 'confirmed' ? 1 : 0} ${String(at).padStart(16, '0')}`;
  return [...counting].sort((one, other) => rank(other).localeCompare(rank(one)))[0] ?? null;
}

/** `unit`: as the plan prints it beside the target; null = none. */
export function standingOfTarget(value: string | null, milestone: string | null, unit: string | null): TargetStanding {
  if (milestone === null) return value === null ? 'no_figure' : 'no_milestone';
  return value === null ? 'no_figure' : compareWithMilestone(value, milestone, unit);
}

/**
 * Whether what was entered ("82,5%", "12/15", "Đạt") reaches what the plan wants ("≥80%", "80-90%", "Đạt trên 3%", "Đạt",
 * "100"). Of a range its lower end is enough. Words against figures, figures of different kinds, and wishes that say more than
 * one thing are not compared: that is for a person.
 */
export function compareWithMilestone(value: string, milestone: string, unit: string | null): Comparison {
  const wanted = readAmount(milestone, unit);
  const got = readAmount(value, unit);
  if (wanted === null || got === null) return compareWords(value, milestone);
  const isShare = wanted.isShare || (unit?.includes('%') ?? false);
  if (got.isShare && !isShare) return 'cannot_compare';
  return compareRanges(got, wanted);
}

/** What is meant by an amount: at least `low` and at most `high`; `open`: the end itself does not count. */
interface Amount {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly isMost: boolean;
  readonly isShare: boolean;
}

function compareRanges(got: Amount, wanted: Amount): Comparison {
  if (wanted.isMost) {
    if (got.high <= wanted.high) return 'reached';
    return got.low > wanted.high ? 'not_reached' : 'cannot_compare';
  }
  const isBelow = (amount: number) => amount < wanted.low || (wanted.lowOpen && amount === wanted.low);
  if (!isBelow(got.low) || (got.low === wanted.low && got.lowOpen)) return 'reached';
  return isBelow(got.high) ? 'not_reached' : 'cannot_compare';
}

function compareWords(value: string, milestone: string): Comparison {
  if (foldMarks(milestone).trim() !== 'dat') return 'cannot_compare';
  const said = foldMarks(value).trim();
  if (said === 'dat' || said === 'da dat') return 'reached';
  return /^(chua|khong) dat$/.test(said) ? 'not_reached' : 'cannot_compare';
}

const NUMBER = '\\d[\\d.,]*';
const MORE = 'tren|lon hon|>';
const LEAST = 'it nhat|toi thieu|tu|≥|>=|=>|\\\\geq';
const MOST = 'khong qua|toi da|≤|<=|=<';
const AMOUNT = new RegExp(
  `^(?:phan dau )?(?:dat )?(${MORE}|${LEAST}|${MOST})?\\s*(${NUMBER})\\s*(%)?(?:\\s*(?:-|–|den)\\s*(${NUMBER})\\s*(%)?|\\s*/\\s*(${NUMBER}))?\\s*(.*)$`,
);

/** null where it is no one amount. */
function readAmount(text: string, unit: string | null): Amount | null {
  const match = AMOUNT.exec(foldMarks(text).trim());
  if (match === null) return null;
  const [, sign = '', first = '', percent, second, secondPercent, of, rest = ''] = match;
  if (rest !== '' && (unit === null || foldMarks(unit).trim() !== rest)) return null;
  const low = readNumber(first);
  const high = second === undefined ? low : readNumber(second);
  if (low === null || high === null || high < low) return null;
  if (of !== undefined) return shareOf(low, readNumber(of), sign);
  const isShare = (percent ?? secondPercent) !== undefined;
  const isMost = new RegExp(`^(?:${MOST})$`).test(sign);
  const isLeast = sign !== '' && !isMost;
  return {
    ...{ isShare, isMost, lowOpen: new RegExp(`^(?:${MORE})$`).test(sign) },
    low: isMost ? Number.NEGATIVE_INFINITY : low,
    high: isLeast ? Number.POSITIVE_INFINITY : high,
  };
}

/** "12/15": four fifths. */
function shareOf(part: number, whole: number | null, sign: string): Amount | null {
  if (whole === null || whole === 0 || part > whole || sign !== '') return null;
  const share = (part / whole) * 100;
  return { low: share, high: share, lowOpen: false, isMost: false, isShare: true };
}

/** "82,5", "82.5", "1.200" and "1.200,5" as Vietnamese writes numbers: three figures after a point are thousands. */
function readNumber(text: string): number | null {
  const trimmed = text.replace(/[.,]$/, '');
  const isGrouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(trimmed);
  const plain = isGrouped ? trimmed.replaceAll('.', '').replace(',', '.') : trimmed.replace(',', '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}
