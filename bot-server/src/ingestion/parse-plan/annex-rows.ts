import type { Quoter } from './quotes.ts';
import type { Role } from './table-roles.ts';
import type { ReadTable, TableRow } from './table-rows.ts';

export interface Group {
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
  /** Rows numbered below this one follow ("4" over "4.1"). */
  readonly hasChildren: boolean;
}

/** Text of the first column with that role; "" when the table has none. */
export function cellOf(table: ReadTable, row: TableRow, role: Role): string {
  const index = table.columns.findIndex((column) => column.role === role);
  return index < 0 ? '' : (row.cells[index] ?? '');
}

export function titleOf(table: ReadTable, row: TableRow): string {
  return cellOf(table, row, 'task') || cellOf(table, row, 'target');
}

/** Gives each row its group and subgroup. */
export function placeRows(table: ReadTable): PlacedRow[] {
  let group: Group | null = null;
  let subgroup: Group | null = null;
  return table.rows.map((row, index) => {
    const next = table.rows[index + 1];
    const hasChildren = row.no !== '' && next !== undefined && next.no.startsWith(`${row.no}.`);
    const isEmpty = table.columns.every(
      (column, at) => ['no', 'task', 'target', 'ignored'].includes(column.role) || (row.cells[at] ?? '') === '',
    );
    const isHeading = row.isGroup || (isEmpty && hasChildren);
    const heading = { label: row.no === '' ? null : row.no, heading: titleOf(table, row) };
    if (subgroup && !row.no.startsWith(`${subgroup.label}.`)) subgroup = null;
    const isTop = row.isGroup || (isHeading && (group === null || /^\d+$/.test(group.label ?? '')));
    if (isHeading && isTop) {
      group = heading;
      subgroup = null;
      return { row, group, subgroup, isHeading, hasChildren };
    }
    if (isHeading || hasChildren) subgroup = heading;
    return { row, group, subgroup, isHeading, hasChildren };
  });
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
    const quote = quoter.advance(part);
    if (quote) found.push(quote);
    else found.push(...quoter.pieces(part));
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
function rowParts(table: ReadTable, row: TableRow): string[] {
  const cuts = Math.max(1, ...row.pieces.map((pieces) => pieces.length));
  const parts: string[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const texts = row.pieces.filter((_pieces, index) => isShown(table, index)).map((pieces) => pieces[cut] ?? '');
    const part = texts.filter((text) => text !== '').join(' ');
    if (part !== '') parts.push(part);
  }
  return parts;
}

/** Cells merged with the row above stand only there. */
function repeatedCells(table: ReadTable, row: TableRow): string[] {
  return row.cells.filter((text, index) => text !== '' && row.pieces[index]?.length === 0 && isShown(table, index));
}
