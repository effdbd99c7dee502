import { foldMarks } from '@phuong-so/shared/text/fold';
import { readTyped } from '@phuong-so/shared/text/typed-text';

/** Position in a list, from 1; the last one is -1. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ một: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 },
  ...{ nhất: 1, nhì: 2, đầu: 1, trên: 1, cuối: -1, chót: -1, dưới: -1 },
};
/** Words around a choice: "dạ cho bác hỏi câu số 2 nhé", "cái đầu tiên", "cuối cùng". */
const AROUND = new Set(
  'da vang a ah nhe nha nhi di cho toi tui bac chau em anh chi co chu ong minh ban chon hoi xem con cai cau so y muc thu phan oi thi lay tra loi la tien cung va voi nua tiep'.split(
    ' ',
  ),
);
const LONGEST = 8;

export interface ReadChoice {
  /** Positions from 1; -1 is the last one. At least one. */
  readonly picks: readonly number[];
  /** Typed in digits: it can hardly be anything but a choice. */
  readonly inDigits: boolean;
}

/** Reads "1", "số 1", "một", "cai dau tien", "câu 2 nhé", "1 và 3"; null when the line is something else. */
export function readChoice(text: string): ReadChoice | null {
  const { tokens } = readTyped(text);
  // A keycap leaves a mark without a letter: "1️⃣".
  const bare = tokens.filter(({ folded }) => folded !== '' && !AROUND.has(folded));
  if (bare.length === 0 || tokens.length > LONGEST) return null;
  if (bare.every(({ folded }) => /^\d{1,2}$/.test(folded))) {
    return { picks: [...new Set(bare.map(({ folded }) => Number(folded)))], inDigits: true };
  }
  const [word, ...others] = bare;
  const pick = word && others.length === 0 ? numberWord(word.marked, word.folded) : undefined;
  return pick === undefined ? null : { picks: [pick], inDigits: false };
}

function numberWord(marked: string, folded: string): number | undefined {
  const word = Object.keys(NUMBER_WORDS).find(
    (known) => known === marked || (marked === folded && foldMarks(known) === folded),
  );
  return word === undefined ? undefined : NUMBER_WORDS[word];
}

/** "0", typed as a digit or by mistake as the letter: the way to an official. */
export function isZero(text: string): boolean {
  return /^\s*(?:số\s+|so\s+)?[0oO][\s.!]*$/iu.test(text);
}

/** Digits and signs only: a telephone number, a date; no question. A year alone may follow a question about a target. */
export function isBareNumber(text: string): boolean {
  return /^[\d\s.,;:+()/-]*\d[\d\s.,;:+()/-]*$/u.test(text) && !/^\s*20\d\d[\s.]*$/u.test(text);
}
