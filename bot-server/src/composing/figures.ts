import { collapseSpaces, dropInvisible, foldMarks, normaliseTones } from '@phuong-so/shared/text/fold';

/** A figure of a text as it can be compared: "≥ 80 %" and "80%" are both "80", "ngày 30 tháng 11" and "30/11" both "30/11". */
export type Figure = string;

const DATE_WORDS = /\b(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?/g;
const MONTH_WORDS = /\bthang (\d{1,2})(?:,? nam|\/| -| \/|,)? ?(\d{4})\b/g;
/** "43/KH-UBND", "57-NQ/TW", "142/2026/NĐ-CP": compared whole. */
const DOCUMENT = /\b\d{1,5}(?:\/\d{4})? ?[-/] ?[a-z]{1,6}\d{0,3}(?: ?[-/&] ?[a-z]{1,8}\d{0,3})*/g;
const DATE = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\b(?![/.-]?\d)/g;
/** Not the end of a whole date. */
const MONTH = /(?<![\d/.-])(\d{1,2})\/(\d{4})\b/g;
/** "5G": a name and no amount, so that nothing else can be 5 because of it. */
const GENERATION = /\b\d ?g\b/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** "Phụ lục III", "mục V.6": a place and not a figure, but one that must be in the evidence all the same. */
const ROMAN = /\b(?:phu luc|nhom|muc|phan|quy|chuong) ((?:x|ix|iv|v?i{1,3}|v)(?:\.\d+)*)\b/g;

/** With their marks: "sau" is after and "tu" is from. */
const UNITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALES: Readonly<Record<string, number>> = {
  mười: 10,
  mươi: 10,
  trăm: 100,
  // Without marks these are numbers all the same; "sau" and "tu" need not be.
  muoi: 10,
  tram: 100,
  nghin: 1e3,
  trieu: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};
/** What follows a number that is written in words: without one of these "ba" is a father and "năm" a year. */
const COUNTED =
  /^(?:phần trăm|%|đồng|ngày|tháng|giờ|lần|người|hộ|lớp|khóa|đơn vị|nhiệm vụ|chỉ tiêu|tổ|phòng|tuần|quý)(?= |$)/;

/** A figure and where it begins; comparable within one text. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly at: number;
}

/**
 * Every figure of a text: dates, months, document numbers, numbers in digits and in words, roman numerals of a place. A
 * figure inside a larger one is not told again ("30/11" gives no "30").
 */
export function figuresIn(text: string): Figure[] {
  return figuresAt(text).map(({ figure }) => figure);
}

/** The same with their places, in reading order. */
export function figuresAt(text: string): PlacedFigure[] {
  const found: PlacedFigure[] = [];
  let rest = foldedForFigures(text);
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => Figure | null): void => {
    rest = rest.replace(pattern, (...args) => {
      const match = args.slice(0, -2) as unknown as RegExpMatchArray;
      const [whole = ''] = match;
      const figure = read(match);
      if (figure === null) return whole;
      found.push({ figure, at: args.at(-2) as number });
      return TAKEN.repeat(whole.length);
    });
  };
  take(DATE_WORDS, ([, day, month, year]) => dated(day, month, year));
  take(MONTH_WORDS, ([, month, year]) => `${plain(month)}/${year}`);
  take(DOCUMENT, ([whole = '']) => (/[a-z]{2}/.test(whole) ? whole.replace(/\s/g, '') : null));
  take(MONTH, ([, month, year]) => (Number(month) <= 12 ? `${plain(month)}/${year}` : null));
  take(DATE, ([, day, month, year]) => (Number(day) <= 31 && Number(month) <= 12 ? dated(day, month, year) : null));
  take(ROMAN, ([whole = '', numeral]) => `${whole.split(' ').slice(0, -1).join(' ')} ${numeral}`);
  take(GENERATION, ([whole = '']) => whole);
  take(NUMBER, ([whole = '']) => numeric(whole));
  return [...found, ...inWords(rest, markedForFigures(text))].sort((a, b) => a.at - b.at);
}

/** The text in which the places count: without marks, "30 / 11" as "30/11". */
export function foldedForFigures(text: string): string {
  return foldMarks(evenly(text));
}

/** The same with its marks: letter for letter in the same places. */
function markedForFigures(text: string): string {
  return normaliseTones(evenly(text));
}

/** One kind of space, and a line's end as the end of a statement. */
function evenly(text: string): string {
  return collapseSpaces(
    dropInvisible(text)
      .normalize('NFC')
      .replace(/\s*\n\s*/g, ' ; '),
  ).replace(/\s*\/\s*/g, '/');
}

/** Stands where a figure was: neither a letter nor a digit. */
const TAKEN = '¤';

/**
 * Whether evidence with these figures supports one. A date without its year is supported by the same date with one, never
 * the other way round.
 */
export function isSupported(figure: Figure, evidence: ReadonlySet<Figure>): boolean {
  if (evidence.has(figure)) return true;
  if (/^\d{1,2}\/\d{1,2}$/.test(figure)) return [...evidence].some((other) => other.startsWith(`${figure}/`));
  // A year alone, or a month's year, stands in a fuller date.
  if (/^\d{4}$/.test(figure)) return [...evidence].some((other) => other.endsWith(`/${figure}`));
  if (/^\d{1,2}\/\d{4}$/.test(figure)) return [...evidence].some((other) => other.endsWith(`/${figure}`));
  return false;
}

function dated(day = '', month = '', year: string | undefined = undefined): Figure {
  return [plain(day), plain(month), ...(year ? [year] : [])].join('/');
}

function plain(digits = ''): string {
  return String(Number(digits));
}

/** "1.000.000" is a million, "82,5" and "82.5" are the same; "1.2" of a place stays. */
function numeric(printed: string): Figure {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(printed)) return plain(printed.replace(/[.,]/g, ''));
  const [whole = '', ...parts] = printed.split(/[.,]/);
  return [plain(whole), ...parts].join('.');
}

/** Numbers in words; `rest` has other figures taken out, `marked` is the same text as it was written. */
function inWords(rest: string, marked: string): PlacedFigure[] {
  const matches = [...rest.matchAll(/[a-z%]+|¤+/g)];
  const words = matches.map(({ 0: word, index }) =>
    word.startsWith(TAKEN) ? TAKEN : marked.slice(index, index + word.length),
  );
  const found: PlacedFigure[] = [];
  for (let at = 0; at < words.length; ) {
    const { value, length } = numberAt(words, at);
    const after = words.slice(at + length, at + length + 2).join(' ');
    if (length > 1 || (length === 1 && COUNTED.test(after) && words[at] !== 'không'))
      found.push({ figure: String(value), at: matches[at]?.index ?? 0 });
    at += Math.max(1, length);
  }
  return found;
}

/** The number in words that begins here; `length` 0 when none does. */
function numberAt(words: readonly string[], at: number): { value: number; length: number } {
  let thousands = 0;
  let below = 0;
  let digit: number | null = null;
  let length = 0;
  for (let word = words[at]; word !== undefined; word = words[at + length]) {
    const unit = UNITS[word];
    const scale = SCALES[word];
    if (scale !== undefined && (length > 0 || word === 'mười')) {
      if (scale < 1e3) below += (digit ?? 1) * scale;
      else thousands = (thousands + Math.max(1, below + (digit ?? 0))) * scale;
      if (scale >= 1e3) below = 0;
      digit = null;
    } else if (unit !== undefined && digit === null) {
      digit = unit;
    } else break;
    length += 1;
  }
  return { value: thousands + below + (digit ?? 0), length };
}
