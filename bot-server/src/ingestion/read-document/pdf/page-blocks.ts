import type { SourceLine } from '@phuong-so/shared/domain/source-document';
import type { PageContent } from './page-content.ts';
import { type PageTable, ruledTables } from './ruled-tables.ts';
import { sideBySide } from './side-by-side.ts';
import { spacedTables } from './spaced-tables.ts';
import { isBoldLine, lineText, type PageLine, toLines } from './text-lines.ts';

export type PageBlock = SourceLine | PageTable;

/** A step between base lines this much larger than the page's usual one leaves an empty line. */
const BLANK_STEP = 1.4;
/** A line this far from both edges of the paper is not a full line. */
const CENTRED_INDENT = 0.12;
/** A line that leaves this share of the width free on both sides is centred even when a little off; an indent is less. */
const CENTRED_ROOM = 0.09;

/** Lines and tables of a page from top to bottom. */
export function pageBlocks(page: PageContent): PageBlock[] {
  const ruled = ruledTables(page);
  const spaced = spacedTables(toLines(ruled.rest), page.rules, page.number);
  const sides = sideBySide(spaced.rest, page.number);
  const tables = [...ruled.tables, ...spaced.tables, ...sides.tables].sort((a, b) => a.top - b.top);
  const looks = layoutOf(sides.rest, page);
  const blocks: PageBlock[] = [];
  let above: number | null = null;
  for (const line of sides.rest) {
    while (tables[0] !== undefined && tables[0].top < line.y) {
      const table = tables.shift();
      if (table !== undefined) blocks.push(table);
      above = null;
    }
    const blankBefore = above === null || line.y - above > BLANK_STEP * looks.step;
    blocks.push(sourceLine(line, page.number, blankBefore, looks));
    above = line.y;
  }
  return [...blocks, ...tables];
}

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly pageWidth: number;
  readonly step: number;
}

/** Margins and line step as most lines of the page have them; tables count for the margins. */
function layoutOf(lines: readonly PageLine[], page: PageContent): Layout {
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const glyph of page.glyphs) {
    if (glyph.text.trim() === '') continue;
    left = Math.min(left, glyph.x0);
    right = Math.max(right, glyph.x1);
  }
  return { left, right, pageWidth: page.width, step: mostFrequent(steps) ?? 20 };
}

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sourceLine(line: PageLine, page: number, blankBefore: boolean, layout: Layout): SourceLine {
  const centred = isCentred(line, layout);
  const text = lineText(line.glyphs);
  return { kind: 'line', text, whole: false, blankBefore, bold: isBoldLine(line), centred, page };
}

/** Centred between the margins, or on the paper when a page has too little text to show its margins. */
function isCentred(line: PageLine, layout: Layout): boolean {
  const before = line.x0 - layout.left;
  const after = layout.right - line.x1;
  const onPaper = Math.abs(line.x0 + line.x1 - layout.pageWidth);
  const between = Math.abs(before - after);
  const indented = line.x0 > CENTRED_INDENT * layout.pageWidth && line.x1 < (1 - CENTRED_INDENT) * layout.pageWidth;
  const spread = Math.min(before, after) > CENTRED_ROOM * (layout.right - layout.left);
  return (
    indented &&
    (spread ? Math.min(between, onPaper) < 1.5 * line.size : between < 0.4 * line.size && before > 1.5 * line.size)
  );
}
