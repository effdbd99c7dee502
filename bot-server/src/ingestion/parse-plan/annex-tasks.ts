import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { FactOrigin, PlanTask } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { cellOf, type PlacedRow, placeRows, quoteRow, titleOf } from './annex-rows.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import { yearKey } from './table-roles.ts';
import type { ReadTable } from './table-rows.ts';
import { idsOf, unitsOfCell } from './unit-list.ts';

export interface TablePlace {
  /** "I", "" for the only annex; null in the body. */
  readonly annex: string | null;
  readonly section: string;
}

/** A table that assigns work: it names a unit or a time for each row. */
export function isTaskTable(table: ReadTable): boolean {
  const roles = new Set(table.columns.map((column) => column.role));
  return roles.has('task') && (roles.has('lead') || roles.has('due') || roles.has('coordinating'));
}

/** The tasks of one table, in its order. */
export function tasksOfTable(table: ReadTable, place: TablePlace, units: UnitDirectory, quoter: Quoter): PlanTask[] {
  const dueHeader = table.columns.find((column) => column.role === 'due')?.header ?? '';
  const year = Number(yearKey(dueHeader)) || null;
  return placeRows(table).flatMap((placed) => {
    if (placed.isHeading) return [];
    return toTask(placed, table, place, units, quoter, year);
  });
}

function toTask(
  placed: PlacedRow,
  table: ReadTable,
  place: TablePlace,
  units: UnitDirectory,
  quoter: Quoter,
  year: number | null,
): PlanTask[] {
  const { row, group } = placed;
  const title = titleOf(table, row)
    .replace(/\n/g, ' ')
    .replace(/^[-+•–]\s*/, '');
  if (title === '') return [];
  const lead = unitsOfCell(cellOf(table, row, 'lead'), units);
  const coordinating = unitsOfCell(cellOf(table, row, 'coordinating'), units);
  const quotes = quoteRow(quoter, table, row);
  const origin: FactOrigin = place.annex === null ? 'body' : 'appendix';
  const where = { annex: place.annex, row: row.no || null, column: null, section: place.section };
  return [
    {
      id: [place.section, group?.label ?? '', row.no].filter((part) => part !== '').join('/'),
      origin,
      group: group ? { label: group.label, heading: group.heading } : null,
      no: row.no,
      title,
      lead,
      coordinating,
      leadIds: idsOf(lead, units),
      coordinatingIds: idsOf(coordinating, units),
      due: parseDue(cellOf(table, row, 'due').replace(/\n/g, ' '), year),
      output: cellOf(table, row, 'output').replace(/\n/g, ' ') || null,
      quote: quoteAt(quotes.quote, where),
      moreQuotes: quotes.more.map((text) => quoteAt(text, where)),
    },
  ];
}
