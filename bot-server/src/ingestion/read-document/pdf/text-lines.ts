import type { Glyph } from './glyphs.ts';

/** One printed line: its glyphs from left to right. */
export interface PageLine {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** Base lines nearer than this part of the font size are one line, so that raised signs stay in it. */
const SAME_LINE = 0.45;
/** A gap wider than this part of the font size is a space between words. */
const WORD_GAP = 0.17;
/** The same letter again within this part of the font size is the same letter. */
const DOUBLE = 0.12;

/** Glyphs to printed lines, top to bottom. */
export function toLines(glyphs: readonly Glyph[]): PageLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (line !== undefined && base !== undefined && glyph.y - base.y <= SAME_LINE * Math.max(base.size, glyph.size)) {
      line.push(glyph);
    } else lines.push([glyph]);
  }
  return lines.map(lineOf).filter((line) => lineText(line.glyphs) !== '');
}

export function lineOf(glyphs: readonly Glyph[]): PageLine {
  const sorted = withoutDoubles([...glyphs].sort((a, b) => a.x0 - b.x0));
  const visible = sorted.filter((glyph) => glyph.text.trim() !== '');
  const largest = visible.reduce<Glyph | undefined>((a, b) => (a === undefined || b.size > a.size ? b : a), undefined);
  return {
    glyphs: sorted,
    x0: Math.min(...visible.map((glyph) => glyph.x0)),
    x1: Math.max(...visible.map((glyph) => glyph.x1)),
    y: largest?.y ?? 0,
    size: largest?.size ?? 1,
  };
}

/** Some programs print bold by drawing each letter twice, a hair apart. */
function withoutDoubles(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const last = kept.at(-1);
    const double = last !== undefined && last.text === glyph.text && glyph.x0 - last.x0 < DOUBLE * glyph.size;
    if (!double || glyph.text.trim() === '') kept.push(glyph);
  }
  return kept;
}

/** The text of glyphs in one line; a gap is a space, a combining mark joins the letter before it. */
export function lineText(glyphs: readonly Glyph[]): string {
  let text = '';
  let end = 0;
  for (const glyph of glyphs) {
    const gap = glyph.x0 - end;
    const joins = text === '' || /^[\s\p{M}]/u.test(glyph.text) || gap <= WORD_GAP * glyph.size;
    text += joins ? glyph.text : ` ${glyph.text}`;
    end = Math.max(end, glyph.x1);
  }
  return text.replace(/\s+/g, ' ').trim();
}

export function isBoldLine(line: PageLine): boolean {
  const visible = line.glyphs.filter((glyph) => /[\p{L}\p{N}]/u.test(glyph.text));
  return visible.length > 0 && visible.every((glyph) => glyph.bold);
}

/** Parts of a line that a gap of at least `gap` points keeps apart. */
export function segments(line: PageLine, gap: number): PageLine[] {
  const parts: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue;
    const part = parts.at(-1);
    if (part === undefined || glyph.x0 - end >= gap) parts.push([glyph]);
    else part.push(glyph);
    end = Math.max(end, glyph.x1);
  }
  return parts.map(lineOf);
}
