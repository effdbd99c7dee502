import type { SourceBlock, SourceDocument, SourceLine } from '@phuong-so/shared/domain/source-document';
import { isBold, withoutMarks } from './markdown-marks.ts';
import { readPipeTable } from './pipe-table.ts';

/**
 * A .md plan: headings, list items and one-line paragraphs arrive whole, a paragraph wrapped over several lines arrives
 * line by line, pipe tables as tables. Marks of emphasis and headings are taken off; `text` is the file itself.
 */
export function readMarkdown(text: string): Pick<SourceDocument, 'text' | 'blocks'> {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => line.replace(/^\uFEFF/, ''));
  const blocks: SourceBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = readPipeTable(lines, at);
    if (table !== null) {
      blocks.push(table.block);
      at = table.next;
      continue;
    }
    const end = paragraphEnd(lines, at);
    blocks.push(...paragraphLines(lines.slice(at, end), at === 0 || isBlank(lines[at - 1])));
    at = Math.max(end, at + 1);
  }
  return { text, blocks };
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/;
const RULE = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const LIST_ITEM = /^\s*(?:[-+*•–]\s|\d+(?:\.\d+)*\\?[.)]\s|[\p{L}]\\?\)\s)/u;
const NOT_PRINTED = /^\s*(?:<!--.*-->|```.*|!\[[^\]]*\]\([^)]*\))\s*$/;

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function startsBlock(line: string): boolean {
  return (
    HEADING.test(line) ||
    RULE.test(line) ||
    LIST_ITEM.test(line) ||
    NOT_PRINTED.test(line) ||
    /^\s*\|.*\|\s*$/.test(line)
  );
}

/** End of the paragraph, heading or list item that starts at `at`. */
function paragraphEnd(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (isBlank(first) || HEADING.test(first) || RULE.test(first) || NOT_PRINTED.test(first)) return at + 1;
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]) && !startsBlock(lines[end] ?? '')) end += 1;
  return UNDERLINE.test(lines[end] ?? '') && end === at + 1 ? end + 1 : end;
}

function paragraphLines(lines: readonly string[], blankBefore: boolean): SourceLine[] {
  const heading = HEADING.exec(lines[0] ?? '');
  if (heading !== null) return markdownLine(heading[2] ?? '', { whole: true, blankBefore, bold: true });
  const underlined = lines.length > 1 && UNDERLINE.test(lines.at(-1) ?? '');
  const printed = (underlined ? lines.slice(0, -1) : lines).filter(
    (line) => !isBlank(line) && !RULE.test(line) && !NOT_PRINTED.test(line),
  );
  const whole = printed.length === 1;
  return printed.flatMap((line, index) =>
    markdownLine(line, { whole, blankBefore: index === 0 && blankBefore, bold: underlined }),
  );
}

interface LineLooks {
  readonly whole: boolean;
  readonly blankBefore: boolean;
  readonly bold: boolean;
}

function markdownLine(source: string, looks: LineLooks): SourceLine[] {
  const unquoted = source.replace(/^\s*(?:>\s?)+/, '').trim();
  // "*" is dropped from every quote, so a bullet printed with it is a generated label and not part of the text.
  const starBullet = /^\*\s+/.test(unquoted);
  const body = starBullet ? unquoted.replace(/^\*\s+/, '') : unquoted;
  const text = withoutMarks(body);
  if (text === '') return [];
  const bold = looks.bold || isBold(body);
  const line: SourceLine = { kind: 'line', text, ...looks, bold, centred: false, page: null };
  return [starBullet ? { ...line, label: '-' } : line];
}
