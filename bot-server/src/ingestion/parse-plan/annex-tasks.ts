import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { FactOrigin, PlanTask } from '@phuong-so/shared/domain/plan';
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
import type { ReadTable } from './table-rows.ts';
import { idsOf, unitsOfCell } from './unit-list.ts';

/** A table that assigns work: it names a unit or a time for each row. */
export function isTaskTable(table: ReadTable): boolean {
  const roles = new Set(table.columns.map((column) => column.role));
  return roles.has('task') && (roles.has('lead') || roles.has('due') || roles.has('coordinating'));
}

/** The tasks of one table, in its order. */
export function tasksOfTable({ table, rows }: PlacedTable, context: TableContext): PlanTask[] {
  const dueHeader = table.columns.find((column) => column.role === 'due')?.header ?? '';
  const year = Number(yearKey(dueHeader)) || null;
  return rows.flatMap((placed) => (placed.isHeading ? [] : toTask(placed, table, context, year)));
}

function toTask(placed: PlacedRow, table: ReadTable, context: TableContext, year: number | null): PlanTask[] {
  const { units, annex } = context;
  const { row, group } = placed;
  const title = titleOf(table, row)
    .replace(/\n/g, ' ')
    .replace(/^[-+•–]\s*/, '');
  if (title === '') return [];
  const lead = unitsOfCell(cellOf(table, row, 'lead'), units);
  const coordinating = unitsOfCell(cellOf(table, row, 'coordinating'), units);
  const quotes = quoteRow(context.quoter, table, row);
  const origin: FactOrigin = annex === null ? 'body' : 'appendix';
  const section = rowSection(context.section, placed);
  const where = { annex, row: row.no || null, column: null, section };
  return [
    {
      id: `${section}/${row.no}`,
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
