/**
 * A plan document as its reader hands it to the parser: blocks in reading order, nothing interpreted yet.
 * Readers (txt, md, docx, pdf) produce it; the parser is the only consumer.
 */
export interface SourceDocument {
  readonly fileName: string;
  readonly format: 'txt' | 'md' | 'docx' | 'pdf';
  /**
   * The whole text in reading order, as extracted and not repaired (for .txt and .md: the file itself).
   * Every quote is checked against this text.
   */
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
}

export type SourceBlock = SourceLine | SourceTable;

/**
 * One printed line (txt, pdf) or one whole paragraph (docx, md).
 * `whole` tells which: a whole paragraph is never joined with its neighbours.
 */
export interface SourceLine {
  readonly kind: 'line';
  readonly text: string;
  readonly whole: boolean;
  /** An empty line stood before this one. Means little in plans where every line is followed by one. */
  readonly blankBefore: boolean;
  /** The whole line is bold, by run formatting, style, font name, or `**`. */
  readonly bold: boolean;
  readonly centred: boolean;
  /** 1-based; null where the format has no pages. */
  readonly page: number | null;
  /**
   * List number or bullet that Word generates ("II.", "1.1.", "a)", "-"). It is printed before `text` but stands neither
   * in `text` nor in `SourceDocument.text`, so a quote must not contain it. Read headings from {@link printedLine}.
   */
  readonly label?: string;
}

/** A table whose cells are known (Word, markdown, tab-separated text, PDF positions). */
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
  readonly page: number | null;
}

export interface SourceRow {
  /** One entry per grid column; a cell that spans columns stands once, followed by `null` for each further column. */
  readonly cells: readonly (SourceCell | null)[];
  readonly page: number | null;
}

export interface SourceCell {
  /** Paragraphs of the cell joined by "\n", not repaired. */
  readonly text: string;
  readonly columnSpan: number;
  /** The cell continues a vertically merged cell above it; its text is that cell's text. */
  readonly mergedFromAbove: boolean;
  readonly bold: boolean;
  /**
   * Generated list numbers, one per "\n"-separated line of `text` ("" for a line without one); absent when no line has one.
   * An automatic "TT" column has `text` "" and `labels` ["1"]. Read cells through {@link printedCell}.
   */
  readonly labels?: readonly string[];
}

/** A line as a reader of the paper sees it: with its generated list number. */
export function printedLine(line: SourceLine): string {
  return line.label === undefined ? line.text : `${line.label} ${line.text}`.trimEnd();
}

/** A cell as a reader of the paper sees it: each line with its generated list number. */
export function printedCell(cell: SourceCell): string {
  const { labels } = cell;
  if (labels === undefined) return cell.text;
  return cell.text
    .split('\n')
    .map((line, index) => `${labels[index] ?? ''} ${line}`.trim())
    .join('\n');
}
