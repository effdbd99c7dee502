import { foldMarks, hasMarks, normaliseTones } from '../text/fold.ts';
import type { Unit } from './units.ts';

/** One word of a name or of a person's text, with its place in the original string. */
export interface NameToken {
  readonly marked: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Comma, semicolon or "và" stood before it. */
  readonly afterBreak: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const AND = new Set(['và', 'va']);

/** Words of a unit's name; "và" and punctuation are kept only as a mark on the next word. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  let last = 0;
  let afterBreak = false;
  for (const match of text.matchAll(WORD)) {
    afterBreak ||= /[,;:\n.]/.test(text.slice(last, match.index));
    last = match.index + match[0].length;
    const marked = normaliseTones(match[0]);
    if (AND.has(marked)) {
      afterBreak = true;
      continue;
    }
    tokens.push({ marked, folded: foldMarks(match[0]), start: match.index, end: last, afterBreak });
    afterBreak = false;
  }
  return tokens;
}

/** Words that may follow a unit's name without changing which unit it is: "… phường", "… thuộc phường", "… có liên quan". */
const TAILS: readonly (readonly string[])[] = [
  ['phuong'],
  ['xa'],
  ['thuoc'],
  ['truc', 'thuoc'],
  ['cua'],
  ['tren', 'dia', 'ban'],
  ['cap'],
  ['lien', 'quan'],
  ['co', 'lien', 'quan'],
  ['thanh', 'pho'],
  ['tinh'],
  ['tp'],
  ['uy', 'ban'],
  ['ubnd'],
];

/** Whether the words from `at` on only say where the unit belongs or which of them are concerned. */
export function isTail(tokens: readonly NameToken[], at: number): boolean {
  return TAILS.some((tail) => tail.every((word, offset) => tokens[at + offset]?.folded === word));
}

const TITLES: readonly (readonly string[])[] = [
  ['giao'],
  ['đề', 'nghị'],
  ['thủ', 'trưởng'],
  ['lãnh', 'đạo'],
  ['người', 'đứng', 'đầu'],
  ['trưởng'],
  ['giám', 'đốc'],
  ['chủ', 'tịch'],
];

/** How many words before a name are a request or an office-holder's title: "Đề nghị …", "Thủ trưởng …". */
export function titleLength(tokens: readonly NameToken[], at: number): number {
  const title = TITLES.find((words) => words.every((word, offset) => tokens[at + offset]?.marked === word));
  return title?.length ?? 0;
}

/** Names no unit but joins a collective: "các phòng, ban, ngành, đoàn thể". */
const GENERIC = new Set([
  'phong',
  'ban',
  'nganh',
  'don',
  'vi',
  'co',
  'quan',
  'doan',
  'the',
  'to',
  'chuc',
  'chuyen',
  'mon',
  'su',
  'nghiep',
  'lien',
]);

/** The first word after `at` that does not continue a collective. */
export function skipGeneric(tokens: readonly NameToken[], at: number): number {
  let next = at;
  while (next < tokens.length && GENERIC.has(tokens[next]?.folded ?? '')) next += 1;
  return next;
}

/** First words of what offices are called. After a comma or "và", another word only goes on with the name before it. */
const HEADS = new Set(
  'phong ban trung tt cong to doi doan hoi so bo truong tram van uy ub ubnd hdnd mttq mat thue chi cuc cac don co doanh hop ngan kho buu vien dien lien nha thu lanh dang khu thon quy cau ho'.split(
    ' ',
  ),
);

/** Whether another unit's name may begin at `at`. */
export function startsUnit(tokens: readonly NameToken[], at: number): boolean {
  return HEADS.has(tokens[at]?.folded ?? '');
}

/** Whether the typed word can stand for the name's word: the same marks, or none typed. */
export function sameWord(typed: NameToken, name: NameToken): boolean {
  return typed.folded === name.folded && (typed.marked === name.marked || !hasMarks(typed.marked));
}

const KIND_BY_HEAD: readonly (readonly [RegExp, Unit['kind']])[] = [
  [/^(phong|van phong)\b/, 'department'],
  [/^(trung tam|tram|tt)\b/, 'centre'],
  [/^(cong an|ban chi huy quan su)\b/, 'police'],
  [/^(ban chi dao|to cong tac|to giup viec)\b/, 'committee'],
  [/^(to dan pho|khu pho|thon)\b/, 'neighbourhood'],
  [/^(hoi|doan|mat tran|uy ban mat tran|lien doan|cong doan)\b/, 'organisation'],
  [/^(dang uy|ban xay dung dang)\b/, 'party'],
  [/^(truong|nha truong)\b/, 'school'],
  [/^(so|bo|chi cuc)\b/, 'higher'],
  [/^cac\b/, 'group'],
];

/** A unit for a printed name that no directory knows; its id is the folded name. */
export function unitFromPrinted(printed: string): Unit {
  const tokens = nameTokens(printed);
  let end = tokens.length;
  while (end > 1 && tokens[end - 1]?.folded === 'phuong') end -= 1;
  const first = titleLength(tokens, 0);
  const kept = tokens.slice(first, end);
  const id = kept.map((token) => token.folded).join('-');
  const name = printed.slice(kept[0]?.start ?? 0, kept.at(-1)?.end ?? printed.length).replace(/\s+/g, ' ');
  const folded = foldMarks(name);
  const kind = KIND_BY_HEAD.find(([head]) => head.test(folded))?.[1] ?? 'organisation';
  return { id, name, kind, spellings: [name], nicknames: [] };
}
