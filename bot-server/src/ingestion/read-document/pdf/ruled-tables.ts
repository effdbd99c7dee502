import type { SourceCell, SourceRow } from '@phuong-so/shared/domain/source-document';
import type { Glyph } from './glyphs.ts';
import { connectedRules, isRuled, mergeRules, positions } from './merge-rules.ts';
import type { PageContent } from './page-content.ts';
import type { Rule } from './rules.ts';
import { isBoldLine, lineText, toLines } from './text-lines.ts';

/** A table found on one page. */
export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and end, left to right. */
  readonly edges: readonly number[];
  readonly rows: readonly SourceRow[];
}

/** Lines that stand out this far beyond the last crossing line are an open side of the table. */
const OPEN_SIDE = 8;
const MAX_COLUMNS = 60;
const MAX_ROWS = 400;

/** Tables drawn with ruling lines, and the glyphs that stand in none of them. */
export function ruledTables(page: PageContent): { tables: PageTable[]; rest: Glyph[] } {
  const horizontal = mergeRules(page.rules, 'horizontal');
  const vertical = mergeRules(page.rules, 'vertical');
  const tables: PageTable[] = [];
  let rest = [...page.glyphs];
  if (vertical.length === 0) return { tables, rest };
  for (const frame of connectedRules(horizontal, vertical)) {
    const grid = gridOf(frame);
    if (grid === null) continue;
    const inside = rest.filter((glyph) => isInside(grid, glyph));
    const rows = gridRows(grid, inside, page.number);
    if (rows.length === 0) continue;
    tables.push({ top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, edges: grid.xs, rows });
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** The grid of a frame with at least two cells; a frame of one cell is a border around text. */
function gridOf(frame: readonly Rule[]): Grid | null {
  const horizontal = frame.filter((rule) => rule.direction === 'horizontal');
  const vertical = frame.filter((rule) => rule.direction === 'vertical');
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const xs = withOpenSides(vertical, horizontal);
  const ys = withOpenSides(horizontal, vertical);
  const cells = (xs.length - 1) * (ys.length - 1);
  if (xs.length < 2 || ys.length < 2 || cells < 2 || xs.length > MAX_COLUMNS || ys.length > MAX_ROWS) return null;
  return { xs, ys, horizontal, vertical };
}

function withOpenSides(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const found = positions(rules.map((rule) => rule.at));
  const from = Math.min(...crossing.map((rule) => rule.from));
  const to = Math.max(...crossing.map((rule) => rule.to));
  if ((found[0] ?? from) - from > OPEN_SIDE) found.unshift(from);
  if (to - (found.at(-1) ?? to) > OPEN_SIDE) found.push(to);
  return found;
}

function isInside(grid: Grid, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = middleOf(glyph);
  return (
    x >= (grid.xs[0] ?? 0) - 2 && x <= (grid.xs.at(-1) ?? 0) + 2 && y >= (grid.ys[0] ?? 0) && y <= (grid.ys.at(-1) ?? 0)
  );
}

/** Half way up the small letters: base lines of the last line lie close to the rule below. */
function middleOf(glyph: Glyph): number {
  return glyph.y - glyph.size * 0.3;
}

/** Elementary boxes of the grid that no rule keeps apart are one cell; `owner` gives the first box of a box's cell. */
function mergedBoxes(grid: Grid): (column: number, row: number) => number {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = Array.from({ length: columns * rows }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (owner[at] !== at) at = owner[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
    owner[high] = low;
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const middleX = middle(grid.xs, column);
      const middleY = middle(grid.ys, row);
      const here = row * columns + column;
      if (column + 1 < columns && !isRuled(grid.vertical, grid.xs[column + 1] ?? 0, middleY)) join(here, here + 1);
      if (row + 1 < rows && !isRuled(grid.horizontal, grid.ys[row + 1] ?? 0, middleX)) join(here, here + columns);
    }
  }
  return (column, row) => root(row * columns + column);
}

function middle(edges: readonly number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
}

function gridRows(grid: Grid, glyphs: readonly Glyph[], page: number): SourceRow[] {
  const columns = grid.xs.length - 1;
  const owner = mergedBoxes(grid);
  const texts = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const column = intervalOf(grid.xs, (glyph.x0 + glyph.x1) / 2);
    const row = intervalOf(grid.ys, middleOf(glyph));
    const cell = owner(column, row);
    texts.set(cell, [...(texts.get(cell) ?? []), glyph]);
  }
  const rows: SourceRow[] = [];
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const cells = Array.from({ length: columns }, (_, column): SourceCell | null => {
      const cell = owner(column, row);
      if (column > 0 && owner(column - 1, row) === cell) return null;
      let columnSpan = 1;
      while (column + columnSpan < columns && owner(column + columnSpan, row) === cell) columnSpan += 1;
      return {
        ...cellText(texts.get(cell) ?? []),
        columnSpan,
        mergedFromAbove: row > 0 && owner(column, row - 1) === cell,
      };
    });
    if (cells.some((cell) => cell !== null && !cell.mergedFromAbove && cell.text !== '')) rows.push({ cells, page });
  }
  return rows.some((row) => row.cells.filter((cell) => cell !== null).length > 1) ? rows : [];
}

function intervalOf(edges: readonly number[], value: number): number {
  let index = 0;
  while (index + 2 < edges.length && value >= (edges[index + 1] ?? 0)) index += 1;
  return index;
}

export function cellText(glyphs: readonly Glyph[]): Pick<SourceCell, 'text' | 'bold'> {
  const lines = toLines(glyphs);
  const text = lines.map((line) => lineText(line.glyphs)).join('\n');
  return { text, bold: lines.length > 0 && lines.every(isBoldLine) };
}
