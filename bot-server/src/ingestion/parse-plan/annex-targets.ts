import type { PlanTarget } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { cellOf, type PlacedRow, placeRows, quoteRow, titleOf } from './annex-rows.ts';
import type { TablePlace } from './annex-tasks.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import { yearKey } from './table-roles.ts';
import type { ReadTable, TableRow } from './table-rows.ts';
import { idsOf, unitsOfCell } from './unit-list.ts';

/** A table of indicators: it has a column of values. */
export function isTargetTable(table: ReadTable): boolean {
  const roles = new Set(table.columns.map((column) => column.role));
  return roles.has('target') && (roles.has('value') || roles.has('year'));
}

/**
 * The targets of one table. `captionYear` is the year that the annex's title gives, used when neither a column nor a group names one.
 * A row without any value is a heading and gives no target.
 */
export function targetsOfTable(
  table: ReadTable,
  place: TablePlace,
  captionYear: string | null,
  units: UnitDirectory,
  quoter: Quoter,
): PlanTarget[] {
  return placeRows(table).flatMap((placed) => {
    if (placed.isHeading) return [];
    const year =
      (placed.subgroup ? yearKey(placed.subgroup.heading) : null) ??
      (placed.group ? yearKey(placed.group.heading) : null) ??
      captionYear ??
      '';
    return toTarget(placed, table, place, year, units, quoter);
  });
}

function toTarget(
  placed: PlacedRow,
  table: ReadTable,
  place: TablePlace,
  year: string,
  units: UnitDirectory,
  quoter: Quoter,
): PlanTarget[] {
  const { row, group } = placed;
  const printed = valuesOf(table, row, year);
  const name = titleOf(table, row)
    .replace(/\n/g, ' ')
    .replace(/^[-+•–]\s*/, '');
  if (name === '' || Object.keys(printed).length === 0) return [];
  const lead = unitsOfCell(cellOf(table, row, 'lead'), units);
  const coordinating = unitsOfCell(cellOf(table, row, 'coordinating'), units);
  const quotes = quoteRow(quoter, table, row);
  const where = { annex: place.annex, row: row.no || null, column: null, section: place.section };
  return [
    {
      id: [place.section, 'ct', group?.label ?? '', row.no].filter((part) => part !== '').join('/'),
      origin: 'appendix',
      annex: place.annex,
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
    .replace(/[.;]$/, '')
    .trim();
  return /^(?:[-–—−]|x|)$/i.test(value) ? null : value;
}
