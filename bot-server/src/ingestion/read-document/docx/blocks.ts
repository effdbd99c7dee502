import type { SourceBlock, SourceLine } from '@phuong-so/shared/domain/source-document';
import type { Element } from '@xmldom/xmldom';
import type { ListCounter } from './numbering.ts';
import { chosenAlternative, paragraphContent } from './run-text.ts';
import type { ListPlace, Styles } from './styles.ts';
import { isSingleCell, readTable, tableCells } from './table.ts';
import { attribute, childElements, childNamed, descend, numberAttribute } from './xml.ts';

export interface Reading {
  readonly styles: Styles;
  readonly lists: ListCounter;
}

const WRAPPERS: ReadonlySet<string> = new Set(['ins', 'moveTo', 'sdt', 'sdtContent', 'smartTag', 'customXml']);

/** Paragraphs and tables below `parent` (body, cell or text box) in reading order. */
export function readBlocks(parent: Element, reading: Reading): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let blank = true;
  for (const element of contentElements(parent)) {
    const read: SourceBlock[] =
      element.localName === 'tbl' ? readTableBlocks(element, reading) : readParagraph(element, reading, blank);
    blank = read.length === 0;
    blocks.push(...read);
  }
  return blocks;
}

/** `w:p` and `w:tbl` children, through whatever wraps them. */
function contentElements(parent: Element): Element[] {
  return childElements(parent).flatMap((child) => {
    const name = child.localName ?? '';
    if (name === 'p' || name === 'tbl') return [child];
    if (WRAPPERS.has(name)) return contentElements(child);
    const chosen = name === 'AlternateContent' ? chosenAlternative(child) : null;
    return chosen === null ? [] : contentElements(chosen);
  });
}

/** A table of one cell is a frame around text, not a table. */
function readTableBlocks(table: Element, reading: Reading): SourceBlock[] {
  if (isSingleCell(table)) return tableCells(table).flatMap((cell) => readBlocks(cell, reading));
  const block = readTable(table, (cell) => readBlocks(cell, reading));
  return block === null ? [] : [block];
}

function readParagraph(paragraph: Element, reading: Reading, blankBefore: boolean): SourceBlock[] {
  const { lines, boxes } = paragraphContent(paragraph, reading.styles);
  const boxed = boxes.flatMap((box) => readBlocks(box, reading));
  const properties = childNamed(paragraph, 'pPr');
  if (lines.length === 0 && descend(properties, 'rPr', 'del') !== null) return boxed;
  const style = attribute(childNamed(properties, 'pStyle'), 'val');
  const place = listPlace(properties, style, reading.styles);
  const label = place === null ? '' : reading.lists.next(place);
  const centred = isCentred(properties, style, reading.styles);
  const printed = lines.length === 0 && label !== '' ? [{ text: '', bold: false }] : lines;
  const whole = printed.length === 1;
  const own = printed.map((line, index): SourceLine => {
    // Lines cut by soft breaks may be joined among themselves, but never with the paragraph before.
    const start = index === 0;
    const block = {
      kind: 'line' as const,
      ...line,
      whole,
      blankBefore: start && (blankBefore || !whole),
      centred,
      page: null,
    };
    return start && label !== '' ? { ...block, label } : block;
  });
  return [...boxed, ...own];
}

function listPlace(properties: Element | null, style: string | null, styles: Styles): ListPlace | null {
  const fromStyle = styles.listPlace(style);
  const numbering = childNamed(properties, 'numPr');
  if (numbering === null) return fromStyle;
  const numId = attribute(childNamed(numbering, 'numId'), 'val') ?? fromStyle?.numId ?? null;
  const level = numberAttribute(childNamed(numbering, 'ilvl'), 'val') ?? fromStyle?.level ?? 0;
  return numId === null || numId === '0' ? null : { numId, level };
}

function isCentred(properties: Element | null, style: string | null, styles: Styles): boolean {
  const own = attribute(childNamed(properties, 'jc'), 'val');
  return own === null ? styles.isCentred(style) : own === 'center';
}
