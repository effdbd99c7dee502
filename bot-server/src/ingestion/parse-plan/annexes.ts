import {
  printedLine,
  type SourceBlock,
  type SourceLine,
  type SourceTable,
} from '@phuong-so/shared/domain/source-document';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { type PlacedTable, placeTables } from './annex-rows.ts';
import { flatHeader, readFlatAnnex } from './flat-annex.ts';
import { isCapitals, readLabel } from './labels.ts';
import { joinLines, type RepairLog, repairPiece } from './repair.ts';
import { dropPageNumbers } from './split-parts.ts';
import { readTables } from './table-rows.ts';

export interface Annex {
  /** Section id: "PL.I", "PL". */
  readonly id: string;
  /** "I", "1"; "" when the annex has no number. */
  readonly number: string;
  readonly label: string;
  readonly title: string;
  /** "(Ban hành kèm theo Kế hoạch số …)"; "" without one. */
  readonly caption: string;
  readonly tables: readonly PlacedTable[];
  /** Blocks that belong to no table. */
  readonly rest: readonly SourceBlock[];
}

const HEADING = /^(PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*([IVX]{1,5}|\d{1,2})(?![\p{L}\p{N}]))?\s*[:.–-]?\s*(.*)$/u;
const CAPTION = /\(\s*(?:Ban hành\s+)?[Kk]èm theo/u;

/** Reads one annex: its number, title, caption and tables, with or without cell borders. */
export function readAnnex(blocks: readonly SourceBlock[], units: UnitDirectory, log: RepairLog): Annex {
  const head = readHead(blocks, log);
  const content = blocks.slice(head.size);
  const tables = readTables(
    content.filter((block): block is SourceTable => block.kind === 'table'),
    log,
  );
  const lines = content.filter((block): block is SourceLine => block.kind === 'line');
  const flat = tables.length === 0 ? readFlatAnnex(lines, units, log) : null;
  const rest = flat
    ? []
    : dropPageNumbers(
        content.filter((block) => block.kind === 'line'),
        log,
      );
  const { number, label, title, caption } = head;
  const id = number === '' ? 'PL' : `PL.${number}`;
  return { id, number, label, title, caption, tables: placeTables(flat ? [flat] : tables), rest };
}

interface Head {
  readonly number: string;
  readonly label: string;
  readonly title: string;
  readonly caption: string;
  readonly size: number;
}

function readHead(blocks: readonly SourceBlock[], log: RepairLog): Head {
  const first = blocks[0];
  const firstText = first?.kind === 'line' ? repairPiece(printedLine(first), log) : '';
  const match = HEADING.exec(firstText);
  const number = match?.[2] ?? '';
  const label = number === '' ? 'PHỤ LỤC' : `PHỤ LỤC ${number}`;
  let head = number === '' && (match?.[3] ?? '') !== '' ? firstText : (match?.[3] ?? '');
  let size = 1;
  for (const block of blocks.slice(1)) {
    if (block.kind !== 'line') break;
    const text = repairPiece(printedLine(block), log);
    if (!goesOn(head, text, block)) break;
    head = joinLines(head, text, log);
    size += 1;
  }
  const captionAt = head.search(CAPTION);
  const title = (captionAt < 0 ? head : head.slice(0, captionAt)).replace(/^[:.–-]\s*/, '').trim();
  return { number, label, title, caption: captionAt < 0 ? '' : head.slice(captionAt), size };
}

/** Title lines come before the caption in brackets; nothing of the head follows the closed bracket. */
function goesOn(head: string, text: string, line: SourceLine): boolean {
  if (flatHeader(text) !== null) return false;
  if (CAPTION.test(head)) return !/\)[.*]?$/.test(head) && head.length < 600;
  if (CAPTION.test(text)) return true;
  if (readLabel(text).label || readLabel(text).marker || head.length > 300) return false;
  return head === '' || line.bold || line.centred || (isCapitals(text) && isCapitals(head)) || /^\p{Ll}/u.test(text);
}
