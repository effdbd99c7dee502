import type { SourceBlock, SourceCell, SourceRow, SourceTable } from '@phuong-so/shared/domain/source-document';
import type { Element } from '@xmldom/xmldom';
import { attribute, childElements, childNamed, descend, numberAttribute } from './xml.ts';

/** Word allows 63 columns; a span beyond that is damage. */
const MAX_COLUMNS = 200;
const WRAPPERS: ReadonlySet<string> = new Set(['ins', 'moveTo', 'sdt', 'sdtContent', 'customXml', 'smartTag']);

type GridCell = SourceCell | null;

/** A `w:tbl` as rows over its grid. `readCell` gives the blocks of a cell; tables inside a cell become lines of its text. */
export function readTable(table: Element, readCell: (cell: Element) => SourceBlock[]): SourceTable | null {
  const rows: GridCell[][] = [];
  for (const row of descendants(table, 'tr')) {
    if (descend(row, 'trPr', 'del') === null) rows.push(readRow(row, rows.at(-1) ?? [], readCell));
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const printed = rows
    .map((cells): SourceRow => ({ cells: [...cells, ...emptyCells(width - cells.length)], page: null }))
    .filter((row) => row.cells.some((cell) => cell !== null && (cell.text !== '' || cell.labels !== undefined)));
  return printed.length === 0 ? null : { kind: 'table', rows: printed, page: null };
}

export function tableCells(table: Element): Element[] {
  return descendants(table, 'tr').flatMap((row) => descendants(row, 'tc'));
}

export function isSingleCell(table: Element): boolean {
  return tableCells(table).length === 1;
}

function readRow(row: Element, above: readonly GridCell[], readCell: (cell: Element) => SourceBlock[]): GridCell[] {
  const properties = childNamed(row, 'trPr');
  const cells: GridCell[] = emptyCells(gridSpan(properties, 'gridBefore', 0));
  for (const element of descendants(row, 'tc')) {
    const cellProperties = childNamed(element, 'tcPr');
    const columnSpan = gridSpan(cellProperties, 'gridSpan', 1);
    const upper = continuesAbove(cellProperties) ? above[cells.length] : null;
    const merged = upper === null || upper === undefined ? null : { ...upper, columnSpan, mergedFromAbove: true };
    cells.push(merged ?? cellOf(readCell(element), columnSpan));
    for (let extra = 1; extra < columnSpan && cells.length < MAX_COLUMNS; extra += 1) cells.push(null);
  }
  return cells.slice(0, MAX_COLUMNS);
}

function gridSpan(properties: Element | null, name: string, fallback: number): number {
  const value = numberAttribute(childNamed(properties, name), 'val') ?? fallback;
  return Math.min(Math.max(value, fallback), MAX_COLUMNS);
}

/** `<w:vMerge/>` without "restart" goes on with the cell above it. */
function continuesAbove(properties: Element | null): boolean {
  const merge = childNamed(properties, 'vMerge');
  return merge !== null && attribute(merge, 'val') !== 'restart';
}

function cellOf(blocks: readonly SourceBlock[], columnSpan: number): SourceCell {
  const lines = blocks.flatMap((block) =>
    block.kind === 'line'
      ? [{ text: block.text, label: block.label ?? '', bold: block.bold }]
      : block.rows.map((row) => ({ text: nestedRow(row), label: '', bold: false })),
  );
  const printed = lines.filter((line) => line.text !== '');
  const cell = {
    text: lines.map((line) => line.text).join('\n'),
    columnSpan,
    mergedFromAbove: false,
    bold: printed.length > 0 && printed.every((line) => line.bold),
  };
  return lines.some((line) => line.label !== '') ? { ...cell, labels: lines.map((line) => line.label) } : cell;
}

function nestedRow(row: SourceRow): string {
  return row.cells
    .flatMap((cell) => (cell === null || cell.mergedFromAbove ? [] : [cell.text.replaceAll('\n', ' ')]))
    .join('\t');
}

function emptyCells(count: number): SourceCell[] {
  return Array.from({ length: Math.max(0, count) }, () => ({
    text: '',
    columnSpan: 1,
    mergedFromAbove: false,
    bold: false,
  }));
}

/** Children of that name, through content controls and tracked insertions. */
function descendants(parent: Element, name: string): Element[] {
  return childElements(parent).flatMap((child) => {
    if (child.localName === name) return [child];
    return WRAPPERS.has(child.localName ?? '') ? descendants(child, name) : [];
  });
}
