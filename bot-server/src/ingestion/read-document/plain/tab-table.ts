import type { SourceCell, SourceRow, SourceTable } from '@phuong-so/shared/domain/source-document';

export interface PrintedLine {
  /** Without white space at its end. */
  readonly text: string;
  /** With the tabs of empty cells at its end. */
  readonly raw: string;
  readonly page: number | null;
}

/** A row that a long cell breaks is finished within so many printed lines, or it is not one row. */
const MAX_LINES_PER_ROW = 40;
/** A page break inside a table leaves at most so many empty lines. */
const MAX_BLANKS_INSIDE = 3;
const ROWS_THAT_TELL_WIDTH = 5;
const LIST_LABEL = /^\s*(?:[-+•*–]|(?:[IVXLC]+|\d+(?:\.\d+)*|\p{L})[.)]?)\s*$/u;

/**
 * The run of tab-separated rows that starts at line `start`; null when none does. `block` is null when the tabs are only
 * spacing. Rows are as printed: repeated headers and rows continued after a page break stay. `next` is the first line
 * after the run.
 */
export function readTabTable(
  lines: readonly PrintedLine[],
  start: number,
): { block: SourceTable | null; next: number } | null {
  if (!isTabbed(lines[start])) return null;
  const width = widthOfRun(lines, start);
  const rows: SourceRow[] = [];
  let next = start;
  let at = start;
  while (at < lines.length) {
    const row = readRow(lines, at, width);
    if (row === null || (rows.length > 0 && startsOtherTable(lines, at, width))) break;
    if (row.cells.some((cell) => cell.trim() !== '')) {
      rows.push({ cells: row.cells.map(cellOf), page: lines[at]?.page ?? null });
    }
    next = row.next;
    at = skipBlanks(lines, next);
  }
  return {
    block: isTable(rows, width) ? { kind: 'table', rows, page: rows[0]?.page ?? null } : null,
    next: Math.max(next, start + 1),
  };
}

/** Tabs after a bullet or a list number, or before the first word, are spacing and not cells. */
function isTabbed(line: PrintedLine | undefined): line is PrintedLine {
  if (line === undefined) return false;
  const cells = line.raw.split('\t');
  if (cells.length < 2 || line.text.trim() === '') return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length === 2 && LIST_LABEL.test(cells[0] ?? '')) return false;
  return filled.length > 1 || cells.length > 2;
}

function isTable(rows: readonly SourceRow[], width: number): boolean {
  const filled = rows.map((row) => row.cells.filter((cell) => cell !== null && cell.text !== '').length);
  return rows.length >= 2 ? filled.some((count) => count > 1) : width >= 3 && (filled[0] ?? 0) >= 3;
}

/** After an empty line, two rows of one other width are a table of their own. */
function startsOtherTable(lines: readonly PrintedLine[], at: number, width: number): boolean {
  const cells = lines[at]?.raw.split('\t').length ?? 1;
  const nextCells = lines[at + 1]?.raw.split('\t').length ?? 1;
  return lines[at - 1]?.text.trim() === '' && cells !== width && cells > 1 && cells === nextCells;
}

/** Cells per row: the largest number that two of the first rows have, since a broken or shortened row only has fewer. */
function widthOfRun(lines: readonly PrintedLine[], start: number): number {
  const counts = new Map<number, number>();
  let seen = 0;
  for (let at = start; at < Math.min(lines.length, start + MAX_LINES_PER_ROW) && seen < ROWS_THAT_TELL_WIDTH; at += 1) {
    const cells = lines[at]?.raw.split('\t').length ?? 1;
    if (cells === 1) continue;
    seen += 1;
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const repeated = [...counts].flatMap(([cells, rows]) => (rows > 1 ? [cells] : []));
  return Math.max(...(repeated.length > 0 ? repeated : counts.keys()));
}

function readRow(lines: readonly PrintedLine[], at: number, width: number): { cells: string[]; next: number } | null {
  const first = lines[at];
  if (first === undefined || !first.raw.includes('\t')) return null;
  const cells = first.raw.split('\t');
  if (cells.length === width) return { cells, next: at + 1 };
  if (cells.length > width)
    return cells.slice(width).every((cell) => cell.trim() === '')
      ? { cells: cells.slice(0, width), next: at + 1 }
      : null;
  return continueRow(lines, at, width, cells) ?? padded(cells, width, at);
}

/** A cell with line breaks inside: the row goes on until it has all its cells. */
function continueRow(
  lines: readonly PrintedLine[],
  at: number,
  width: number,
  start: readonly string[],
): { cells: string[]; next: number } | null {
  const cells = [...start];
  for (let next = at + 1; next < Math.min(lines.length, at + MAX_LINES_PER_ROW); next += 1) {
    const line = lines[next];
    if (line === undefined) return null;
    const parts = line.raw.split('\t');
    if (cells.length + parts.length - 1 > width) return null;
    const joined = [cells.pop() ?? '', parts[0] ?? ''].filter((part) => part.trim() !== '').join('\n');
    cells.push(joined, ...parts.slice(1));
    if (cells.length === width && parts.length > 1) return { cells, next: next + 1 };
  }
  return null;
}

/** An editor that trims line ends drops the tabs of empty cells: such a row is short and whole. */
function padded(cells: readonly string[], width: number, at: number): { cells: string[]; next: number } {
  return { cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')], next: at + 1 };
}

function cellOf(text: string): SourceCell {
  const trimmed = text.trim();
  return { text: trimmed, columnSpan: 1, mergedFromAbove: false, bold: /^\*\*[^*]+\*\*$/.test(trimmed) };
}

function skipBlanks(lines: readonly PrintedLine[], from: number): number {
  let at = from;
  while (
    at < lines.length &&
    at - from <= MAX_BLANKS_INSIDE &&
    lines[at]?.text.trim() === '' &&
    !lines[at]?.raw.includes('\t')
  )
    at += 1;
  return at;
}
