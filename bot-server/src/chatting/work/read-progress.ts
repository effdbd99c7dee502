import type { SaidProgress } from '@phuong-so/shared/domain/chat-screen-work';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { ProgressState } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { readTyped } from '@phuong-so/shared/text/typed-text';

/** As the contract has it, in characters. */
const LONGEST_NOTE = 2_000;
const LONGEST_WHAT = 100;
const PERCENT = /(?<![\d.,])(\d{1,3})\s*(?:%|phần\s+trăm|phan\s+tram)/iu;
/** "12/15 lớp học", "12 trên 15 hồ sơ"; not the day of a date. */
const COUNT =
  /(?<!(?:ngày|ngay|đến|den|hạn|han|từ|tu|sáng|sang|chiều|chieu|tối|toi)\s*)(?<![\d/.,])(\d{1,6})\s*(?:\/|trên(?:\s+tổng)?|tren(?:\s+tong)?)\s*(\d{1,6})(?![\d/])(?:\s+(\p{L}+(?:\s+\p{L}+){0,2}))?/iu;

/** What is more than a hundred is no share. */
export type ReadProgress =
  | { readonly kind: 'said'; readonly said: SaidProgress }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'beyond' };

/**
 * Reads how far something is: "60% đã kết nối LGSP", "xong rồi", "12/15 lớp", "chậm do vướng kinh phí". What is read is shown
 * before it is written, so that a wrong reading harms nobody. Numbers of people are masked.
 */
export function readProgress(typed: string, language: LanguageData): ReadProgress {
  const text = maskPersonal(typed.trim());
  const share = PERCENT.exec(text);
  const percent = share === null ? null : Number(share[1]);
  if (percent !== null && percent > 100) return { kind: 'beyond' };
  const count = countIn(text);
  const bare = tidy(share === null ? text : text.replace(share[0], ' '));
  const state = stateIn(text, percent, language);
  const { note, obstacle } = split(bare, language);
  const isState = isOnlyState(note, language);
  if (bare === '' && percent === null && state === null) return { kind: 'nothing' };
  return {
    kind: 'said',
    said: {
      ...{ state: state ?? 'in_progress', percent, count },
      ...{ note: isState ? '' : note.slice(0, LONGEST_NOTE), obstacle: obstacle.slice(0, LONGEST_NOTE) },
    },
  };
}

function countIn(text: string): SaidProgress['count'] {
  const [, value = '', of = '', what = ''] = COUNT.exec(text) ?? [];
  if (value === '' || Number(of) === 0 || Number(value) > Number(of)) return null;
  return { value: Number(value), of: Number(of), what: what.trim().slice(0, LONGEST_WHAT) };
}

/** A share below a hundred is on its way, whatever else is called done: "hoàn thành 60%". */
function stateIn(text: string, percent: number | null, { cues }: LanguageData): ProgressState | null {
  const { tokens } = readTyped(text);
  const says = (cue: 'work_not_fitting' | 'work_late' | 'work_not_begun' | 'work_not_done' | 'work_done') =>
    cues[cue].find(tokens).length > 0;
  if (says('work_not_fitting')) return 'not_applicable';
  if (says('work_late')) return 'late';
  if (percent !== null) return percent === 100 ? 'done' : percent === 0 ? 'not_started' : 'in_progress';
  if (says('work_not_begun')) return 'not_started';
  if (says('work_not_done')) return 'in_progress';
  return says('work_done') ? 'done' : null;
}

/** What stands in the way begins with a word that says so, and goes to the end. */
function split(text: string, { cues }: LanguageData): { readonly note: string; readonly obstacle: string } {
  const typed = readTyped(text);
  const begun = cues.work_obstacle.find(typed.tokens)[0];
  const start = begun === undefined ? undefined : typed.tokens[begun.from]?.start;
  if (start === undefined) return { note: text, obstacle: '' };
  return { note: tidy(typed.text.slice(0, start)), obstacle: tidy(typed.text.slice(start)) };
}

/** "Xong rồi ạ" says no more than the state. */
function isOnlyState(note: string, { cues }: LanguageData): boolean {
  const { tokens } = readTyped(note);
  const names = ['work_done', 'work_late', 'work_not_begun', 'work_not_done', 'work_not_fitting', 'chatter'] as const;
  const said = new Set(
    names
      .flatMap((name) => cues[name].find(tokens))
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)),
  );
  return tokens.every((_, at) => said.has(at));
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[\s,;:.–-]+|[\s,;:–-]+$/gu, '');
}
