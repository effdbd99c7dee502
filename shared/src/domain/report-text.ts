/** A section of a report is plain text that people edit: paragraphs parted by line breaks, tables as lines of cells. */
export type ReportTextBlock = ReportParagraph | ReportTable;

export interface ReportParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** One with a single cell is the heading of a group. */
  readonly rows: readonly (readonly string[])[];
}

const BAR = '|';

/**
 * Lines that begin with "|" and follow one another are a table, the first of them its head: "| TT | Nhiệm vụ |". Every other
 * line is a paragraph; empty ones are nothing.
 */
export function reportTextBlocks(text: string): ReportTextBlock[] {
  const blocks: ReportTextBlock[] = [];
  let table: string[][] = [];
  const close = () => {
    const [head, ...rows] = table;
    if (head !== undefined) blocks.push({ kind: 'table', head, rows });
    table = [];
  };
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line.startsWith(BAR)) {
      table.push(cellsOf(line));
      continue;
    }
    close();
    if (line !== '') blocks.push({ kind: 'paragraph', text: line });
  }
  close();
  return blocks;
}

function cellsOf(line: string): string[] {
  const inner = line.slice(1, line.length > 1 && line.endsWith(BAR) ? -1 : undefined);
  return inner.split(BAR).map((cell) => cell.trim());
}

/** One row of a table; bars and line breaks within a cell give way. */
export function reportRow(cells: readonly string[]): string {
  return `${BAR} ${cells.map((cell) => inOneLine(cell).replaceAll(BAR, '/')).join(` ${BAR} `)} ${BAR}`;
}

/** One paragraph: what somebody wrote in several lines, and would read as a table, becomes one line. */
export function reportLine(text: string): string {
  return inOneLine(text).replace(/^\|+\s*/, '');
}

function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, '; ').trim();
}
