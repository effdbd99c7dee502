import type { LanguageData } from '@phuong-so/shared/domain/language';
import { collapseSpaces, dropInvisible, hasMarks } from '@phuong-so/shared/text/fold';
import { readTyped, type TypedText } from '@phuong-so/shared/text/typed-text';

/** A question longer than this is cut: nobody types more in a chat, and a step's cost stays bounded. In UTF-16 units. */
export const LONGEST_QUESTION = 2_000;

/** A question made readable for every later step: nothing hidden, one kind of space, short forms written out. */
export interface CleanQuestion extends TypedText {
  /** Hidden Unicode was in the question: tag letters or direction overrides, which nobody types by hand. */
  readonly hadHidden: boolean;
}

const HIDDEN = /[\u202A-\u202E\u2066-\u2069]|[\u{E0020}-\u{E007F}]/u;

/** Cleans a question as typed. Never throws; an unreadable question becomes an empty one. */
export function cleanQuestion(raw: string, language: LanguageData): CleanQuestion {
  const cut = raw.slice(0, LONGEST_QUESTION).toWellFormed();
  // A capital AI between other words is artificial intelligence; "ai" and "Ai" ask who.
  const spelled = /\p{Ll}/u.test(cut)
    ? cut.replace(/(?<![\p{L}\p{M}])A\.?I(?![\p{L}\p{M}])/gu, 'trí tuệ nhân tạo')
    : cut;
  const text = collapseSpaces(dropInvisible(spelled).replace(/\p{Cc}/gu, ' ')).replace(/%/g, ' phần trăm ');
  const lacksMarks = !hasMarks(cut);
  return { ...readTyped(writeOutShortForms(text, language), lacksMarks), hadHidden: HIDDEN.test(cut) };
}

function writeOutShortForms(text: string, language: LanguageData): string {
  const typed = readTyped(text);
  const found = language.abbreviations.find(typed.tokens).filter((match) => standsAlone(typed, match.from, match.to));
  let written = typed.text;
  for (const match of [...found].reverse()) {
    const start = typed.tokens[match.from]?.start ?? 0;
    const end = typed.tokens[match.to - 1]?.end ?? start;
    written = `${written.slice(0, start)} ${match.value} ${written.slice(end)}`;
  }
  return collapseSpaces(written);
}

/** Not a part of a document number: in "43/KH-UBND" nothing is short for anything. */
function standsAlone(typed: TypedText, from: number, to: number): boolean {
  const start = typed.tokens[from]?.start ?? 0;
  const end = typed.tokens[to - 1]?.end ?? start;
  return !/[-/&]/.test(typed.text[start - 1] ?? '') && !/[-/&]/.test(typed.text[end] ?? '');
}
