import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LetterOpening, OfficialDocument } from '../../ports/documents.ts';
import { letters, OPEN, OPEN_SHORT, plain, points, TEXT_WIDTH } from './form.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** As wide as the motto in bold letters of 13 points, to which the rule under it is as long. */
const MOTTO_WIDTH = points(160);
/** The country's name needs the wider half, or it breaks. */
const LEFT_WIDTH = Math.round(TEXT_WIDTH * 0.43);
const RIGHT_WIDTH = TEXT_WIDTH - LEFT_WIDTH;
const NO_LINES = {
  ...{ top: { style: BorderStyle.NONE }, bottom: { style: BorderStyle.NONE } },
  ...{ left: { style: BorderStyle.NONE }, right: { style: BorderStyle.NONE } },
  ...{ insideHorizontal: { style: BorderStyle.NONE }, insideVertical: { style: BorderStyle.NONE } },
};

/** Who writes on the left; country, motto, place and day on the right; then what it is and that it is a draft. */
export function letterhead(document: OfficialDocument): (Table | Paragraph)[] {
  const { opening } = document;
  const rows = [
    [issuer(document), nation()],
    [numberLines(document), [line('………………, ngày …… tháng …… năm …………', 13, { italics: true })]],
  ];
  return [
    twoColumns(rows, [LEFT_WIDTH, RIGHT_WIDTH]),
    ...(opening.kind === 'letter' ? addressees(opening) : heading(opening)),
  ];
}

/** A table that shows no lines: what stands side by side on the page. */
export function twoColumns(rows: readonly Paragraph[][][], widths: readonly [number, number]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_LINES,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
              }),
          ),
        }),
    ),
  });
}

function issuer({ letterhead: { above = [], body } }: OfficialDocument): Paragraph[] {
  const upper = above.map((one) => line(capitals(one), 12));
  const lines = body.map((one) => line(capitals(one), 12, { bold: true }));
  const longest = Math.max(...body.map((one) => capitals(one).length));
  // A third to a half of the line above it; a bold capital of 12 points is some 9 points wide.
  return [...upper, ...lines, rule(Math.min(points(longest * 9), LEFT_WIDTH) * 0.45, LEFT_WIDTH)];
}

function nation(): Paragraph[] {
  return [line(NATION, 12, { bold: true }), line(MOTTO, 13, { bold: true }), rule(MOTTO_WIDTH, RIGHT_WIDTH)];
}

function numberLines({ letterhead: { symbol }, opening }: OfficialDocument): Paragraph[] {
  const about = opening.kind === 'letter' ? [line(plain(`V/v ${opening.about}`), 12, {}, points(6))] : [];
  return [line(`Số: ${OPEN_SHORT}/${symbol === null ? OPEN_SHORT : plain(symbol)}`, 13), ...about, draftMark()];
}

function draftMark(): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, space: 3 };
  const indent = Math.round((LEFT_WIDTH - points(80)) / 2);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: points(9), after: points(6) },
    indent: { left: indent, right: indent },
    border: { top: border, bottom: border, left: border, right: border },
    children: [new TextRun({ ...letters(13, { bold: true }), text: 'DỰ THẢO' })],
  });
}

function heading({ name, about }: { readonly name: string; readonly about: string }): Paragraph[] {
  const width = Math.min(points(about.length * 7), TEXT_WIDTH);
  return [
    line(capitals(name), 14, { bold: true }, points(12)),
    line(plain(about), 14, { bold: true }),
    rule(width * 0.4, TEXT_WIDTH, points(12)),
  ];
}

/** One addressee stands behind "Kính gửi:", several under it, each with a dash. */
function addressees({ to }: LetterOpening): Paragraph[] {
  const given = to.length === 0 ? [OPEN] : to.map(plain);
  if (given.length === 1) return [line(`Kính gửi: ${given[0]}`, 14, {}, points(12), points(12))];
  return [
    new Paragraph({
      spacing: { before: points(12) },
      indent: { left: points(120) },
      children: [new TextRun({ ...letters(14), text: 'Kính gửi:' })],
    }),
    ...given.map(
      (one, index) =>
        new Paragraph({
          indent: { left: points(150), hanging: points(10) },
          spacing: { after: index === given.length - 1 ? points(12) : 0 },
          children: [new TextRun({ ...letters(14), text: `- ${one}${index === given.length - 1 ? '.' : ';'}` })],
        }),
    ),
  ];
}

export function capitals(text: string | null): string {
  return text === null ? OPEN : plain(text).toLocaleUpperCase('vi');
}

export function line(text: string, size: number, more: Parameters<typeof letters>[1] = {}, before = 0, after = 0) {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [new TextRun({ ...letters(size, more), text })],
  });
}

/** A thin line of this length in the middle of a column: the upper edge of an empty paragraph. */
export function rule(length: number, within: number, after = 0): Paragraph {
  const indent = Math.max(0, Math.round((within - length) / 2));
  return new Paragraph({
    spacing: { before: points(3), after, line: points(3), lineRule: 'exact' },
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0 } },
    children: [new TextRun({ ...letters(2), text: '' })],
  });
}
