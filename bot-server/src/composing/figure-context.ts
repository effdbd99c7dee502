import { figuresAt, foldedForFigures, type PlacedFigure } from './figures.ts';

/** What a figure is a figure of, as the words around it tell; null where they do not. */
interface FigureContext {
  readonly figure: string;
  /** "%", "ngay", "dong" … */
  readonly measure: string | null;
  /** The year for which it holds: "2030". */
  readonly year: string | null;
  /** Of a day: is it the last one, or the first? */
  readonly side: 'until' | 'from' | null;
  /** Of a document: the day that is told right behind its number. */
  readonly day: string | null;
}

/**
 * Whether a sentence says of a figure something else than its evidence: another measure ("30 ngày" for "30 %"), another
 * year's value, "sau ngày" for "trước ngày". What the evidence leaves open is not held against a sentence.
 */
export function isInOtherContext(sentence: string, evidence: string): boolean {
  const known = contextsOf(evidence);
  return contextsOf(sentence).some(({ figure, measure, year, side, day }) => {
    const same = known.filter((other) => other.figure === figure || other.figure.startsWith(`${figure}/`));
    if (same.length === 0) return false;
    const isOpen = (fits: (other: FigureContext) => boolean) => same.some(fits);
    return (
      !isOpen((other) => measure === null || other.measure === null || other.measure === measure) ||
      !isOpen((other) => year === null || other.year === null || other.year === year) ||
      !isOpen((other) => side === null || other.side === null || other.side === side) ||
      !isOpen((other) => day === null || other.day === day)
    );
  });
}

function contextsOf(text: string): FigureContext[] {
  const folded = foldedForFigures(text);
  const figures = figuresAt(text);
  const parts = segments(folded);
  return figures.map((one) => ({
    figure: one.figure,
    measure: measureAfter(folded, one),
    year: isAmount(one) ? yearOf(one, figures, parts) : null,
    side: sideBefore(folded, one),
    day: dayBehind(folded, one, figures),
  }));
}

const MEASURE =
  /^[\d.,/]*\s*(%|phan tram|phan nghin|phan van|phan muoi|dong|trieu|ty|nghin|ngan|gio|phut|ngay|tuan|thang|quy|nam|nguoi|ho|lop|lan|buoi|diem|km|ha)\b/;
const SAME_MEASURE: Readonly<Record<string, string>> = { 'phan tram': '%', ngan: 'nghin' };

function measureAfter(folded: string, { at }: PlacedFigure): string | null {
  const after = folded.slice(at, at + 40);
  // "%" is no letter: no word ends behind it.
  const found = /^[\d.,]+\s*%/.test(after) ? '%' : MEASURE.exec(after)?.[1];
  return found === undefined ? null : (SAME_MEASURE[found] ?? found);
}

const UNTIL = /(?:\btruoc|\bcham nhat|\bkhong muon hon|\bden het)(?: ngay| het)*[:\s]*$/;
const FROM = /(?:\bsau|\bke tu|\btu)(?: ngay)?[:\s]*$/;

function sideBefore(folded: string, { at }: PlacedFigure): FigureContext['side'] {
  const before = folded.slice(Math.max(0, at - 24), at);
  if (UNTIL.test(before)) return 'until';
  return FROM.test(before) ? 'from' : null;
}

const DAY = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
/** Only these may stand between a document's number and its day. */
const BEFORE_DAY = /^[^.;]{2,24}?,? ?ngay ?$/;

function dayBehind(folded: string, one: PlacedFigure, all: readonly PlacedFigure[]): string | null {
  const next = all.find(({ at }) => at > one.at);
  const isDated = next && DAY.test(next.figure) && BEFORE_DAY.test(folded.slice(one.at, next.at));
  return isDated ? next.figure : null;
}

const YEAR = /^(?:19|20)\d\d$/;

/** A plain number that is no year: something that may differ from year to year. */
function isAmount({ figure }: PlacedFigure): boolean {
  return /^\d+(?:\.\d+)*$/.test(figure) && !YEAR.test(figure);
}

/** Where one statement ends and the next begins: offsets. */
function segments(folded: string): number[] {
  return [...folded.matchAll(/;|[.!?](?=\s)/g)].map(({ index }) => index);
}

/** In a statement that begins with a year, years go before their values; in one that begins with a value, behind. */
function yearOf(one: PlacedFigure, all: readonly PlacedFigure[], ends: readonly number[]): string | null {
  const from = ends.filter((end) => end < one.at).at(-1) ?? -1;
  const to = ends.find((end) => end > one.at) ?? Number.POSITIVE_INFINITY;
  const inside = all.filter(({ at }) => at > from && at < to);
  const years = inside.filter(({ figure }) => YEAR.test(figure));
  const first = inside.find((other) => YEAR.test(other.figure) || isAmount(other));
  if (years.length === 0 || !first) return null;
  const before = years.filter(({ at }) => at < one.at).at(-1);
  const behind = years.find(({ at }) => at > one.at);
  const chosen = YEAR.test(first.figure) ? (before ?? behind) : (behind ?? before);
  return chosen?.figure ?? null;
}
