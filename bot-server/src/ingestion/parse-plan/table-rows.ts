import {
  printedCell,
  type SourceCell,
  type SourceRow,
  type SourceTable,
} from '@phuong-so/shared/domain/source-document';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { isCapitals } from './labels.ts';
import { joinLines, type RepairLog, repairBlock } from './repair.ts';
import { type Role, roleOf, yearKey } from './table-roles.ts';

export interface Column {
  readonly role: Role;
  readonly header: string;
  readonly year: string | null;
}

export interface TableRow {
  readonly no: string;
  /** Repaired cell texts, one per column; list lines of a cell stay apart by "\n". */
  readonly cells: readonly string[];
  /** Source pieces of each cell, in order: two when a page break cuts the row, none for a cell that repeats the one above. */
  readonly pieces: readonly (readonly string[])[];
  readonly isGroup: boolean;
}

export interface ReadTable {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

const NO = /^(?:[IVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđA-EĐ])[.)]?$/u;

/** Reads the tables of one annex as one: headers understood by their words, repeated headers dropped, cut rows joined. */
export function readTables(tables: readonly SourceTable[], log: RepairLog): ReadTable[] {
  const read: { columns: Column[]; rows: TableRow[]; header: string }[] = [];
  for (const table of tables) {
    const head = readHeader(table, log);
    const last = read.at(-1);
    const width = table.rows[0]?.cells.length ?? 0;
    if (!head) {
      if (last && last.columns.length === width) addRows(last, table.rows, log);
      continue;
    }
    if (last && last.header === head.key) log.add('repeated_header', head.key, '');
    const target = last && last.header === head.key ? last : { columns: head.columns, rows: [], header: head.key };
    if (target !== last) read.push(target);
    addRows(target, table.rows.slice(head.size), log);
  }
  return read;
}

function cellText(cell: SourceCell | null | undefined, log: RepairLog): string {
  return cell ? repairBlock(printedCell(cell), log) : '';
}

/** The header may take two rows: "Mục tiêu" over its years. */
function readHeader(table: SourceTable, log: RepairLog): { columns: Column[]; size: number; key: string } | null {
  for (const start of [0, 1, 2]) {
    const first = table.rows[start];
    if (!first) break;
    const one = columnsOf([first], log);
    const second = table.rows[start + 1];
    const two = second ? columnsOf([first, second], log) : null;
    const isTwo = second !== undefined && two !== null && isSecondHeaderRow(second) && known(two) >= known(one);
    const columns = isTwo && two ? two : one;
    if (
      known(columns) >= 2 &&
      known(columns) >= columns.length / 2 &&
      columns.some((column) => column.role === 'task' || column.role === 'target')
    ) {
      return { columns, size: start + (isTwo ? 2 : 1), key: headerKey(first) };
    }
    if (first.cells.filter((cell) => (cell?.text ?? '') !== '').length > 1) break;
  }
  return null;
}

function isSecondHeaderRow(row: SourceRow): boolean {
  const fresh = row.cells.filter((cell) => cell !== null && !cell.mergedFromAbove && cell.text.trim() !== '');
  const first = row.cells[0];
  const startsRow = first && !first.mergedFromAbove && NO.test(first.text.trim());
  return (
    fresh.length > 0 &&
    !startsRow &&
    fresh.every(
      (cell) =>
        (cell?.text.length ?? 0) < 60 && (roleOf(cell?.text ?? '') !== null || yearKey(cell?.text ?? '') !== null),
    )
  );
}

function columnsOf(rows: readonly SourceRow[], log: RepairLog): Column[] {
  const width = rows[0]?.cells.length ?? 0;
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    const texts = rows.map((row) => cellText(spanningCell(row, index), log)).filter((text) => text !== '');
    const header = [...new Set(texts)].join(' ');
    const own = texts.at(-1) ?? '';
    const role = roleOf(own) ?? roleOf(header) ?? (index === 0 && header === '' ? 'no' : 'ignored');
    columns.push({
      role: header === '' && index > 0 ? 'ignored' : role,
      header,
      year: role === 'year' ? yearKey(own) : null,
    });
  }
  return settle(columns);
}

function spanningCell(row: SourceRow, index: number): SourceCell | null {
  for (let at = index; at >= 0; at -= 1) {
    const cell = row.cells[at];
    if (cell) return at + Math.max(1, cell.columnSpan) > index ? cell : null;
  }
  return null;
}

/** Words that mean different things in a list of targets and a list of tasks. */
function settle(columns: readonly Column[]): Column[] {
  const has = (role: Role): boolean => columns.some((column) => column.role === role);
  const isTargets = has('target') && !has('due') && (has('unit') || has('year') || !has('task'));
  const titleRole: Role = isTargets ? 'target' : 'task';
  let titled = false;
  const settled = columns.map((column): Column => {
    if (column.role !== 'target' && column.role !== 'task') return column;
    if (!titled) {
      titled = true;
      return { ...column, role: titleRole };
    }
    return { ...column, role: isTargets ? 'value' : column.role === 'task' ? 'ignored' : 'output' };
  });
  const noValue = isTargets && !settled.some((column) => column.role === 'year' || column.role === 'value');
  return noValue
    ? settled.map((column) =>
        column.role === 'output' ? { ...column, role: 'value' as const, year: yearKey(column.header) } : column,
      )
    : settled;
}

function known(columns: readonly Column[]): number {
  return columns.filter((column) => column.role !== 'ignored').length;
}

function headerKey(row: SourceRow): string {
  return row.cells.map((cell) => foldMarks(cell?.text ?? '')).join('|');
}

function addRows(
  target: { columns: Column[]; rows: TableRow[]; header: string },
  rows: readonly SourceRow[],
  log: RepairLog,
): void {
  const titleAt = target.columns.findIndex((column) => column.role === 'task' || column.role === 'target');
  const noAt = target.columns.findIndex((column) => column.role === 'no');
  for (const row of rows) {
    if (headerKey(row) === target.header) {
      log.add('repeated_header', row.cells.map((cell) => cell?.text ?? '').join(' | '), '');
      continue;
    }
    if (isColumnNumbers(row)) continue;
    const next = readRow(row, noAt, titleAt, log);
    const last = target.rows.at(-1);
    if (next.cells.every((cell) => cell === '') && next.no === '') continue;
    if (last && continuesRow(next, row, last, noAt, titleAt)) {
      target.rows[target.rows.length - 1] = joinRows(last, next, log);
      continue;
    }
    target.rows.push(next);
  }
}

/** "(1) (2) (3)" or "1 2 3" under the header. */
function isColumnNumbers(row: SourceRow): boolean {
  const texts = row.cells.map((cell) => (cell?.text ?? '').trim());
  return texts.length >= 3 && texts.every((text, index) => new RegExp(`^\\(?${index + 1}\\)?$`).test(text));
}

function readRow(row: SourceRow, noAt: number, titleAt: number, log: RepairLog): TableRow {
  const printed = row.cells.map((cell) => (cell ? printedCell(cell) : ''));
  const cells = printed.map((text) => repairCell(text, log));
  const filled = cells.filter((text) => text !== '');
  let no = noAt >= 0 ? (cells[noAt] ?? '') : '';
  if (!NO.test(no)) no = '';
  const only = filled[0] ?? '';
  const spans = row.cells.some((cell) => cell !== null && cell.columnSpan >= Math.max(2, row.cells.length - 2));
  // A group heading that runs over the whole row carries its label in the same cell: "II. PHÁT TRIỂN HẠ TẦNG".
  const label = /^([IVX]{1,5}|[A-EĐ]|\d{1,2})[.)\-:]\s*(?=\p{L})/u.exec(only);
  if (filled.length === 1 && titleAt >= 0 && (spans || label || isCapitals(only) || noAt < 0)) {
    const heading = label ? only.slice(label[0].length) : only;
    const isContinuation = !spans && !label && !isCapitals(only);
    if (!isContinuation) {
      const placed = cells.map((_text, index) => (index === titleAt ? heading : ''));
      return { no: label?.[1] ?? '', cells: placed, pieces: placed.map((text) => [text]), isGroup: true };
    }
  }
  const isGroup =
    no !== '' && filled.length === 2 && (cells[titleAt] ?? '') !== '' && /^[IVX]+[.)]?$|^[A-EĐ][.)]?$/u.test(no);
  return { no: no.replace(/[.)]+$/, ''), cells, pieces: sourcePieces(row, log), isGroup };
}

function sourcePieces(row: SourceRow, log: RepairLog): string[][] {
  return row.cells.map((cell) => (!cell || cell.mergedFromAbove ? [] : [repairBlock(cell.text, log)]));
}

/** Lines of a cell are joined, but a list of units or bullets keeps its lines. */
function repairCell(printed: string, log: RepairLog): string {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const isList = lines.length > 1 && lines.slice(1).every((line) => /^\s*[-+•–]/.test(line));
  if (isList) return lines.map((line) => repairBlock(line, log)).join('\n');
  return repairBlock(lines.join('\n'), log);
}

function continuesRow(next: TableRow, row: SourceRow, last: TableRow, noAt: number, titleAt: number): boolean {
  if (next.isGroup || last.isGroup || noAt < 0 || next.no !== '' || last.no === '') return false;
  if (row.cells[noAt]?.mergedFromAbove && row.cells[titleAt]?.mergedFromAbove) return true;
  const title = next.cells[titleAt] ?? '';
  if (title === '') return true;
  const lastTitle = last.cells[titleAt] ?? '';
  const filled = next.cells.filter((cell) => cell !== '').length;
  if (/^[\p{Ll}(]/u.test(title) || !/[.;:]$/.test(lastTitle))
    return filled < next.cells.length - 1 || /^[\p{Ll}(]/u.test(title);
  return filled === 1;
}

function joinRows(last: TableRow, next: TableRow, log: RepairLog): TableRow {
  const cells = last.cells.map((text, index) => {
    const more = next.cells[index] ?? '';
    return more === '' || more === text ? text : joinLines(text, more, log);
  });
  const pieces = last.pieces.map((list, index) => {
    const more = next.pieces[index] ?? [];
    return more[0] === undefined || more[0] === '' ? list : [...list, ...more];
  });
  log.add('joined_row', last.cells.join(' | '), cells.join(' | '));
  return { ...last, cells, pieces };
}
