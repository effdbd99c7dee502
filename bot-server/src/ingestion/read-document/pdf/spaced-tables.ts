import type { SourceCell, SourceRow } from '@phuong-so/shared/domain/source-document';
import { columnsOf, type Interval, overlaps } from './columns.ts';
import type { PageTable } from './ruled-tables.ts';
import { cellText } from './ruled-tables.ts';
import { type PageLine, segments } from './text-lines.ts';

/** White space this wide (in font sizes) between two texts of a line is a column boundary. */
export const COLUMN_GAP = 0.9;
const MIN_COLUMNS = 3;
const MIN_ROWS = 3;
/** Lines of a heading inside a table may run over its columns; more of them are running text again. */
const MAX_CROSSING_LINES = 3;
/** A step between base lines this much larger than the smallest one starts a new row. */
const ROW_STEP = 1.3;

/** Tables without ruling lines: runs of lines that share at least three columns. */
export function spacedTables(lines: readonly PageLine[], page: number): { tables: PageTable[]; rest: PageLine[] } {
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
    const taken = lines.slice(at, run.end);
    const rows = rowsOf(taken, run.columns, page);
    tables.push({
      top: taken[0]?.y ?? 0,
      bottom: taken.at(-1)?.y ?? 0,
      edges: [...run.columns.map((column) => column.from), run.columns.at(-1)?.to ?? 0],
      rows,
    });
    at = run.end;
  }
  return { tables, rest };
}

interface TableRun {
  readonly end: number;
  readonly columns: readonly Interval[];
}

function tableRun(lines: readonly PageLine[], start: number): TableRun | null {
  if (cellsIn(lines[start]).length < MIN_COLUMNS) return null;
  let columns: readonly Interval[] = columnsOf(cellsIn(lines[start]));
  let end = start + 1;
  let full = 1;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || isFarBelow(lines[at - 1], line)) break;
    const cells = cellsIn(line);
    const widened = columnsOf([...columns.map(asCell), ...cells]);
    const fits = widened.length >= Math.max(MIN_COLUMNS, columns.length);
    if (fits) {
      columns = widened;
      end = at + 1;
      if (cells.length >= MIN_COLUMNS) full += 1;
    } else if (at - end >= MAX_CROSSING_LINES) break;
  }
  // Lines that run over the columns belong to the table only when rows follow them.
  return full >= MIN_ROWS ? { end, columns } : null;
}

function cellsIn(line: PageLine | undefined): PageLine[] {
  return line === undefined ? [] : segments(line, line.size * COLUMN_GAP);
}

function asCell(interval: Interval): { x0: number; x1: number } {
  return { x0: interval.from, x1: interval.to };
}

function isFarBelow(above: PageLine | undefined, line: PageLine): boolean {
  return above !== undefined && line.y - above.y > 4.5 * line.size;
}

function rowsOf(lines: readonly PageLine[], columns: readonly Interval[], page: number): SourceRow[] {
  const groups: PageLine[][] = [];
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const smallest = Math.min(...steps);
  const stepped = steps.some((step) => step > ROW_STEP * smallest) && steps.some((step) => step <= ROW_STEP * smallest);
  lines.forEach((line, index) => {
    const step = steps[index - 1] ?? 0;
    const starts = stepped ? step > ROW_STEP * smallest : startsRow(line, columns);
    const group = groups.at(-1);
    if (group === undefined || starts) groups.push([line]);
    else group.push(line);
  });
  return groups.map((group) => ({ cells: cellsOf(group, columns), page }));
}

/** Without room between the rows, a row starts where its first column has text. */
function startsRow(line: PageLine, columns: readonly Interval[]): boolean {
  const first = columns[0];
  return first !== undefined && cellsIn(line).some((cell) => overlaps(first, cell));
}

function cellsOf(lines: readonly PageLine[], columns: readonly Interval[]): (SourceCell | null)[] {
  const cells: (SourceCell | null)[] = columns.map(() => ({
    text: '',
    columnSpan: 1,
    mergedFromAbove: false,
    bold: false,
  }));
  const parts = lines.flatMap(cellsIn);
  const covered = (part: PageLine): number[] =>
    columns.flatMap((column, index) => (overlaps(column, part) ? [index] : []));
  columns.forEach((_, index) => {
    const own = parts.filter((part) => covered(part)[0] === index);
    if (own.length === 0 || cells[index] === null) return;
    const last = Math.max(...own.map((part) => covered(part).at(-1) ?? index));
    cells[index] = {
      ...cellText(own.flatMap((part) => part.glyphs)),
      columnSpan: last - index + 1,
      mergedFromAbove: false,
    };
    for (let spanned = index + 1; spanned <= last; spanned += 1) cells[spanned] = null;
  });
  return cells;
}
