import type { PlanTarget } from '@phuong-so/shared/domain/plan';
import {
  cellOf,
  type PlacedRow,
  type PlacedTable,
  quoteRow,
  rowSection,
  type TableContext,
  titleOf,
} from './annex-rows.ts';
import { quoteAt } from './quotes.ts';
import { yearKey } from './table-roles.ts';
import type { ReadTable, TableRow } from './table-rows.ts';
import { idsOf, unitsOfCell } from './unit-list.ts';

/** A table of indicators: it has a column of values. */
export function isTargetTable(table: ReadTable): boolean {
  const roles = new Set(table.columns.map((column) => column.role));
  return roles.has('target') && (roles.has('value') || roles.has('year'));
}

/**
 * The targets of one table. The title's year counts where neither a column nor a group names one.
 * A row without any value is a heading and gives no target.
 */
export function targetsOfTable({ table, rows }: PlacedTable, context: TableContext): PlanTarget[] {
  return rows.flatMap((placed) => {
    if (placed.isHeading) return [];
    const headings = [placed.subgroup?.heading, placed.group?.heading, context.title];
    const year = headings.map((heading) => yearKey(heading ?? '')).find((key) => key !== null) ?? '';
    return toTarget(placed, table, context, year);
  });
}

function toTarget(placed: PlacedRow, table: ReadTable, context: TableContext, year: string): PlanTarget[] {
  const { units, annex } = context;
  const { row, group } = placed;
  const printed = valuesOf(table, row, year);
  const name = titleOf(table, row)
    .replace(/\n/g, ' ')
    .replace(/^[-+•–]\s*/, '');
  if (name === '' || Object.keys(printed).length === 0) return [];
  const lead = unitsOfCell(cellOf(table, row, 'lead'), units);
  const coordinating = unitsOfCell(cellOf(table, row, 'coordinating'), units);
  const quotes = quoteRow(context.quoter, table, row);
  const section = rowSection(context.section, placed);
  const where = { annex, row: row.no || null, column: null, section };
  return [
    {
      id: `${section}/ct-${row.no}`,
      origin: 'appendix',
      annex,
      group: group ? { label: group.label, heading: group.heading } : null,
      no: row.no || null,
      name,
      unit: cellOf(table, row, 'unit') || null,
      values: Object.fromEntries(Object.entries(printed).map(([key, value]) => [key, normaliseValue(value)])),
      printed,
      lead,
      coordinating,
      leadIds: idsOf(lead, units),
      coordinatingIds: idsOf(coordinating, units),
      output: cellOf(table, row, 'output') || null,
      quote: quoteAt(quotes.quote, where),
      moreQuotes: quotes.more.map((text) => quoteAt(text, where)),
    },
  ];
}

/** Year → cell as printed; empty cells say nothing. */
function valuesOf(table: ReadTable, row: TableRow, year: string): Record<string, string> {
  const values: Record<string, string> = {};
  table.columns.forEach((column, index) => {
    const cell = (row.cells[index] ?? '').replace(/\n/g, ' ');
    if (cell === '' || (column.role !== 'year' && column.role !== 'value')) return;
    const key = column.year ?? year;
    if (!(key in values)) values[key] = cell;
  });
  return values;
}

/** "≥ 75 %" → "≥75%"; a dash means that there is no target for the year: null. */
export function normaliseValue(printed: string): string | null {
  const value = printed
    .replace(/>=/g, '≥')
    .replace(/<=/g, '≤')
    .replace(/([≥≤><])\s+/g, '$1')
    .replace(/(\d)\s+%/g, '$1%')
    .replace(/(\d%?)\s*[-–]\s*(?=\d)/g, '$1-')
    .replace(/[.;]$/, '')
    .trim();
  return /^(?:[-–—−]|x|)$/i.test(value) ? null : value;
}
