import { dropInvisible } from '@phuong-so/shared/text/fold';
import { cardinal, digitByDigit, romanNumber } from './number-words.ts';
import { isWordInCapitals, spell } from './say-letters.ts';
import {
  DATES,
  FULL_DATES,
  MONEY,
  NUMBERS,
  RANGES,
  ROMANS,
  type Rule,
  SIGNS,
  TELEPHONES,
  TIMES,
} from './say-numbers.ts';
import { papersRule } from './say-papers.ts';
import type { SpokenWords } from './spoken-words.ts';

export const SEE_IN_APP = 'xem trong ứng dụng';

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"]+|(?<![\p{L}\d@.])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org|me|info|page)(?:\/[^\s<>"]*)?(?![\p{L}\d])/giu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const PICTURES = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{fe0f}\u200d]/gu;

/**
 * A text as an announcer reads it aloud: every figure, date, time, amount, abbreviation and sign in words, links replaced by
 * where to see them. No figure is ever left. Lines stay lines.
 */
export function sayText(text: string, words: SpokenWords): string {
  const lines = dropInvisible(text)
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  return lines
    .map((line) => sayLine(line, words))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function sayLine(line: string, words: SpokenWords): string {
  const open = withoutLinks(line.replace(PICTURES, ' ')).replace(/^\s*[-•*+–—▪●◦➤✓]+\s+/u, '');
  const counted = open.replace(/^\s*(\d{1,2})[.)]\s+/, (_, number: string) => `${capital(cardinal(number))}, `);
  const said = rulesFor(words).reduce(apply, counted);
  const whole = said.replace(/\d+/g, (digits) => ` ${digitByDigit(digits)} `);
  return tidy(whole);
}

function rulesFor(words: SpokenWords): Rule[] {
  return [
    {
      find: /(?<![\p{L}\d])(TB)-?([A-Z\d]{5})(?![\p{L}\d])/gu,
      say: ([, , code = '']) => `${spell('TB', words)}, ${spell(code, words)}`,
    },
    ...TELEPHONES,
    papersRule(words),
    ...[...FULL_DATES, ...RANGES, ...DATES, ...TIMES, ...MONEY, ...SIGNS],
    { find: words.unit, say: ([, unit = '']) => ` ${words.sayUnit.get(unit) ?? unit}` },
    { find: words.guarded, say: ([, short = '']) => `${words.sayWord.get(short) ?? short} ` },
    {
      find: words.romanAfter,
      say: ([letter]) => cardinal(String(romanNumber(letter.toUpperCase()) ?? 0)),
    },
    ...ROMANS,
    { find: words.words, say: ([short]) => words.sayWord.get(short) ?? short },
    { find: /(?<![\p{L}\d])[\p{Lu}][\p{Lu}\d]+(?![\p{L}\d])/gu, say: ([short]) => capitals(short, words) },
    ...NUMBERS,
    {
      find: /(?<=(?:đồng|nghìn|triệu|tỷ|mét|gam|lít|khối|vuông|người|hộ|lượt|phút|giờ)\s?)\/\s?(?=\p{L})/gu,
      say: () => ' mỗi ',
    },
  ];
}

function apply(text: string, { find, say }: Rule): string {
  return text.replace(find, (...args: unknown[]) => {
    const groups = args.slice(
      0,
      args.findIndex((one) => typeof one === 'number'),
    ) as string[];
    const [index, input] = args.slice(groups.length, groups.length + 2) as [number, string];
    return say(Object.assign(groups, { index, input }) as unknown as RegExpExecArray);
  });
}

/** A title in capitals is read like any other; what cannot be read as a word is spelled. */
function capitals(short: string, words: SpokenWords): string {
  if (isWordInCapitals(short)) return short.toLocaleLowerCase('vi');
  return /\d/.test(short) ? short.replace(/\p{Lu}+/gu, (letters) => ` ${spell(letters, words)} `) : spell(short, words);
}

/** "Xem tại https://…" says it already. */
function withoutLinks(line: string): string {
  return line
    .replace(MAIL, SEE_IN_APP)
    .replace(LINK, (link) => `${SEE_IN_APP}${/[.,;:!?)]+$/.exec(link)?.[0].replace(')', '') ?? ''}`)
    .replace(
      /(?:xem(?: thêm)?|chi tiết|truy cập|bấm|mở|vào)(?: (?:tại|ở|vào|theo|trang|địa chỉ|đường dẫn|link|web|website))*\s*:?\s*xem trong ứng dụng/giu,
      SEE_IN_APP,
    )
    .replace(
      /(?:tại|ở|qua|theo)(?: (?:trang|địa chỉ|đường dẫn|link|web|website))*\s*:?\s*xem trong ứng dụng/giu,
      `, ${SEE_IN_APP}`,
    );
}

/** Signs that are not heard, and the spaces that they leave. */
function tidy(text: string): string {
  return text
    .replace(/[()[\]{}]/g, ', ')
    .replace(/["“”„«»*_#|`^~]/gu, ' ')
    .replace(/\s[-–—]\s/gu, ', ')
    .replace(/(?<=\p{L})[-–—/](?=\p{L})/gu, ' ')
    .replace(/&/g, ' và ')
    .replace(/=/g, ' bằng ')
    .replace(/…|\.{2,}/gu, '.')
    .replace(/;/g, ',')
    .replace(/[^\p{L}\p{M}\s.,:!?']/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[.,:!?])/gu, '')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/[,:]\s*(?=[.!?])/gu, '')
    .replace(/([.!?])\s*,\s*/gu, '$1 ')
    .replace(/^[\s,.:]+|[\s,:]+$/gu, '')
    .trim();
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A line without a full stop is not run into the next. */
export function ended(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
