export interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Cell {
  readonly x0: number;
  readonly x1: number;
}

/** Columns are kept apart by at least this much white space on every line. */
const MIN_GUTTER = 3;

/** The stretches of the page's width that any of the cells covers, left to right. */
export function columnsOf(cells: readonly Cell[]): Interval[] {
  const columns: Interval[] = [];
  for (const cell of [...cells].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last === undefined || cell.x0 - last.to >= MIN_GUTTER) columns.push({ from: cell.x0, to: cell.x1 });
    else columns[columns.length - 1] = { from: last.from, to: Math.max(last.to, cell.x1) };
  }
  return columns;
}

export function overlaps(column: Interval, cell: Cell): boolean {
  return cell.x0 < column.to && cell.x1 > column.from;
}
