import type { TextBlock } from '../../ports/renderer.ts';
import { ASCENT, DESCENT } from './fonts.ts';

/** Width in points of a text in one line. */
export type Measure = (text: string, size: number, weight: TextBlock['weight']) => number;

export interface LaidText {
  readonly lines: readonly string[];
  readonly size: number;
  /** Between two lines' baselines. */
  readonly lineHeight: number;
  /** Of the first line, in the sheet. */
  readonly baseline: number;
}

const LEADING = 1.4;
const SHRINK = 0.95;
const SMALLEST = 0.5;

/** Breaks a text into the lines that fit, shrinking it where it may not have so many. */
export function layText(block: TextBlock, measure: Measure): LaidText {
  const { text, width, weight, mostLines = Number.POSITIVE_INFINITY } = block;
  let { size } = block;
  let lines = breakLines(text, (line) => measure(line, size, weight) <= width);
  while (isTooMuch(lines, mostLines, (line) => measure(line, size, weight) > width) && size > block.size * SMALLEST) {
    size *= SHRINK;
    lines = breakLines(text, (line) => measure(line, size, weight) <= width);
  }
  lines = lines.flatMap((line) => pieces(line, (part) => measure(part, size, weight) <= width));
  const leading = block.leading ?? LEADING;
  // A line that was shrunk stands where the whole one would have stood.
  const first = lines.length === 1 ? block.size : size;
  const above = (leading - ASCENT - DESCENT) / 2;
  return { lines, size, lineHeight: size * leading, baseline: block.y + (above + ASCENT) * first };
}

function isTooMuch(lines: readonly string[], most: number, isWide: (line: string) => boolean): boolean {
  return most !== Number.POSITIVE_INFINITY && (lines.length > most || lines.some(isWide));
}

/** A word that is wider than the line even when it has been shrunk, such as an address, is broken anywhere. */
function pieces(line: string, fits: (line: string) => boolean): string[] {
  if (fits(line)) return [line];
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (part !== '' && !fits(part + sign)) {
      parts.push(part);
      part = sign;
    } else part += sign;
  }
  return [...parts, part];
}

/** A word that is wider than the line stands alone in it. */
function breakLines(text: string, fits: (line: string) => boolean): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ').filter(Boolean)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && !fits(longer)) {
          lines.push(line);
          line = word;
        } else line = longer;
      }
      return [...lines, line];
    });
}
