import type { PageTable } from './ruled-tables.ts';
import { cellText } from './ruled-tables.ts';
import { lineText, type PageLine, segments } from './text-lines.ts';

/** Letterhead and signature stand side by side with this much room (in font sizes) between them. */
const SIDE_GAP = 1.6;
/** One line alone must show a wider gap, or it is a line with a hole. */
const LONE_GAP = 3;
/** Room for a signature and a stamp between two lines of one side, in points. */
const SIGNATURE_ROOM = 150;
const SAME_EDGE = 6;
/** A list number before a tab leaves the same gap as a side of its own. */
const LIST_LABEL = /^(?:[-+•*–▪○]|(?:[IVXLC]+|\d+(?:\.\d+)*|\p{L})[.)]?)$/u;

/** Blocks of text in two sides (letterhead, recipients beside the signature), each as a table of one row with two cells. */
export function sideBySide(lines: readonly PageLine[], page: number): { tables: PageTable[]; rest: PageLine[] } {
  const tables: PageTable[] = [];
  const rest: PageLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const block = readBlock(lines, at);
    if (block === null) {
      const line = lines[at];
      if (line !== undefined) rest.push(line);
      at += 1;
      continue;
    }
    tables.push(tableOf(block, page));
    at = block.end;
  }
  return { tables, rest };
}

interface Block {
  readonly end: number;
  readonly left: readonly PageLine[];
  readonly right: readonly PageLine[];
}

function readBlock(lines: readonly PageLine[], start: number): Block | null {
  const first = sidesOf(lines[start]);
  if (first === null) return null;
  const left = [first[0]];
  const right = [first[1]];
  let end = start + 1;
  let pairs = 1;
  while (end < lines.length) {
    const line = lines[end];
    if (line === undefined) break;
    const sides = sidesOf(line);
    const edge = Math.min(...right.map((part) => part.x0));
    const inner = Math.max(...left.map((part) => part.x1));
    if (sides !== null && sides[0].x1 < edge && sides[1].x0 > inner) {
      left.push(sides[0]);
      right.push(sides[1]);
      pairs += 1;
    } else if (sides === null && line.x1 < edge && continues(left, line)) left.push(line);
    else if (sides === null && line.x0 > inner && continues(right, line)) right.push(line);
    else break;
    end += 1;
  }
  const wide = first[1].x0 - first[0].x1 >= LONE_GAP * first[0].size;
  return pairs > 1 || left.length + right.length > 3 || wide ? { end, left, right } : null;
}

/** The two sides of a line with one wide gap. */
function sidesOf(line: PageLine | undefined): readonly [PageLine, PageLine] | null {
  if (line === undefined) return null;
  const [left, right, third] = segments(line, line.size * SIDE_GAP);
  if (left === undefined || right === undefined || third !== undefined) return null;
  return LIST_LABEL.test(lineText(left.glyphs)) ? null : [left, right];
}

/** A line alone on its side goes on with the block when it begins, or is centred, where the lines of that side are. */
function continues(side: readonly PageLine[], line: PageLine): boolean {
  const last = side.at(-1);
  if (last === undefined || line.y - last.y > SIGNATURE_ROOM) return false;
  return side.some(
    (part) =>
      Math.abs(part.x0 - line.x0) < SAME_EDGE || Math.abs(part.x0 + part.x1 - line.x0 - line.x1) < 2 * SAME_EDGE,
  );
}

function tableOf(block: Block, page: number): PageTable {
  const cells = [block.left, block.right].map((side) => ({
    ...cellText(side.flatMap((line) => line.glyphs)),
    columnSpan: 1,
    mergedFromAbove: false,
  }));
  const all = [...block.left, ...block.right];
  const edges = [
    Math.min(...block.left.map((line) => line.x0)),
    Math.min(...block.right.map((line) => line.x0)),
    Math.max(...all.map((line) => line.x1)),
  ];
  const ys = all.map((line) => line.y);
  return { top: Math.min(...ys), bottom: Math.max(...ys), edges, rows: [{ cells, page }] };
}
