import {
  printedLine,
  type SourceBlock,
  type SourceLine,
  type SourceTable,
} from '@phuong-so/shared/domain/source-document';
import { isBrokenCompound, isCapitals, type Label, readLabel } from './labels.ts';
import { joinLines, type RepairLog, repairPiece } from './repair.ts';

/** One paragraph as a reader of the paper sees it, repaired for display. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly label: Label | null;
  readonly marker: string;
  /** Without label and marker. */
  readonly text: string;
  readonly bold: boolean;
  readonly page: number | null;
}

export type FlowItem = Paragraph | SourceTable;

/** A text whose lines are this long has a paragraph on each line. */
const UNWRAPPED_WIDTH = 130;
/** Proportional fonts give lines of one width different numbers of letters. */
const FITS_INSIDE = 0.8;
const FITS_AFTER_STOP = 0.94;
/** Where paragraphs have no bullets, a line that ends with a full stop ends the paragraph unless the next word clearly had no room. */
const FITS_AFTER_STOP_PLAIN = 1.04;

/** Width in letters at which the document's lines are wrapped; Infinity when each line is a paragraph. */
export function wrapWidth(lines: readonly SourceLine[]): number {
  const lengths = lines.map((line) => line.text.trim().length).filter((length) => length >= 30);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 80;
  return width > UNWRAPPED_WIDTH ? Number.POSITIVE_INFINITY : width;
}

/** Joins printed lines to paragraphs; tables stay where they stand. */
export function readFlow(blocks: readonly SourceBlock[], width: number, log: RepairLog): FlowItem[] {
  const items: FlowItem[] = [];
  let open: { lines: SourceLine[]; texts: string[] } | null = null;
  const close = (): void => {
    if (open) items.push(...toParagraphs(open.lines, open.texts, log));
    open = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      items.push(block);
      continue;
    }
    const text = repairPiece(printedLine(block), log);
    if (text === '' || isRule(text)) continue;
    const current: { lines: SourceLine[]; texts: string[] } | null = open;
    const last = current?.lines.at(-1);
    if (current && last && continues(last, current.texts, block, text, width)) {
      current.lines.push(block);
      current.texts.push(text);
      continue;
    }
    close();
    open = { lines: [block], texts: [text] };
  }
  close();
  return items;
}

function isRule(text: string): boolean {
  return /^[-_=~*–—.…\s]+$/.test(text);
}

function continues(last: SourceLine, texts: readonly string[], next: SourceLine, text: string, width: number): boolean {
  const before = texts.at(-1) ?? '';
  if (last.whole || next.whole) return false;
  const labelled = readLabel(text);
  if (labelled.label || labelled.marker) return isBrokenCompound(before, text);
  if (isCapitals(before) !== isCapitals(text)) return !isCapitals(before) && /^[\p{Lu}&\d]{2,}[.;,)]?$/u.test(text);
  if (last.bold && !next.bold && last.page !== null) return false;
  if (/^Trên đây là/u.test(text) && /[.;:/]$/.test(before)) return false;
  if (/[\p{Lu}\d&/]-$/u.test(before)) return true;
  if (/^[\p{Ll}]/u.test(text)) return true;
  if (/^[),.;:]/.test(text)) return true;
  if (width === Number.POSITIVE_INFINITY) return false;
  const firstWord = /^\S+/.exec(text)?.[0] ?? '';
  const start = readLabel(texts[0] ?? '');
  const afterStop = start.label || start.marker ? FITS_AFTER_STOP : FITS_AFTER_STOP_PLAIN;
  const room = width * (/[.:!?…/]$/.test(before) ? afterStop : /;$/.test(before) ? FITS_AFTER_STOP : FITS_INSIDE);
  return before.length + 1 + firstWord.length > room;
}

function toParagraphs(lines: readonly SourceLine[], texts: readonly string[], log: RepairLog): Paragraph[] {
  const joined = texts.reduce((text, line) => joinLines(text, line, log), '');
  const { label, marker, rest } = readLabel(joined);
  const bold = lines.every((line) => line.bold);
  const page = lines[0]?.page ?? null;
  const paragraph = { kind: 'paragraph' as const, label, marker, bold, page };
  if (marker === '') return [{ ...paragraph, text: rest }];
  return splitRunOnBullets(rest).map((text) => ({ ...paragraph, text }));
}

/** A bullet printed on the line of the bullet before it: "… cửa hàng số. - Triển khai …". */
function splitRunOnBullets(text: string): string[] {
  return text.split(/(?<=[.;])\s+[-–]\s+(?=\p{Lu})/u);
}
