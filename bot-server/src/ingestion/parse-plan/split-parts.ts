import {
  printedLine,
  type SourceBlock,
  type SourceCell,
  type SourceLine,
  type SourceTable,
} from '@phuong-so/shared/domain/source-document';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { type RepairLog, repairPiece } from './repair.ts';

/** The parts of a plan document in the order they are interpreted, not always the order of print. */
export interface DocumentParts {
  /** Issuer, motto, number, place and date; wherever they were printed. */
  readonly letterhead: readonly string[];
  readonly titleLines: readonly SourceLine[];
  readonly body: readonly SourceBlock[];
  /** Recipients and signature. */
  readonly closing: readonly string[];
  readonly annexes: readonly (readonly SourceBlock[])[];
}

const LETTERHEAD: readonly RegExp[] = [
  /^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)(?:\s+(?:THÀNH PHỐ|TP\.?|TỈNH|QUẬN|PHƯỜNG|XÃ)\s[\p{Lu}\s.-]+)?$/u,
  /^PHƯỜNG\s[\p{Lu}\s\d.-]+$/u,
  /CỘNG H[ÒO]?[ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM/u,
  /Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/iu,
  /^Số\s*:\s*.{0,14}\/\s*[\p{Lu}Đ]/u,
  /^[\p{Lu}][\p{L}.\s-]{0,40},\s*ngày\s*[\d.… ]*\s*tháng\s*[\d.… ]*\s*năm\s*(?:20\d{2})?\s*$/u,
];
const TITLE = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|ĐỀ ÁN|PHƯƠNG ÁN)(?:\s|$|:)/u;
const OPENING =
  /^(?:Thực hiện|Căn cứ|Triển khai|Để |Nhằm|Theo |Tiếp tục|Trên cơ sở|Xét |Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ngày |Trong những|I[.\s])/u;
const CLOSING = /^(?:Nơi nhận|Noi nhan)\b|^(?:TM\.?|T\/M|KT\.?)\s*(?:ỦY BAN|UỶ BAN|UBND|CHỦ TỊCH)/u;
const ANNEX = /^(?:PHỤ LỤC|PHU LUC)(?![\p{L}])/u;
const ANNEX_MIXED = /^Phụ lục(?:\s+(?:số\s+)?(?:[IVX]+|\d{1,2}))?\s*[:.]?$/u;

/** Separates letterhead, title, body, signature part and annexes. A letterhead printed in the middle of the body is taken out. */
export function splitParts(blocks: readonly SourceBlock[], log: RepairLog): DocumentParts {
  const annexAt = findAnnexes(blocks, log);
  const main = blocks.slice(0, annexAt[0] ?? blocks.length);
  const annexes = annexAt.map((start, index) => blocks.slice(start, annexAt[index + 1] ?? blocks.length));
  const letterhead: string[] = [];
  const kept: SourceBlock[] = [];
  let bodySeen = false;
  for (const block of main) {
    const taken = letterheadOf(block, log);
    if (!taken) {
      kept.push(block);
      if (block.kind === 'line' && /^I[.\s]/.test(block.text.trim())) bodySeen = true;
      continue;
    }
    letterhead.push(...taken);
    if (bodySeen) log.add('displaced_letterhead', taken.join(' '), '');
  }
  const titleAt = kept.findIndex((block) => block.kind === 'line' && TITLE.test(clean(block, log)));
  const titleLines = titleAt < 0 ? [] : takeTitle(kept, titleAt, log);
  const rest = titleAt < 0 ? kept : [...kept.slice(0, titleAt), ...kept.slice(titleAt + titleLines.length)];
  const closingAt = rest.findIndex((block, index) => index > 0 && isClosing(block, log));
  return {
    letterhead,
    titleLines,
    body: dropPageNumbers(closingAt < 0 ? rest : rest.slice(0, closingAt), log),
    closing: closingAt < 0 ? [] : rest.slice(closingAt).flatMap((block) => closingLines(block, log)),
    annexes,
  };
}

function clean(line: SourceLine, log: RepairLog): string {
  return repairPiece(printedLine(line), log);
}

function findAnnexes(blocks: readonly SourceBlock[], log: RepairLog): number[] {
  const found: number[] = [];
  let closed = false;
  blocks.forEach((block, index) => {
    if (isClosing(block, log)) closed = true;
    if (block.kind !== 'line') return;
    const text = clean(block, log);
    if (ANNEX.test(text) || (ANNEX_MIXED.test(text) && (closed || block.centred || block.bold))) found.push(index);
  });
  return found;
}

function cellTexts(table: SourceTable): string[] {
  return table.rows.flatMap((row) =>
    row.cells.filter((cell): cell is SourceCell => cell !== null && !cell.mergedFromAbove).map((cell) => cell.text),
  );
}

/** The letterhead lines of a block; null when it is none. Word keeps a letterhead in a table without borders. */
function letterheadOf(block: SourceBlock, log: RepairLog): string[] | null {
  if (block.kind === 'table') {
    const texts = cellTexts(block);
    if (!texts.some((text) => /CỘNG H.{1,3} XÃ HỘI|Độc lập\s*[-–]/iu.test(text.normalize('NFC')))) return null;
    return texts
      .flatMap((text) => text.split('\n'))
      .map((line) => repairPiece(line, log))
      .filter((line) => line !== '');
  }
  const text = clean(block, log);
  // A letterhead of two columns on one printed line keeps wide gaps between them.
  const columns = block.text
    .split(/\s{3,}|\t/)
    .map((part) => repairPiece(part, log))
    .filter((part) => part !== '');
  const parts = columns.some(isLetterheadLine) && columns.length > 1 ? columns : [text];
  return parts.some(isLetterheadLine) ? parts : null;
}

function isLetterheadLine(text: string): boolean {
  return LETTERHEAD.some((pattern) => pattern.test(text)) && !/^Số\s*:.*\s(?:ngày|của)\s/u.test(text);
}

function takeTitle(blocks: readonly SourceBlock[], at: number, log: RepairLog): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const block of blocks.slice(at)) {
    if (block.kind !== 'line') break;
    const text = clean(block, log);
    const first = lines[0];
    if (lines.length >= 2 && first) {
      const wasSet = lines.slice(1).some((line) => line.bold || line.centred);
      if (wasSet && !block.bold && !block.centred && block.whole) break;
      if (OPENING.test(text) || /[:./]$/.test(text) || /^[-_–—]{3,}$/.test(text)) break;
    }
    if (
      lines.length === 1 &&
      clean(lines[0] ?? block, log).length > 12 &&
      OPENING.test(text) &&
      !block.bold &&
      !block.centred &&
      !/^V\/v/.test(text)
    )
      break;
    lines.push(block);
  }
  return lines;
}

function isClosing(block: SourceBlock, log: RepairLog): boolean {
  if (block.kind === 'line')
    return (
      CLOSING.test(clean(block, log)) || /(?:^|\s{3,})TM\.\s*(?:ỦY|UỶ) BAN NHÂN DÂN/u.test(block.text.normalize('NFC'))
    );
  return (
    cellTexts(block).some((text) => /^\W*nơi nhận/i.test(text.normalize('NFC').trim())) &&
    !cellTexts(block).some((text) => /^(?:stt|tt)$/i.test(text.trim()))
  );
}

function closingLines(block: SourceBlock, log: RepairLog): string[] {
  const raw =
    block.kind === 'line' ? block.text.split(/\s{4,}|\t/) : cellTexts(block).flatMap((text) => text.split('\n'));
  return raw.map((line) => repairPiece(line, log)).filter((line) => line !== '' && !/^\d{1,3}$/.test(line));
}

/** A number alone on a line of running text is a page's. */
export function dropPageNumbers(blocks: readonly SourceBlock[], log: RepairLog): SourceBlock[] {
  return blocks.filter((block) => {
    if (block.kind !== 'line' || block.label !== undefined) return true;
    const text = foldMarks(block.text);
    const isNumber = /^(?:trang )?[-–]?\s*\d{1,3}\s*[-–]?(?:\/\d{1,3})?$/.test(text);
    if (isNumber) log.add('page_number', block.text, '');
    return !isNumber;
  });
}
