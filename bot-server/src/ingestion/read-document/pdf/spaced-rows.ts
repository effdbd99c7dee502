import { type Interval, overlaps } from './columns.ts';
import type { Rule } from './rules.ts';
import type { PageLine } from './text-lines.ts';

/** A step between lines this much larger than the line step inside a cell starts a new row. */
const ROW_STEP = 1.25;
/** Base lines of one text are at least this part of the font size apart; what is nearer is a raised sign. */
const MIN_STEP = 0.9;
/** A rule between rows covers at least this share of the table's width. */
const RULE_SHARE = 0.6;

/**
 * The printed lines of a table as rows of line indexes: cut by the rules between the rows, else by the room between
 * them, else a row starts with every line that has text in the first column. `cells` are the texts of each line.
 */
export function splitRows(
  lines: readonly PageLine[],
  cells: readonly (readonly PageLine[])[],
  columns: readonly Interval[],
  horizontal: readonly Rule[],
): number[][] {
  const ruled = rulesBetween(lines, horizontal);
  if (ruled.filter(Boolean).length >= 2) return cut(ruled);
  const apart = roomAbove(lines, cells, columns);
  if (apart.includes(true)) return cut(apart);
  const first = columns[0];
  const numbered = cells.map((texts) => first !== undefined && texts.some((text) => overlaps(first, text)));
  return withWholeHeader(cut(numbered), numbered);
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

/**
 * For each line, whether it stands further below the line above than lines of one cell do. Cells centred in height
 * interleave, so the step inside a cell is measured column by column.
 */
function roomAbove(
  lines: readonly PageLine[],
  cells: readonly (readonly PageLine[])[],
  columns: readonly Interval[],
): boolean[] {
  const inside = columns.flatMap((column) => {
    const texts = cells.flat().filter((text) => overlaps(column, text));
    return texts.slice(1).flatMap((text, index) => {
      const step = text.y - (texts[index]?.y ?? 0);
      return step > MIN_STEP * text.size ? [step] : [];
    });
  });
  const smallest = Math.min(...inside);
  return lines.map((line, index) => index > 0 && line.y - (lines[index - 1]?.y ?? 0) > ROW_STEP * smallest);
}

function cut(starts: readonly boolean[]): number[][] {
  const rows: number[][] = [];
  starts.forEach((isStart, index) => {
    const row = rows.at(-1);
    if (row === undefined || isStart) rows.push([index]);
    else row.push(index);
  });
  return rows;
}

/** Header lines above the one with the first column's text are not a row of their own. */
function withWholeHeader(rows: readonly number[][], numbered: readonly boolean[]): number[][] {
  const [first, second, ...rest] = rows;
  if (first === undefined || second === undefined || first.some((index) => numbered[index] === true)) return [...rows];
  return [[...first, ...second], ...rest];
}
