import type { SourceBlock, SourceDocument, SourceLine } from '@phuong-so/shared/domain/source-document';
import { type PrintedLine, readTabTable } from './tab-table.ts';

/**
 * A .txt plan: one {@link SourceLine} per printed line, and a table for every run of tab-separated rows.
 * A form feed starts a new page. `text` is the file itself.
 */
export function readPlainText(text: string): Pick<SourceDocument, 'text' | 'blocks'> {
  const printed = printedLines(text);
  const blocks: SourceBlock[] = [];
  let at = 0;
  let tablesFrom = 0;
  while (at < printed.length) {
    const run = at < tablesFrom ? null : readTabTable(printed, at);
    if (run !== null) tablesFrom = run.next;
    if (run !== null && run.block !== null) {
      blocks.push(run.block);
      at = run.next;
      continue;
    }
    const line = printed[at];
    if (line !== undefined && line.text.trim() !== '')
      blocks.push(sourceLine(line, at > 0 && isBlank(printed[at - 1])));
    at += 1;
  }
  return { text, blocks };
}

function printedLines(text: string): PrintedLine[] {
  const paged = text.includes('\f');
  let page = 1;
  return text.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/).map((raw) => {
    page += raw.split('\f').length - 1;
    return { text: raw.replaceAll('\f', '').trimEnd(), raw: raw.replaceAll('\f', ''), page: paged ? page : null };
  });
}

function isBlank(line: PrintedLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function sourceLine(line: PrintedLine, blankBefore: boolean): SourceLine {
  const bold = /^\s*\*\*[^*]+\*\*\s*$/.test(line.text);
  return { kind: 'line', text: line.text, whole: false, blankBefore, bold, centred: false, page: line.page };
}
