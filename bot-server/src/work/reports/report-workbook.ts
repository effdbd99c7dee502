import { reportTextBlocks } from '@phuong-so/shared/domain/report-text';
import type { ReportDraft } from '@phuong-so/shared/domain/work';
import type { WorkbookRow, WorkbookSheet } from '../../ports/workbooks.ts';
import { periodWords } from './periods.ts';
import type { ReportFrame } from './report-document.ts';

/** The tables of a draft, one sheet for each section that has any, after a sheet that says what it is. */
export function reportWorkbook(draft: ReportDraft, { wardName, unitName, plans }: ReportFrame): WorkbookSheet[] {
  const about: [string, string][] = [
    ['Báo cáo', periodWords(draft.kind, draft.period)],
    ['Phường', wardName ?? 'chưa có tên trong kế hoạch'],
    ['Đơn vị báo cáo', unitName ?? 'Ủy ban nhân dân phường'],
    ...plans.map((plan): [string, string] => ['Kế hoạch', plan]),
    ['Phiên bản của dự thảo', String(draft.version)],
  ];
  const first: WorkbookSheet = {
    name: 'Giới thiệu',
    widths: [26, 80],
    rows: [{ cells: ['DỰ THẢO'], bold: true }, ...about.map((cells) => ({ cells }))],
  };
  return [first, ...draft.sections.flatMap(({ title, text }) => sheetOf(title, text))];
}

function sheetOf(title: string, text: string): WorkbookSheet[] {
  const tables = reportTextBlocks(text).flatMap((block) => (block.kind === 'table' ? [block] : []));
  if (tables.length === 0) return [];
  const rows = tables.flatMap(({ head, rows: body }): WorkbookRow[] => [
    { cells: head, bold: true },
    // The heading of a group stands where there is room for it.
    ...body.map((cells) =>
      cells.length === 1 ? { cells: [null, ...cells], bold: true } : { cells: cells.map(asNumber) },
    ),
  ]);
  return [{ name: sheetName(title), widths: widthsOf(rows), rows }];
}

/** Whole numbers are numbers; "12/15", "≥80%" and "1.1" stay as they were entered. */
function asNumber(cell: string): string | number {
  return /^(0|[1-9]\d{0,14})$/.test(cell) ? Number(cell) : cell;
}

function widthsOf(rows: readonly WorkbookRow[]): number[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: columns }, (_, index) => {
    const lengths = rows.filter(({ bold }) => bold !== true).map(({ cells }) => String(cells[index] ?? '').length);
    return Math.min(60, Math.max(6, ...lengths) + 2);
  });
}

/** At most 31 characters, and none that a sheet's name must not have. */
function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31)
    .trim();
}
