import type { LanguageData } from '@phuong-so/shared/domain/language';
import { readTyped, type TypedToken } from '@phuong-so/shared/text/typed-text';

/** "À", "xin lỗi", "ấy" before the words of correction. */
const MOST_BEFORE = 2;
/** These are no correction unless a comma or colon follows: "sửa lại đường ống khi nào xong?" */
const NEEDS_BREAK = /^(?:sua lai|dinh chinh|a khong|a quen|hoi lai|nham)/u;
const LONGEST_PATCH = 4;

/** What remains of "à nhầm, ý tôi là …", "sửa lại: …", "*…"; "" when only the mistake is told; null when it is no correction. */
export function readCorrection(text: string, language: LanguageData): string | null {
  const starred = /^\s*\*+\s*([^*].*?)\s*\**\s*$/su.exec(text);
  if (starred?.[1]) return starred[1];
  const typed = readTyped(text);
  const hits = language.cues.correction.find(typed.tokens);
  const [first] = hits;
  if (!first || first.from > MOST_BEFORE) return null;
  let to = first.to;
  for (const hit of hits.slice(1)) if (hit.from <= to + 1) to = hit.to;
  const next = typed.tokens[to];
  const said = typed.tokens
    .slice(first.from, to)
    .map(({ folded }) => folded)
    .join(' ');
  if (next && NEEDS_BREAK.test(said) && !next.afterBreak) return null;
  return next ? typed.text.slice(next.start) : '';
}

/**
 * The line before, corrected. A few words replace what they resemble: the same first word ("phòng Văn hóa làm gì" and
 * "phòng Kinh tế"), the same last word, a number for a number. Anything else replaces the whole line.
 */
export function amend(before: string, correction: string, isQuestion: boolean): string {
  const line = readTyped(before);
  const patch = readTyped(correction).tokens;
  if (isQuestion || patch.length === 0 || patch.length > LONGEST_PATCH || line.tokens.length <= patch.length) {
    return correction;
  }
  const from = placeOf(patch, line.tokens);
  if (from === null) return correction;
  const start = line.tokens[from]?.start ?? 0;
  const end = line.tokens[from + patch.length - 1]?.end ?? line.text.length;
  return `${line.text.slice(0, start)}${correction.trim().replace(/[.!,;]+$/u, '')}${line.text.slice(end)}`;
}

function placeOf(patch: readonly TypedToken[], line: readonly TypedToken[]): number | null {
  const starts = line.flatMap((_, at) => (at + patch.length <= line.length ? [at] : []));
  const same = (a: TypedToken | undefined, b: TypedToken | undefined) => a !== undefined && a.folded === b?.folded;
  const sameFirst = starts.find((at) => patch.length > 1 && same(line[at], patch[0]));
  const sameLast = starts.find((at) => patch.length > 1 && same(line[at + patch.length - 1], patch.at(-1)));
  const isNumber = (token: TypedToken | undefined) => token !== undefined && /^\d+$/.test(token.folded);
  const numbers = starts.filter((at) => isNumber(line[at]) && line[at]?.folded.length === patch[0]?.folded.length);
  const number = patch.length === 1 && isNumber(patch[0]) && numbers.length === 1 ? numbers[0] : undefined;
  return sameFirst ?? sameLast ?? number ?? null;
}
