import type { SourceCell, SourceRow, SourceTable } from '@phuong-so/shared/domain/source-document';
import { isBold, withoutMarks } from './markdown-marks.ts';

const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The pipe table (header, delimiter row, rows) that starts at line `start`, or null; `next` is the first line after it. */
export function readPipeTable(lines: readonly string[], start: number): { block: SourceTable; next: number } | null {
  const header = lines[start] ?? '';
  const delimiter = lines[start + 1] ?? '';
  if (!header.includes('|') || !delimiter.includes('-') || !DELIMITER_ROW.test(delimiter)) return null;
  const width = splitCells(delimiter).length;
  if (splitCells(header).length !== width) return null;
  const rows: SourceRow[] = [rowOf(header, width)];
  let next = start + 2;
  while (next < lines.length && (lines[next] ?? '').includes('|')) {
    const line = lines[next] ?? '';
    if (!DELIMITER_ROW.test(line)) rows.push(rowOf(line, width));
    next += 1;
  }
  // Some converters must print an empty header above a table that has none.
  const printed = rows.filter((row) => row.cells.some((cell) => cell !== null && cell.text !== ''));
  return { block: { kind: 'table', rows: printed, page: null }, next };
}

function rowOf(line: string, width: number): SourceRow {
  const parts = splitCells(line);
  return { cells: Array.from({ length: width }, (_, column) => cellOf(parts[column] ?? '')), page: null };
}

function splitCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function cellOf(markdown: string): SourceCell {
  const text = markdown
    .split(/<br\s*\/?>/i)
    .map((part) => withoutMarks(part))
    .join('\n');
  return { text, columnSpan: 1, mergedFromAbove: false, bold: isBold(markdown) };
}
