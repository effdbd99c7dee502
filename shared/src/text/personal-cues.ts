import type { DigitGroup } from './digit-groups.ts';
import { foldMarks } from './fold.ts';

/** What a word beside a number says about it. */
export type CueKind = 'papers' | 'phone' | 'account';

const WORDS: Readonly<Record<CueKind, string>> = {
  papers: 'cccd|cmnd|cmtnd|cmt|can cuoc|chung minh(?: nhan dan| thu)?|cong dan|so dinh danh|ho chieu|mst|ma so thue',
  phone: 'sdt|dt|dien thoai|di dong|so phone|phone|hotline',
  account: 'stk|so tk|tk|tai khoan|so the|the (?:atm|ngan hang|tin dung|visa)|chuyen khoan|ck',
};
const BANKS =
  'vietcombank|vcb|vietinbank|bidv|agribank|techcombank|tcb|mb|mbbank|acb|tpbank|vpbank|sacombank|shb|vib|hdbank|ocb|msb';
const LINKS = `so|la|nay|cua|toi|em|minh|bac|anh|chi|co|chu|ong|ba|ngan hang|nh|moi|cu|${BANKS}`;
const kinds = Object.entries(WORDS).map(([kind, words]) => `(?<${kind}>${words})`);
const CUE = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${kinds.join('|')})(?![\\p{L}\\p{Nd}])`, 'gu');
const ONLY_LINKS = new RegExp(`^(?:[\\s:=#.,(-]|(?<!\\p{L})(?:${LINKS})(?!\\p{L}))*$`, 'u');

const REACH = 40;

/** The word that stands directly before the number, with nothing but "số", "của tôi là", a bank's name between. */
export function cueBefore(text: string, groups: readonly DigitGroup[], at: number): CueKind | null {
  const window = before(text, groups, at);
  const last = lastCue(window);
  return last !== null && ONLY_LINKS.test(window.slice(last.end)) ? last.kind : null;
}

/** The nearest such word in the forty characters before, else after; another number or a placeholder ends the search. */
export function cueAround(text: string, groups: readonly DigitGroup[], at: number): CueKind | null {
  return (lastCue(before(text, groups, at)) ?? firstCue(after(text, groups, at)))?.kind ?? null;
}

function before(text: string, groups: readonly DigitGroup[], at: number): string {
  const start = groups[at]?.start ?? 0;
  const window = text.slice(Math.max(groups[at - 1]?.end ?? 0, start - REACH), start);
  return foldMarks(window.slice(window.lastIndexOf(']') + 1));
}

function after(text: string, groups: readonly DigitGroup[], at: number): string {
  const end = groups[at]?.end ?? 0;
  const window = text.slice(end, Math.min(groups[at + 1]?.start ?? text.length, end + REACH));
  return foldMarks(/^[^[]*/.exec(window)?.[0] ?? '');
}

interface Cue {
  readonly kind: CueKind;
  readonly end: number;
}

function lastCue(folded: string): Cue | null {
  return cues(folded).at(-1) ?? null;
}

function firstCue(folded: string): Cue | null {
  return cues(folded)[0] ?? null;
}

function cues(folded: string): Cue[] {
  return [...folded.matchAll(CUE)].flatMap((match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, word]) => word !== undefined)?.[0] as CueKind | undefined;
    return kind === undefined ? [] : [{ kind, end: match.index + match[0].length }];
  });
}
