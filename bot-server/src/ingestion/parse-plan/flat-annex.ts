import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { SourceLine } from '@phuong-so/shared/domain/source-document';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { joinLines, type RepairLog, repairPiece } from './repair.ts';
import type { Role } from './table-roles.ts';
import type { Column, ReadTable, TableRow } from './table-rows.ts';
import { readUnitList } from './unit-list.ts';

/** Header words of a table whose lines were lost, in the order in which columns are usually printed. */
const HEADER_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['no', /\b(?:stt|tt|so tt)\b/],
  ['task', /noi dung(?: cong viec| nhiem vu)?|ten nhiem vu|nhiem vu|cong viec/],
  ['lead', /(?:don vi|co quan|bo phan) (?:chu tri|thuc hien|tham muu)|chu tri/],
  ['coordinating', /(?:don vi|co quan)? ?phoi hop/],
  ['due', /thoi gian|thoi han|tien do/],
];
const NO = /^(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5})\.?(?:\s+(\S.*))?$/u;
const DUE_WORDS =
  '(?:(?:hoàn thành|thực hiện|xong)\\s+)?(?:(?:trước|trong|đến|hết|từ|đến hết|sau)\\s+)?(?:ngày\\s+|tháng\\s+|quý\\s+|năm\\s+)*(?:\\d{1,2}\\s*/\\s*\\d{1,2}\\s*/\\s*20\\d{2}|\\d{1,2}\\s*/\\s*20\\d{2}|\\d{1,2}\\s*/\\s*\\d{1,2}|[IVX]+\\s*/\\s*20\\d{2}|20\\d{2}(?:\\s*[-–]\\s*20\\d{2})?)(?:\\s+và (?:những|các) năm tiếp theo)?';
const DUE_END = new RegExp(
  `(?:^|\\s)((?:Thường xuyên|Hàng năm|Hằng năm|Hàng quý|Hằng quý|Hàng tháng|Định kỳ[^.;]{0,40}|Sau khi [^.;]{3,80}|Theo (?:tiến độ|kế hoạch|chỉ đạo|hướng dẫn)[^.;]{2,80})(?:,? (?:theo nhu cầu|thường xuyên))?|${DUE_WORDS})[.;]?$`,
  'iu',
);

interface RawRow {
  readonly no: string;
  readonly lines: string[];
}

/** A header printed on one or two lines without cell borders; null when the line is none. */
export function flatHeader(text: string): Role[] | null {
  const folded = foldMarks(text);
  if (folded.length > 160) return null;
  const found = HEADER_WORDS.flatMap(([role, pattern]) => {
    const at = folded.search(pattern);
    return at < 0 ? [] : [{ role, at }];
  });
  const roles = found.sort((a, b) => a.at - b.at).map((entry) => entry.role);
  return roles.includes('no') && roles.includes('task') && roles.length >= 4 ? roles : null;
}

/**
 * Reads a table of tasks whose cell borders are lost: a number begins a row; then come title, units and time, on one line or on several.
 * Units are known by how offices are called; units without anything between them stand in different columns.
 */
export function readFlatAnnex(lines: readonly SourceLine[], units: UnitDirectory, log: RepairLog): ReadTable | null {
  const texts = lines.map((line) => repairPiece(line.text, log)).filter((text) => text !== '');
  const headerAt = texts.findIndex(
    (text, index) => flatHeader(text) !== null || flatHeader(`${text} ${texts[index + 1] ?? ''}`) !== null,
  );
  if (headerAt < 0) return null;
  const oneLine = flatHeader(texts[headerAt] ?? '');
  const roles = oneLine ?? flatHeader(`${texts[headerAt]} ${texts[headerAt + 1] ?? ''}`) ?? [];
  const header = foldMarks(texts[headerAt] ?? '');
  const rows = collectRows(texts.slice(headerAt + (oneLine ? 1 : 2)), header, log);
  const columns = roles.map((role): Column => ({ role, header: '', year: null }));
  const read = rows.map((row) => readRow(row, roles, units, log));
  return read.length === 0 ? null : { columns, rows: read };
}

function collectRows(texts: readonly string[], header: string, log: RepairLog): RawRow[] {
  const rows: RawRow[] = [];
  for (const [index, text] of texts.entries()) {
    if (foldMarks(text) === header) {
      log.add('repeated_header', text, '');
      continue;
    }
    const match = NO.exec(text);
    const last = rows.at(-1);
    if (match?.[1] && follows(last?.no, match[1]) && !isPageNumber(text, last?.no, texts.slice(index + 1))) {
      rows.push({ no: match[1], lines: match[2] ? [match[2]] : [] });
    } else if (/^\d{1,3}$/.test(text)) {
      log.add('page_number', text, '');
    } else if (last) {
      last.lines.push(text);
    }
  }
  return rows;
}

/** A lone number is a page's when the rows go on without it: the same number, or the one it would skip, still comes. */
function isPageNumber(text: string, last: string | undefined, rest: readonly string[]): boolean {
  if (!/^\d{1,3}$/.test(text)) return false;
  const next = rest.flatMap((line) => NO.exec(line)?.[1] ?? []).find((no) => no === text || follows(last, no));
  return next !== undefined && (next === text || step(last, next) < step(last, text));
}

/** How many top-level numbers lie between two labels. */
function step(last: string | undefined, no: string): number {
  return Number(no.split('.')[0]) - Number(last?.split('.')[0] ?? 0);
}

/** Whether `no` may stand after `last`: the first, a child's first, or the next of the same or an outer level. */
function follows(last: string | undefined, no: string): boolean {
  if (/^[IVX]+$/.test(no)) return true;
  const parts = no.split('.').map(Number);
  if (last === undefined || /^[IVX]+$/.test(last)) return parts.every((part) => part === 1);
  const before = last.split('.').map(Number);
  if (parts.length === before.length + 1)
    return before.every((part, index) => part === parts[index]) && parts.at(-1) === 1;
  if (parts.length > before.length) return false;
  const depth = parts.length - 1;
  const sameHead = parts.slice(0, depth).every((part, index) => part === before[index]);
  const ahead = (parts[depth] ?? 0) - (before[depth] ?? 0);
  return sameHead && ahead >= 1 && ahead <= 2;
}

function readRow(raw: RawRow, roles: readonly Role[], units: UnitDirectory, log: RepairLog): TableRow {
  const whole = raw.lines.reduce((text, line) => joinLines(text, line, log), '');
  const dueMatch = DUE_END.exec(whole);
  const due = dueMatch?.[1] && parseDue(dueMatch[1]).kind !== 'none' ? dueMatch[1].trim() : '';
  const beforeDue = due === '' ? whole : whole.slice(0, dueMatch?.index ?? whole.length).trim();
  const split = splitUnits(beforeDue, lineStarts(raw.lines, beforeDue), units);
  const isGroup = due === '' && split.columns.length === 0;
  const [lead = '', coordinating = ''] = split.columns;
  const values: Partial<Record<Role, string>> = {
    task: isGroup ? whole : split.title,
    lead,
    coordinating,
    due: isGroup ? '' : due,
  };
  const cells = roles.map((role) => values[role] ?? '');
  return { no: raw.no, cells, pieces: cells.map((text) => [text]), isGroup };
}

/** Offsets in the joined text at which a printed line began. */
function lineStarts(lines: readonly string[], joined: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    const found = joined.indexOf(line.slice(0, 12), at);
    if (found >= 0) {
      starts.push(found);
      at = found + 1;
    }
  }
  return starts;
}

/** The title, and the units behind it by column. */
function splitUnits(
  text: string,
  starts: readonly number[],
  units: UnitDirectory,
): { title: string; columns: string[] } {
  const sentenceEnds = [...text.matchAll(/[.;:”")]\s+(?=\p{Lu})/gu)].map((match) => match.index + match[0].length);
  const capitals = [...text.matchAll(/(?<=\s)(?=\p{Lu}\p{Ll})/gu)].map((match) => match.index);
  const candidates = [...new Set([...starts.slice(1), ...sentenceEnds].sort((a, b) => a - b)), ...capitals];
  for (const start of candidates) {
    if (start === 0 || !/^\p{Lu}/u.test(text.slice(start))) continue;
    const list = readUnitList(text, units, start);
    const end = list.at(-1)?.end ?? start;
    if (list.length === 0 || text.slice(end).replace(/[.;,]/g, '').trim() !== '') continue;
    return { title: text.slice(0, start).trim(), columns: columnsOf(text, list) };
  }
  return { title: text, columns: [] };
}

function columnsOf(text: string, list: ReturnType<typeof readUnitList>): string[] {
  const columns: { start: number; end: number }[] = [];
  for (const unit of list) {
    const last = columns.at(-1);
    if (last && unit.separator !== '') last.end = unit.end;
    else columns.push({ start: unit.start, end: unit.end });
  }
  return columns.map((column) => text.slice(column.start, column.end));
}
