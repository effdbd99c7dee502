import { type ReportTable, reportTextBlocks } from '@phuong-so/shared/domain/report-text';
import type { ReportDraft } from '@phuong-so/shared/domain/work';
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
  const about = `Kết quả thực hiện ${plans.length === 0 ? 'Kế hoạch' : plans.join('; ')} ${period}`;
  const ward = wardName ?? null;
  const [annexes, body] = [draft.sections.filter(isAnnex), draft.sections.filter((one) => !isAnnex(one))];
  return {
    title: `Dự thảo báo cáo ${period}`,
    madeAt,
    letterhead:
      unitName === null
        ? { body: ['Ủy ban nhân dân', ward], symbol: 'BC-UBND' }
        : // The short sign of a unit is in no plan.
          { above: ward === null ? null : `Ủy ban nhân dân ${ward}`, body: [unitName], symbol: null },
    opening: { kind: 'report', name: 'Báo cáo', about },
    body: body.flatMap(({ title, text }): DocumentBlock[] => [
      { kind: 'heading', level: 1, text: title },
      ...blocksOf(text),
    ]),
    recipients,
    annexes: annexes.map(({ title, text }) => ({ name: 'Phụ lục', title, blocks: blocksOf(text) })),
  };
}

function isAnnex({ id }: { readonly id: string }): boolean {
  return id === ANNEX;
}

function blocksOf(text: string): DocumentBlock[] {
  return reportTextBlocks(text).map((block) => (block.kind === 'table' ? tableOf(block) : block));
}

/** Narrow columns for what is short: the width follows the letters in a column, so that a number does not get a name's room. */
function tableOf({ head, rows }: ReportTable): TableBlock {
  const full = rows.filter((cells) => cells.length > 1);
  return {
    kind: 'table',
    columns: head.map((title, index) => {
      const lengths = [title, ...full.map((cells) => cells[index] ?? '')].map((cell) => Math.min(cell.length, LONG));
      const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
      const word = Math.max(...[title, ...full.map((cells) => cells[index] ?? '')].map(longestWord));
      const share = Math.max(mean ** 0.6, Math.min(word, LONG_WORD) * 0.75, 2.5);
      return { title, share, ...(mean <= SHORT ? { align: 'center' as const } : {}) };
    }),
    rows: rows.map((cells) => (cells.length === 1 ? { cells, group: true } : { cells })),
  };
}

/** Signs: beyond this a column grows no more; a column of numbers; a word that may be broken. */
const LONG = 120;
const SHORT = 5;
const LONG_WORD = 12;

function longestWord(cell: string): number {
  return Math.max(0, ...cell.split(/\s+/).map(({ length }) => length));
}
