import type { CueName } from '@phuong-so/shared/content/cues';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { PhraseMatch } from '@phuong-so/shared/text/phrase-matcher';
import { readTyped } from '@phuong-so/shared/text/typed-text';

/** More words of address and courtesy than these, and the line says something of its own. */
const MOST_CHATTER = 4;

/** The same words in the same order, whatever stands between them, with or without tone marks. */
export function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Whether a line begins with a phrase of the list, a "dạ" before it aside, and ends almost with it: "không ạ", "thôi cháu". */
export function beginsAndEndsWith(text: string, name: CueName, language: LanguageData): boolean {
  const { tokens } = readTyped(text);
  const from = tokens[0]?.folded === 'da' && tokens.length > 1 ? 1 : 0;
  return language.cues[name].find(tokens)[0]?.from === from && saysOnly(text, name, language, 2);
}

/** Whether a line holds a phrase of the list and nothing beside it but words such as "cho tôi … với ạ". */
export function saysOnly(text: string, name: CueName, language: LanguageData, most = MOST_CHATTER): boolean {
  const { tokens } = readTyped(text);
  const said = covered(language.cues[name].find(tokens));
  if (said.size === 0) return false;
  const chatter = covered(language.cues.chatter.find(tokens));
  const beside = tokens.flatMap((_, at) => (said.has(at) ? [] : [at]));
  return beside.length <= most && beside.every((at) => chatter.has(at));
}

function covered(matches: readonly PhraseMatch<CueName>[]): Set<number> {
  return new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
}
