/** Writes tables that a spreadsheet program opens. */
export interface Workbooks {
  /** The bytes of an .xlsx file. A text is a text, whatever it begins with: nothing is ever a formula. */
  write(sheets: readonly WorkbookSheet[]): Promise<Uint8Array>;
}

export interface WorkbookSheet {
  /** At most 31 characters. */
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly WorkbookRow[];
}

export interface WorkbookRow {
  readonly cells: readonly (string | number | null)[];
  /** A heading. */
  readonly bold?: boolean;
}
