import { type ReportTable, reportTextBlocks } from '@phuong-so/shared/domain/report-text';
import type { ReportDraft, ReportSection } from '@phuong-so/shared/domain/work';
import type { DocumentBlock, OfficialDocument, TableBlock } from '../../ports/documents.ts';
import { periodWords } from './periods.ts';
import type { SectionId } from './section-ids.ts';

/** What stands around the sections of a report. */
export interface ReportFrame {
  /** "phường Hoàng Mai"; null = no plan says it. */
  readonly wardName: string | null;
  /** The unit that reports; null = the ward's people's committee. */
  readonly unitName: string | null;
  /** "Kế hoạch số 43/KH-UBND ngày 19/9/2025". */
  readonly plans: readonly string[];
  readonly recipients: readonly string[];
  readonly madeAt: Date;
}

const ANNEX: SectionId = 'evidence';

/** The draft as an official document: what the sections say now, edited or not. */
export function reportDocument(draft: ReportDraft, frame: ReportFrame): OfficialDocument {
  const { wardName, unitName, plans, recipients, madeAt } = frame;
  const period = periodWords(draft.kind, draft.period);
  const about = `Kết quả thực hiện ${plans.length === 0 ? 'Kế hoạch' : plans.join('; ')}, ${period}`;
  const [annexes, body] = [draft.sections.filter(isAnnex), draft.sections.filter((one) => !isAnnex(one))];
  return {
    title: `Dự thảo báo cáo ${period}`,
    madeAt,
    letterhead:
      unitName === null
        ? { body: ['Ủy ban nhân dân', wardName], symbol: 'BC-UBND' }
        : // The short sign of a unit is in no plan.
          { above: ['Ủy ban nhân dân', wardName], body: [unitName], symbol: null },
    opening: { kind: 'report', name: 'Báo cáo', about },
    body: body.flatMap(({ title, text }): DocumentBlock[] => [
      { kind: 'heading', level: 1, text: title },
      ...blocksOf(text),
    ]),
    recipients,
    annexes: annexes.map(({ title, text }) => ({ name: 'Phụ lục', title, blocks: blocksOf(text) })),
  };
}

/** A list of evidence in which there is nothing needs no page of its own. */
function isAnnex({ id, text }: ReportSection): boolean {
  return id === ANNEX && reportTextBlocks(text).some(({ kind }) => kind === 'table');
}

function blocksOf(text: string): DocumentBlock[] {
  return reportTextBlocks(text).map((block) => (block.kind === 'table' ? tableOf(block) : block));
}

/** A column has room for its longest word; the rest is shared out by how much stands in each. */
function tableOf({ head, rows }: ReportTable): TableBlock {
  const full = rows.filter((cells) => cells.length > 1);
  const columns = head.map((title, index) => columnOf([title, ...full.map((cells) => cells[index] ?? '')]));
  const rest = WIDTH - columns.reduce((sum, { least }) => sum + least, 0);
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return {
    kind: 'table',
    columns: columns.map(({ least, weight, isShort }, index) => ({
      title: head[index] ?? '',
      share: least + Math.max(0, (rest * weight) / weights),
      ...(isShort ? { align: 'center' as const } : {}),
    })),
    rows: rows.map((cells) => (cells.length === 1 ? { cells, group: true } : { cells })),
  };
}

/** Points: between the margins of the page; of one letter; around the letters of a cell. */
const WIDTH = 467;
const LETTER = 6.6;
const AROUND = 10;
/** Letters: what is longer breaks; a column whose cells are no longer is one of numbers. */
const LONGEST_WORD = 14;
const SHORT = 5;

function columnOf(cells: readonly string[]) {
  const words = cells.flatMap((cell) => cell.split(/\s+/)).map(({ length }) => Math.min(length, LONGEST_WORD));
  const mean = cells.reduce((sum, { length }) => sum + length, 0) / cells.length;
  const isShort = cells.every(({ length }) => length <= SHORT);
  return { least: Math.max(3, ...words) * LETTER + AROUND, weight: isShort ? 0.01 : mean ** 0.7, isShort };
}
