import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { Quoter } from './quotes.ts';
import type { Role } from './table-roles.ts';
import type { ReadTable, TableRow } from './table-rows.ts';

export interface Group {
  /** Last part of the group's section id, unique in its annex. */
  readonly id: string;
  readonly label: string | null;
  readonly heading: string;
}

/** A table row with the headings it stands under and the exact source of its parts. */
export interface PlacedRow {
  readonly row: TableRow;
  readonly group: Group | null;
  /** The numbered heading between group and row ("1" over "1.1"). */
  readonly subgroup: Group | null;
  readonly isHeading: boolean;
}

/** Text of the first column with that role; "" when the table has none. */
export function cellOf(table: ReadTable, row: TableRow, role: Role): string {
  const index = table.columns.findIndex((column) => column.role === role);
  return index < 0 ? '' : (row.cells[index] ?? '');
}

export function titleOf(table: ReadTable, row: TableRow): string {
  return cellOf(table, row, 'task') || cellOf(table, row, 'target');
}

/** Where a table stands and what its rows are read with. */
export interface TableContext {
  /** "I", "" for the only annex; null in the body. */
  readonly annex: string | null;
  readonly section: string;
  /** Title of the annex or section. */
  readonly title: string;
  readonly units: UnitDirectory;
  readonly quoter: Quoter;
}

export interface PlacedTable {
  readonly table: ReadTable;
  readonly rows: readonly PlacedRow[];
}

/** Gives each row of an annex's tables its group and subgroup. */
export function placeTables(tables: readonly ReadTable[]): PlacedTable[] {
  const ids = new Set<string>();
  return tables.map((table) => ({ table, rows: placeRows(table, ids) }));
}

/** Section id of a row: the annex or section of the table, group, subgroup. */
export function rowSection(section: string, placed: PlacedRow): string {
  return [section, placed.group?.id, placed.subgroup?.id].filter((part) => part !== undefined).join('.');
}

function freshId(ids: Set<string>, parent: string, label: string): string {
  let id = label === '' ? `g${ids.size + 1}` : label;
  for (let copy = 2; ids.has(`${parent}.${id}`); copy += 1) id = `${label}~${copy}`;
  ids.add(`${parent}.${id}`);
  return id;
}

function placeRows(table: ReadTable, ids: Set<string>): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let group: Group | null = null;
  let subgroup: Group | null = null;
  for (const [index, row] of table.rows.entries()) {
    const next = table.rows[index + 1];
    const hasChildren = row.no !== '' && next !== undefined && next.no.startsWith(`${row.no}.`);
    const isHeading = row.isGroup || (hasChildren && isEmpty(table, row));
    if (subgroup && !isBelow(row, subgroup)) subgroup = null;
    if (isHeading && (row.isGroup || group === null || isNumber(group))) {
      group = toGroup(table, row, ids, '');
      subgroup = null;
    } else if (isHeading || hasChildren) {
      subgroup = toGroup(table, row, ids, group?.id ?? '');
    }
    placed.push({ row, group, subgroup, isHeading });
  }
  return placed;
}

function toGroup(table: ReadTable, row: TableRow, ids: Set<string>, parent: string): Group {
  return { id: freshId(ids, parent, row.no), label: row.no === '' ? null : row.no, heading: titleOf(table, row) };
}

function isBelow(row: TableRow, group: Group): boolean {
  return row.no.startsWith(`${group.label}.`);
}

function isNumber(group: Group): boolean {
  return /^\d+$/.test(group.label ?? '');
}

function isEmpty(table: ReadTable, row: TableRow): boolean {
  return table.columns.every(
    (column, at) => ['no', 'task', 'target', 'ignored'].includes(column.role) || (row.cells[at] ?? '') === '',
  );
}

export interface RowQuotes {
  readonly quote: string;
  readonly more: readonly string[];
}

/**
 * Exact source of a row. First the whole row ("title lead coordinating due") when it is unbroken, else its part before the page break;
 * then the rest of it, the title alone, and the cells beside the title.
 */
export function quoteRow(quoter: Quoter, table: ReadTable, row: TableRow): RowQuotes {
  const parts = rowParts(table, row);
  const found: string[] = [];
  for (const part of parts) {
    // Markdown tables keep their bars in the source.
    const quote = quoter.advance(part.join(' ')) ?? quoter.advance(part.join(' | '));
    if (quote) found.push(quote);
    else found.push(...quoter.pieces(part.join(' ')));
  }
  const title = titleOf(table, row);
  const beside = row.pieces.filter(
    (_piece, index) =>
      isShown(table, index) && !['no', 'task', 'target'].includes(table.columns[index]?.role ?? 'ignored'),
  );
  const extras = [title, beside.map((piece) => piece[0] ?? '').join(' '), ...repeatedCells(table, row)];
  const quotes = [...found, ...extras.flatMap((text) => quoter.whole(text) ?? [])];
  const unique = [...new Set(quotes.filter((quote) => quote.length >= 4))];
  return { quote: unique[0] ?? '', more: unique.slice(1) };
}

function isShown(table: ReadTable, index: number): boolean {
  const role = table.columns[index]?.role;
  return role !== undefined && role !== 'no';
}

/** The row before and after each page break. */
function rowParts(table: ReadTable, row: TableRow): string[][] {
  const cuts = Math.max(1, ...row.pieces.map((pieces) => pieces.length));
  const parts: string[][] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const texts = row.pieces.filter((_pieces, index) => isShown(table, index)).map((pieces) => pieces[cut] ?? '');
    const part = texts.filter((text) => text !== '');
    if (part.length > 0) parts.push(part);
  }
  return parts;
}

/** Cells merged with the row above stand only there. */
function repeatedCells(table: ReadTable, row: TableRow): string[] {
  return row.cells.filter((text, index) => text !== '' && row.pieces[index]?.length === 0 && isShown(table, index));
}
