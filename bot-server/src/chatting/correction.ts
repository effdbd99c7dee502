import type { LanguageData } from '@phuong-so/shared/domain/language';
import { readTyped, type TypedToken } from '@phuong-so/shared/text/typed-text';

/** "À", "xin lỗi", "ấy" before the words of correction. */
const MOST_BEFORE = 2;
/** These are no correction unless a comma or colon follows: "sửa lại đường ống khi nào xong?" */
const NEEDS_BREAK = /^(?:sua lai|dinh chinh|a khong|a quen|hoi lai|nham)/u;
const LONGEST_PATCH = 4;

/** What remains of "à nhầm, ý tôi là …", "sửa lại: …", "*…"; "" when only the mistake is told; null when it is no correction. */
export function readCorrection(text: string, language: LanguageData): string | null {
  const starred = text.trim();
  if (starred.startsWith('*') && /[\p{L}\d]/u.test(starred))
    return starred.replace(/^[*\s]+/u, '').replace(/\*+$/u, '');
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
 * The line before, corrected. A few words replace what they resemble: a unit for a unit, the same first word ("năm 2025"
 * and "năm 2030"), the same last word, a number for a number. A question, or many words, replace the whole line; null
 * when nothing tells what the words are to replace.
 */
export function amend(
  before: string,
  correction: string,
  isQuestion: boolean,
  { units }: Pick<LanguageData, 'units'>,
): string | null {
  if (isQuestion) return correction;
  const line = readTyped(before);
  const words = correction.trim().replace(/[.!,;]+$/u, '');
  const [unit, named] = [units.find(line.text)[0], units.find(words)[0]];
  if (unit && named) return splice(line.text, unit.start, unit.end, words);
  const patch = readTyped(words).tokens;
  if (patch.length > LONGEST_PATCH) return correction;
  const from = placeOf(patch, line.tokens);
  if (from === null) return null;
  const end = line.tokens[from + patch.length - 1]?.end ?? line.text.length;
  return splice(line.text, line.tokens[from]?.start ?? 0, end, words);
}

function splice(text: string, start: number, end: number, words: string): string {
  return `${text.slice(0, start)}${words}${text.slice(end)}`;
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
