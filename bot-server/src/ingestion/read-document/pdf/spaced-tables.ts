import type { SourceCell, SourceRow } from '@phuong-so/shared/domain/source-document';
import { columnsOf, cutAtGutters, type Interval, overlaps } from './columns.ts';
import { mergeRules } from './merge-rules.ts';
import { cellText, type PageTable } from './ruled-tables.ts';
import type { Rule } from './rules.ts';
import { splitRows } from './spaced-rows.ts';
import { type PageLine, segments } from './text-lines.ts';

/** White space this wide (in font sizes) between two texts of a line is a column boundary. */
const COLUMN_GAP = 0.9;
const MIN_COLUMNS = 3;
const MIN_ROWS = 3;
/** Lines of a heading inside a table may run over its columns; more of them are running text again. */
const MAX_CROSSING_LINES = 3;
/** A table ends where this much room (in font sizes) stands below a line. */
const TABLE_END = 4.5;
/** Lines of a header that are fuller further down stand this close together. */
const HEADER_STEP = 1.7;
/** So many lines from the start of a run may be its header. */
const HEADER_LINES = 6;
const SAME_EDGE = 1.5;
/** Header texts begin within this many font sizes of the column's edge. */
const HEADER_REACH = 1.5;

/** Tables without vertical rules: runs of lines that share at least three columns. */
export function spacedTables(
  lines: readonly PageLine[],
  rules: readonly Rule[],
  page: number,
): { tables: PageTable[]; rest: PageLine[] } {
  const horizontal = mergeRules(rules, 'horizontal');
  const tables: PageTable[] = [];
  const rest: PageLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const run = tableRun(lines, at);
    if (run === null) {
      const line = lines[at];
      if (line !== undefined) rest.push(line);
      at += 1;
      continue;
    }
    const upper = upperHeaderLines(rest, run, lines.slice(at, at + HEADER_LINES));
    rest.length -= upper.length;
    tables.push(tableOf([...upper, ...lines.slice(at, run.end)], run.columns, horizontal, page));
    at = run.end;
  }
  return { tables, rest };
}

interface TableRun {
  readonly first: PageLine;
  readonly end: number;
  readonly columns: readonly Interval[];
}

function tableRun(lines: readonly PageLine[], start: number): TableRun | null {
  const first = lines[start];
  if (first === undefined || cellsIn(first, [], true).length < MIN_COLUMNS) return null;
  let columns: readonly Interval[] = columnsOf(cellsIn(first, [], true));
  let end = start + 1;
  let full = 1;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const above = lines[at - 1];
    if (line === undefined || above === undefined || line.y - above.y > TABLE_END * line.size) break;
    const cells = cellsIn(line, columns, at - start < HEADER_LINES);
    const widened = columnsOf([...columns.map(asCell), ...cells]);
    if (widened.length >= Math.max(MIN_COLUMNS, columns.length)) {
      columns = widened;
      end = at + 1;
      if (cells.length >= MIN_COLUMNS) full += 1;
    } else if (at - end >= MAX_CROSSING_LINES) break;
  }
  // Lines that run over the columns belong to the table only when rows follow them.
  return full >= MIN_ROWS ? { first, end, columns } : null;
}

/** In a header with texts centred in height, the first lines have few cells: they stand above the line that starts the run. */
function upperHeaderLines(above: readonly PageLine[], run: TableRun, header: readonly PageLine[]): PageLine[] {
  const upper: PageLine[] = [];
  const known = header.flatMap((line) => cellsIn(line, run.columns, true));
  let below = run.first;
  for (let at = above.length - 1; at >= 0; at -= 1) {
    const line = above[at];
    if (line === undefined || below.y - line.y > HEADER_STEP * line.size) break;
    const cells = cellsIn(line, run.columns, true);
    if (columnsOf([...run.columns.map(asCell), ...cells]).length < run.columns.length) break;
    if (cells.length < 2 && !cells.every((cell) => isAligned(cell, known))) break;
    upper.unshift(line);
    known.push(...cells);
    below = line;
  }
  return upper;
}

/** A lone text above the header belongs to it when it begins or is centred exactly where a text below it is. */
function isAligned(cell: PageLine, below: readonly PageLine[]): boolean {
  return below.some(
    (other) =>
      Math.abs(other.x0 - cell.x0) < SAME_EDGE || Math.abs(other.x0 + other.x1 - cell.x0 - cell.x1) < 2 * SAME_EDGE,
  );
}

/**
 * The texts of a line that wide gaps keep apart, or that lie on both sides of a gap between `columns` known already.
 * Below the header the columns' edges are known: running text has words anywhere, cells begin at the edge.
 */
function cellsIn(line: PageLine, columns: readonly Interval[], isHeader: boolean): PageLine[] {
  const reach = isHeader ? HEADER_REACH * line.size : SAME_EDGE;
  return segments(line, line.size * COLUMN_GAP).flatMap((cell) => cutAtGutters(cell, columns, reach));
}

function asCell(interval: Interval): { x0: number; x1: number } {
  return { x0: interval.from, x1: interval.to };
}

function tableOf(
  lines: readonly PageLine[],
  columns: readonly Interval[],
  horizontal: readonly Rule[],
  page: number,
): PageTable {
  const cells = lines.map((line, index) => cellsIn(line, columns, index < HEADER_LINES));
  const rows = splitRows(lines, cells, columns, horizontal).map(
    (group): SourceRow => ({
      cells: cellsOf(
        group.flatMap((index) => cells[index] ?? []),
        columns,
      ),
      page,
    }),
  );
  const edges = [...columns.map((column) => column.from), columns.at(-1)?.to ?? 0];
  return { top: lines[0]?.y ?? 0, bottom: lines.at(-1)?.y ?? 0, edges, rows };
}

function cellsOf(texts: readonly PageLine[], columns: readonly Interval[]): (SourceCell | null)[] {
  const empty: SourceCell = { text: '', columnSpan: 1, mergedFromAbove: false, bold: false };
  const cells: (SourceCell | null)[] = columns.map(() => empty);
  const parts = texts.map((part) => ({
    part,
    covers: columns.flatMap((column, index) => (overlaps(column, part) ? [index] : [])),
  }));
  for (let index = 0; index < columns.length; index += 1) {
    // A text that starts inside a spanning cell belongs to it: nothing that is printed may be lost.
    let last = index;
    const own: PageLine[] = [];
    for (let at = index; at <= last; at += 1) {
      for (const { part, covers } of parts) {
        if (covers[0] !== at) continue;
        own.push(part);
        last = Math.max(last, covers.at(-1) ?? at);
      }
    }
    const text = cellText(own.flatMap((part) => part.glyphs));
    cells[index] = { ...text, columnSpan: last - index + 1, mergedFromAbove: false };
    for (let spanned = index + 1; spanned <= last; spanned += 1) cells[spanned] = null;
    index = last;
  }
  return cells;
}
