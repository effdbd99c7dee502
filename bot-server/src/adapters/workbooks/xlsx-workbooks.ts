import type { Cell } from 'write-excel-file/node';
import type { WorkbookRow, Workbooks } from '../../ports/workbooks.ts';

/** What a program that turns the sheet into plain text and back could take for a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;
/** XML holds neither control signs nor halves of signs. */
const UNWRITABLE = /(?![\n\t])[\p{Cc}\p{Cs}\p{Cn}\u{fffe}\u{ffff}]/gu;

/** write-excel-file: MIT, one dependency (fflate), JavaScript alone. Loaded when the first table is wanted. */
export function xlsxWorkbooks(): Workbooks {
  return {
    async write(sheets) {
      const { default: writeXlsxFile } = await import('write-excel-file/node');
      const given = sheets.map(({ name, widths, rows }) => ({
        sheet: name,
        columns: widths.map((width) => ({ width })),
        data: rows.map(cellsOf),
      }));
      return writeXlsxFile(given, { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
    },
  };
}

function cellsOf({ cells, bold = false }: WorkbookRow): Cell[] {
  const weight = bold ? ({ fontWeight: 'bold' } as const) : {};
  return cells.map((value) => {
    if (value === null) return null;
    if (typeof value === 'number') return { type: Number, value, ...weight };
    // The type is named: nothing is told from the text.
    return { type: String, value: plain(value), wrap: true, alignVertical: 'top', ...weight };
  });
}

function plain(text: string): string {
  const written = text.replace(UNWRITABLE, '');
  return LIKE_A_FORMULA.test(written) ? ` ${written}` : written;
}
