import type { TargetReply } from '@phuong-so/shared/contracts/facts';

/** One year's value of a target. */
export interface Milestone {
  /** "2030"; "" = the plan states no year. */
  readonly year: string;
  /** For reading: "ít nhất 80%", "từ 80 đến 90%", "Đạt", "không đặt chỉ tiêu". */
  readonly words: string;
  /** From where to where, when it is a number; both are the same for a single one. */
  readonly number: { readonly low: number; readonly high: number } | null;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const VALUE = new RegExp(
  String.raw`^(≥|>=|>|≤|<=|<|trên|dưới|ít nhất|tối thiểu|tối đa|đạt|từ|(?:đạt )?trên)?\s*(${NUMBER})` +
    String.raw`(?:\s*%?\s*(?:-|–|đến)\s*(${NUMBER}))?\s*(%?)\s*(trở lên)?$`,
  'iu',
);

const BOUNDS: Readonly<Record<string, string>> = {
  '≥': 'ít nhất ',
  '>=': 'ít nhất ',
  '>': 'trên ',
  '≤': 'nhiều nhất ',
  '<=': 'nhiều nhất ',
  '<': 'dưới ',
};

/** A target's years in order; the year that the plan does not state comes last. */
export function milestonesOf({ values, unit }: Pick<TargetReply, 'values' | 'unit'>): readonly Milestone[] {
  return Object.entries(values)
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : Number(a) - Number(b)))
    .map(([year, value]) => readMilestone(year, value, unit));
}

function readMilestone(year: string, value: string | null, unit: string | null): Milestone {
  if (value === null) return { year, words: 'không đặt chỉ tiêu', number: null };
  const match = VALUE.exec(value.trim());
  if (match === null) return { year, words: withUnit(value, unit), number: null };
  const [, bound = '', first = '', second, percent = '', orMore] = match;
  const low = toNumber(first);
  const prefix = BOUNDS[bound] ?? (bound === '' ? '' : `${bound.toLocaleLowerCase('vi')} `);
  const range = second === undefined ? `${prefix}${first}` : `từ ${first} đến ${second}`;
  const words = withUnit(`${range}${percent}`, unit) + (orMore === undefined ? '' : ' trở lên');
  return { year, words, number: { low, high: second === undefined ? low : toNumber(second) } };
}

/** A value may carry the unit already, or part of it. */
function withUnit(words: string, unit: string | null): string {
  if (unit === null || !/\d$/.test(words)) return words;
  return unit.startsWith('%') ? words + unit : `${words} ${unit}`;
}

/** Vietnamese: a comma before decimals, dots between thousands. */
function toNumber(printed: string): number {
  const plain = /^\d{1,3}(\.\d{3})+(,|$)/.test(printed) ? printed.replace(/\./g, '') : printed;
  return Number(plain.replace(',', '.'));
}

/** Whether bars tell more than words: at least two years with numbers. */
export function isDrawable(milestones: readonly Milestone[]): boolean {
  return milestones.filter(({ number, year }) => number !== null && year !== '').length >= 2;
}

/** What a full bar stands for: 100 for shares, else the highest number. */
export function fullBar(milestones: readonly Milestone[]): number {
  const highest = Math.max(...milestones.map(({ number }) => number?.high ?? 0));
  return milestones.some(({ words }) => words.includes('%')) ? Math.max(100, highest) : highest;
}

/** "Năm 2030", "Không ghi năm". */
export function yearWords(year: string): string {
  return year === '' ? 'Không ghi năm' : `Năm ${year}`;
}

/** "Năm 2025: ít nhất 60%; năm 2030: 100%." */
export function milestonesInWords(milestones: readonly Milestone[]): string {
  const words = milestones.map(({ year, words: value }) => `${yearWords(year)}: ${value}`).join('; ');
  return `${words.replace(/; N/g, '; n').replace(/; K/g, '; k')}.`;
}
