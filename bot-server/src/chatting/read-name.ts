import type { LanguageData } from '@phuong-so/shared/domain/language';
import { MASKS, maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { readTyped } from '@phuong-so/shared/text/typed-text';

/** A full name with a word of address has no more words. */
const MOST_WORDS = 7;

interface Heard {
  readonly asks: boolean;
  readonly stop: string | null;
}

/** Whether a line, where a name was asked for, is one: not a question, and not a story. */
export function isName(text: string, heard: Heard, language: LanguageData): boolean {
  const name = withoutIntroduction(text, language);
  const words = beforeBreak(name)
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  if (text.includes('?') || words.length === 0 || words.length > MOST_WORDS) return false;
  if (name !== text) return true;
  // "Nguyen Thi Ai" has a word that asks.
  const isCapital = words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return isCapital || (!heard.asks && (heard.stop === null || heard.stop === 'greeting'));
}

/** "Tên tôi là", "cháu ghi cho bác là": before the name itself, at most so many words. */
const MOST_BEFORE = 2;

/**
 * A name as it was typed, without what stands around it and without any figure; null when there is no letter in it or it
 * is longer than `longest` characters.
 */
export function readName(text: string, longest: number, language: LanguageData): string | null {
  const masked = maskPersonal(text);
  const bare = Object.values(MASKS).reduce((rest, mask) => rest.replaceAll(mask, ' '), masked);
  const name = beforeBreak(withoutIntroduction(bare, language))
    .replace(/[^\p{L}\p{M}\s.'-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.'-]+|[\s.'-]+$/gu, '');
  return /\p{L}/u.test(name) && name.length <= longest ? name : null;
}

/** What is told beside a name comes after a comma. */
function beforeBreak(text: string): string {
  return text.split(/[,;:\n([]/u)[0] ?? '';
}

function withoutIntroduction(text: string, { cues }: LanguageData): string {
  const { tokens, text: typed } = readTyped(text);
  const [said] = cues.my_name.find(tokens);
  if (said === undefined || said.from > MOST_BEFORE) return text;
  const next = tokens[said.to];
  return next === undefined ? text : typed.slice(next.start);
}
