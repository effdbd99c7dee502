import type { Glyph } from './glyphs.ts';
import { lineOf, type PageLine } from './text-lines.ts';

export interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Cell {
  readonly x0: number;
  readonly x1: number;
}

/** Columns are kept apart by at least this much white space on every line. */
const MIN_GUTTER = 3;

/** Two words on both sides of a gutter leave at least this much of it free. */
const MIN_FREE = 1;

/** The stretches of the page's width that any of the cells covers, left to right. */
export function columnsOf(cells: readonly Cell[]): Interval[] {
  const columns: Interval[] = [];
  for (const cell of [...cells].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last === undefined || cell.x0 - last.to >= MIN_GUTTER) columns.push({ from: cell.x0, to: cell.x1 });
    else columns[columns.length - 1] = { from: last.from, to: Math.max(last.to, cell.x1) };
  }
  return columns;
}

export function overlaps(column: Interval, cell: Cell): boolean {
  return cell.x0 < column.to && cell.x1 > column.from;
}

/**
 * A text that runs from one column into the next, cut at the gap between its words that is nearest to where the next
 * column begins, at most `reach` points from it. A text that only reaches into the gutter stays whole.
 */
export function cutAtGutters(text: PageLine, columns: readonly Interval[], reach: number): PageLine[] {
  const crossed = columns.filter((column) => overlaps(column, text)).slice(1);
  const words = text.glyphs.filter((glyph) => glyph.text.trim() !== '');
  const cuts = crossed.flatMap((next) => nearestGap(words, next.from, reach));
  if (cuts.length === 0) return [text];
  const parts = [...new Set(cuts)].sort((a, b) => a - b);
  return [...parts, words.length].map((end, index) => lineOf(spanOf(text, words.slice(parts[index - 1] ?? 0, end))));
}

/** Index of the first letter after the gap between words nearest to `edge`; empty when none is within `reach`. */
function nearestGap(words: readonly Cell[], edge: number, reach: number): number[] {
  let best = -1;
  words.forEach((letter, index) => {
    const gap = letter.x0 - (words[index - 1]?.x1 ?? letter.x0);
    if (gap < MIN_FREE || Math.abs(letter.x0 - edge) > reach) return;
    if (best < 0 || Math.abs(letter.x0 - edge) < Math.abs((words[best]?.x0 ?? 0) - edge)) best = index;
  });
  return best < 0 ? [] : [best];
}

/** The letters of a text from the first to the last of `part`, with the spaces between them. */
function spanOf(text: PageLine, part: readonly Cell[]): Glyph[] {
  return text.glyphs.filter((glyph) => glyph.x0 >= (part[0]?.x0 ?? 0) && glyph.x0 <= (part.at(-1)?.x0 ?? 0));
}
