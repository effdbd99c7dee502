import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentBlock, DocumentRow, TableBlock } from '../../ports/documents.ts';
import { FIRST_LINE, letters, plain, points, TEXT_WIDTH } from './form.ts';

const SIZE = 14;
const TABLE_SIZE = 12;

/** So many of the last paragraphs go to the next page with the signature: it never stands on a page of its own. */
const WITH_SIGNATURE = 2;

/** The text of a document, block by block. `isSigned`: whoever signs comes right after it. */
export function written(blocks: readonly DocumentBlock[], isSigned = false): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'table') return [table(block), gap()];
    const heading = block.kind === 'heading';
    const remark = block.kind === 'paragraph' && block.style === 'remark';
    return [
      new Paragraph({
        alignment: heading ? AlignmentType.LEFT : AlignmentType.BOTH,
        indent: { firstLine: FIRST_LINE },
        spacing: { before: points(6), after: points(6), line: 276, lineRule: 'auto' },
        keepNext: heading || (isSigned && at >= blocks.length - WITH_SIGNATURE),
        children: [new TextRun({ ...letters(SIZE, { bold: heading, italics: remark }), text: plain(block.text) })],
      }),
    ];
  });
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { after: points(4), line: points(4), lineRule: 'exact' }, children: [] });
}

function table({ columns, rows }: TableBlock): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / whole));
  const aligned = columns.map(({ align }) => align);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) =>
      cell(title, { width: widths[index] ?? 0, align: 'center', bold: true }),
    ),
  });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, widths, aligned) }));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...body],
  });
}

function cells({ cells: texts, group = false }: DocumentRow, widths: number[], aligned: ('center' | undefined)[]) {
  if (group) return [cell(texts[0] ?? '', { width: TEXT_WIDTH, bold: true, span: widths.length, keepNext: true })];
  return widths.map((width, index) => cell(texts[index] ?? '', { width, align: aligned[index] }));
}

interface CellLook {
  readonly width: number;
  readonly align?: 'center' | undefined;
  readonly bold?: boolean;
  readonly span?: number;
  /** Not the last line of a page. */
  readonly keepNext?: boolean;
}

/** "\n" parts paragraphs of one cell. */
function cell(text: string, { width, align, bold = false, span = 1, keepNext = false }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: bold && span === 1 ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: { left: points(4), right: points(4), top: points(2), bottom: points(2) },
    children: text.split('\n').map(
      (one) =>
        new Paragraph({
          alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          keepNext,
          children: [new TextRun({ ...letters(TABLE_SIZE, { bold }), text: plain(one) })],
        }),
    ),
  });
}
