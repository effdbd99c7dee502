import type { CueName } from '@phuong-so/shared/content/cues';
import type { WorkListKind } from '@phuong-so/shared/domain/chat-screen-work';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import { saysOnly } from '../says-only.ts';
import { readTaskName } from './read-task-name.ts';

/** A line about officials' work. */
export type WorkLine = { readonly kind: 'work'; readonly text: string } & (
  | { readonly what: 'list'; readonly of: WorkListKind }
  | { readonly what: 'reports' }
  /** "Việc 5G ai làm": what stands between. */
  | { readonly what: 'who'; readonly words: string }
  /** What stands after "cập nhật việc", after "tắt nhắc việc", after "bật lại nhắc việc". */
  | { readonly what: 'update' | 'mute' | 'unmute'; readonly rest: string }
);

const LISTS: readonly (readonly [CueName, WorkListKind])[] = [
  ['own_work', 'own'],
  ['work_due_soon', 'soon'],
  ['work_overdue', 'overdue'],
];
/** "Cho tôi xem … với ạ". */
const MOST_CHATTER = 6;
/** In syllables: a longer line about who does something is a question of its own. */
const LONGEST_WHO = 12;

/** "Việc của phòng tôi", "cập nhật việc III.5 60%", "việc 5G ai làm"; null when the line is something else. */
export function readWorkLine(text: string, language: LanguageData): WorkLine | null {
  for (const what of ['update', 'mute', 'unmute'] as const) {
    const rest = after(text, `${what}_work`, language);
    if (rest !== null) return { kind: 'work', text, what, rest };
  }
  const list = LISTS.find(([cue]) => saysOnly(text, cue, language, MOST_CHATTER));
  if (list !== undefined) return { kind: 'work', text, what: 'list', of: list[1] };
  if (saysOnly(text, 'work_reports', language, MOST_CHATTER)) return { kind: 'work', text, what: 'reports' };
  return readWho(text, language);
}

/**
 * Whether the line can hardly be a resident's question: it speaks of an own unit's work, or of a task by its number. "Báo cáo
 * việc cống hỏng" is a resident's own matter. The others are answered from the plan for whoever is no official.
 */
export function isForOfficialsAlone(line: WorkLine): boolean {
  if ('rest' in line) return line.rest === '' || readTaskName(line.rest).name !== null;
  return line.what === 'list' && line.of === 'own';
}

/** What stands after a phrase with which the line begins, a "dạ" aside; null where it does not. */
function after(text: string, cue: CueName, { cues }: LanguageData): string | null {
  const typed = readTyped(text);
  const from = ['da', 'vang'].includes(typed.tokens[0]?.folded ?? '') ? 1 : 0;
  const begun = cues[cue].find(typed.tokens).find((match) => match.from === from);
  const last = begun && typed.tokens[begun.to - 1];
  return last === undefined
    ? null
    : typed.text
        .slice(last.end)
        .replace(/^[\s,:.]+/u, '')
        .trim();
}

function readWho(text: string, { cues }: LanguageData): WorkLine | null {
  const typed = readTyped(text);
  const { tokens } = typed;
  const first = tokens[0]?.folded;
  if (tokens.length > LONGEST_WHO || (first !== 'viec' && first !== 'nhiem')) return null;
  const begun = first === 'viec' ? 1 : tokens[1]?.folded === 'vu' ? 2 : null;
  const asked = cues.who_does_work.find(tokens).at(-1);
  if (begun === null || asked === undefined || asked.from <= begun) return null;
  const chatter = new Set(cues.chatter.find(tokens).flatMap(({ from, to }) => range(from, to)));
  if (range(asked.to, tokens.length).some((at) => !chatter.has(at))) return null;
  const [start, end] = [tokens[begun - 1]?.end ?? 0, tokens[asked.from]?.start ?? 0];
  return { kind: 'work', text, what: 'who', words: typed.text.slice(start, end).trim() };
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
