import type { Rule } from './rules.ts';
import type { PageLine } from './text-lines.ts';

/** A step between base lines this much larger than the smallest one starts a new row. */
const ROW_STEP = 1.3;
/** A rule between rows covers at least this share of the table's width. */
const RULE_SHARE = 0.6;

/**
 * The printed lines of a table, row by row: by the rules between the rows, else by the room between them, else a row
 * starts with every line that has text in the first column.
 */
export function splitRows(
  lines: readonly PageLine[],
  horizontal: readonly Rule[],
  startsRow: (line: PageLine) => boolean,
): PageLine[][] {
  const ruled = rulesBetween(lines, horizontal);
  if (ruled.filter(Boolean).length >= 2) return cut(lines, (index) => ruled[index] === true);
  const steps = lines.map((line, index) => line.y - (lines[index - 1]?.y ?? line.y));
  const smallest = Math.min(...steps.slice(1));
  const apart = steps.map((step) => step > ROW_STEP * smallest);
  if (apart.includes(true) && apart.slice(1).includes(false)) return cut(lines, (index) => apart[index] === true);
  const rows = cut(lines, (index) => {
    const line = lines[index];
    return line !== undefined && startsRow(line);
  });
  return withWholeHeader(rows, startsRow);
}

/** For each line, whether a rule over most of the table's width stands between it and the line above. */
function rulesBetween(lines: readonly PageLine[], horizontal: readonly Rule[]): boolean[] {
  const left = Math.min(...lines.map((line) => line.x0));
  const right = Math.max(...lines.map((line) => line.x1));
  const wide = horizontal.filter(
    (rule) => Math.min(rule.to, right) - Math.max(rule.from, left) > RULE_SHARE * (right - left),
  );
  return lines.map((line, index) => {
    const above = lines[index - 1];
    return above !== undefined && wide.some((rule) => rule.at > above.y && rule.at < line.y);
  });
}

function cut(lines: readonly PageLine[], starts: (index: number) => boolean): PageLine[][] {
  const rows: PageLine[][] = [];
  lines.forEach((line, index) => {
    const row = rows.at(-1);
    if (row === undefined || starts(index)) rows.push([line]);
    else row.push(line);
  });
  return rows;
}

/** Header lines above the one with the first column's text are not a row of their own. */
function withWholeHeader(rows: readonly PageLine[][], startsRow: (line: PageLine) => boolean): PageLine[][] {
  const [first, second, ...rest] = rows;
  if (first === undefined || second === undefined || first.some(startsRow)) return [...rows];
  return [[...first, ...second], ...rest];
}
