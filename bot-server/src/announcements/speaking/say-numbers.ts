import { cardinal, digitByDigit, romanNumber, sayNumber } from './number-words.ts';

/** One kind of thing that is written with figures, and how it is read. Applied in the order of the list. */
export interface Rule {
  readonly find: RegExp;
  readonly say: (match: RegExpExecArray) => string;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const MONTHS = ['', 'một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];

const isDay = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && isMonth(month);
const isMonth = (month: string) => Number(month) >= 1 && Number(month) <= 12;
const plain = (digits: string) => cardinal(String(Number(digits)));
const month = (digits: string) => `tháng ${MONTHS[Number(digits)] ?? plain(digits)}`;
const keep = ([all]: RegExpExecArray) => all;
/** The words before it, with which a word of ours would be said twice. */
const before = ({ input, index }: RegExpExecArray) => input.slice(Math.max(0, index - 24), index);
const after = ({ 0: all, input, index }: RegExpExecArray) => input.slice(index + all.length, index + all.length + 16);

function day(match: RegExpExecArray, of: string): string {
  return /(?:ngày|mùng|mồng|rằm|hôm)\s*$/iu.test(before(match)) ? plain(of) : `ngày ${plain(of)}`;
}

/** Telephones: ten digits however they are parted, short and service numbers, and whatever stands behind "gọi". */
export const TELEPHONES: readonly Rule[] = [
  {
    find: /(?<![\p{L}\d.,/])(?:\(?(?:\+84|0)\d{0,3}\))?(?:\+84|0)?(?:[ .-]?\d){7,10}(?![\p{L}\d/]|[.,]\d)/gu,
    say: (match) => {
      const digits = match[0].replace('+84', '0').replace(/\D/g, '');
      return /^0\d{8,10}$/.test(digits) ? grouped(digits) : keep(match);
    },
  },
  {
    find: /(?<![\p{L}\d.,/])(1[89]00)[ .-]?(\d{2,4})(?:[ .-]?(\d{2,4}))?(?![\p{L}\d/]|[.,]\d)/gu,
    say: (match) => match.slice(1).filter(Boolean).map(digitByDigit).join(', '),
  },
  {
    find: /(?<=(?:gọi|tổng đài|đường dây nóng|hotline|điện thoại|liên hệ|alo)(?: (?:số|ngay|cho|đến|tới))*:? )\d{3,6}(?![\p{L}\d/]|[.,]\d)/giu,
    say: ([all]) => digitByDigit(all),
  },
  {
    find: /(?<=(?:mã|tài khoản|biển số|STK)(?: (?:số|là))*:? )\d{4,}(?:[ .]\d{3,})*(?![\p{L}\d/]|[.,]\d)/giu,
    say: ([all]) => grouped(all.replace(/\D/g, '')),
  },
  { find: /(?<![\p{L}\d.,/])\d{9,}(?![\p{L}\d/]|[.,]\d)/gu, say: ([all]) => grouped(all) },
];

/** With room for a breath: four digits, then three by three. */
function grouped(digits: string): string {
  const [first, rest] = [digits.slice(0, 4), digits.slice(4).match(/\d{1,3}/g) ?? []];
  return [first, ...rest].map(digitByDigit).join(', ');
}

/** Days written with hyphens or points, before hyphens are read as "đến" and points as thousands. */
export const FULL_DATES: readonly Rule[] = [
  {
    find: /(?<![\p{L}\d/])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/gu,
    say: (match) => {
      const [, of = '', , in_ = '', year = ''] = match;
      if (!isDay(of, in_)) return keep(match);
      return `${day(match, of)} ${month(in_)} năm ${plain(year)}`;
    },
  },
];

const CLOCK = String.raw`(?:\s?(?:h|g|giờ)\s?(?:\d{2}(?!\d))?(?:\s?(?:phút|p|'))?)`;
/** "7h30-11h", "5 - 7 người", "29/11-2/12": from one figure to another. */
export const RANGES: readonly Rule[] = [
  {
    find: new RegExp(
      String.raw`(?<=\d(?:${CLOCK}|:\d{2}|\s?(?:%|đồng|đ|k|tr|triệu|kg|km|m2|m²|m|tuổi|'))?)\s?[-–—]\s?(?=\d)`,
      'gu',
    ),
    say: () => ' đến ',
  },
];

const PART_OF = /^ (?:số|hộ|diện tích|nhân khẩu|dân|thành viên|tổng|viên|giá|lít|kg)(?!\p{L})/u;
const HOUSE = /(?:số|số nhà|nhà|hẻm|ngõ|ngách|kiệt|đường|địa chỉ:?)\s*$/iu;
/** "suốt ngày đêm". */
const ALWAYS = new Set(['24/7', '24/24']);

export const DATES: readonly Rule[] = [
  {
    find: /(?<![\p{L}\d/])(?:tháng\s)?(\d{1,2})[/-](\d{4})(?![\d/])/giu,
    say: (match) => {
      const [, of = '', year = ''] = match;
      return isMonth(of) ? `${month(of)} năm ${plain(year)}` : keep(match);
    },
  },
  {
    find: /(?<![\p{L}\d/.,])(\d{1,4})\/(\d{1,4})([A-Z]?)(?![\p{L}\d/])/gu,
    say: (match) => {
      const [all, one = '', two = '', letter = ''] = match;
      if (PART_OF.test(after(match)) && Number(one) < Number(two)) return `${plain(one)} phần ${plain(two)}`;
      const isDate = isDay(one, two) && letter === '' && !HOUSE.test(before(match));
      const says = /ngày\s*$/iu.test(before(match));
      if (isDate && (says || !ALWAYS.has(all))) return `${day(match, one)} ${month(two)}`;
      return `${plain(one)} trên ${plain(two)}${letter === '' ? '' : ` ${letter}`}`;
    },
  },
  {
    find: /(?<=quý\s(?:[IVX]{1,3}|\d))\s?\/\s?(\d{4})(?!\d)/giu,
    say: ([, year = '']) => ` năm ${plain(year)}`,
  },
  { find: /(?<=tháng\s)(\d{1,2})(?![\d/.,]\d|\d)/giu, say: ([all]) => MONTHS[Number(all)] ?? plain(all) },
  { find: /(?<=thứ\s)([2-7])(?!\d)/giu, say: ([all]) => MONTHS[Number(all)] ?? all },
  {
    find: /(?<![\p{L}\d])T([2-7])(?=\s*(?:[,;&–-]|và|đến|hoặc)\s*(?:T[2-7]|CN|thứ|chủ nhật)(?!\p{L}))|(?<=(?:sáng|trưa|chiều|tối|đêm|ngày|thứ \p{L}+(?:, | và | đến ))\s?)T([2-7])(?!\d)/gu,
    say: ([, one, two]) => `thứ ${MONTHS[Number(one ?? two)]}`,
  },
];

export const TIMES: readonly Rule[] = [
  {
    find: /(?<![\p{L}\d.,/])(\d{1,2})\s?(?:h|g|giờ|:)\s?([0-5]\d)(?:\s?(?:phút|p|['’]))?(?![\p{L}\d:/]|[.,]\d)/giu,
    say: (match) => {
      const [, hour = '', minute = ''] = match;
      if (Number(hour) > 24) return keep(match);
      return Number(minute) === 0 ? `${plain(hour)} giờ` : `${plain(hour)} giờ ${plain(minute)} phút`;
    },
  },
  {
    find: /(?<=(?:lúc|từ|đến|vào|khoảng|trước|sau)\s)(\d{1,2})\s?g(?![\p{L}\d])/giu,
    say: ([, hour = '']) => `${plain(hour)} giờ`,
  },
  { find: /(?<![\p{L}\d.,/])(\d{1,2})\s?h(?![\p{L}\d])/gu, say: ([, hour = '']) => `${plain(hour)} giờ` },
  { find: /(?<![\p{L}\d.,/])(\d{1,3})\s?['’](?!\p{L})/gu, say: ([, minutes = '']) => `${plain(minutes)} phút` },
];

export const MONEY: readonly Rule[] = [
  {
    find: new RegExp(String.raw`(?<![\p{L}\d])(${NUMBER})\s?(?:đ|₫|vnđ|vnd|đồng)(?!\p{L})`, 'giu'),
    say: ([, number = '']) => `${sayNumber(number)} đồng`,
  },
  {
    find: new RegExp(String.raw`(?<![\p{L}\d])(${NUMBER})\s?k(?![\p{L}\d])`, 'giu'),
    say: ([, number = '']) => `${sayNumber(number)} nghìn đồng`,
  },
  {
    find: new RegExp(String.raw`(?<![\p{L}\d])(${NUMBER})\s?tr(?![\p{L}\d])`, 'giu'),
    say: ([, number = '']) => `${sayNumber(number)} triệu`,
  },
];

/** What a number is compared by, or taken as. */
export const SIGNS: readonly Rule[] = [
  { find: /≥\s?/gu, say: () => 'ít nhất ' },
  { find: /≤\s?/gu, say: () => 'nhiều nhất ' },
  { find: />\s?(?=\d)/gu, say: () => 'trên ' },
  { find: /<\s?(?=\d)/gu, say: () => 'dưới ' },
  { find: /[~≈]\s?(?=\d)/gu, say: () => 'khoảng ' },
  {
    find: /(?<![\p{L}\d.,])(\d+)\+(?!\d)/gu,
    say: (match) => `${/từ\s*$/iu.test(before(match)) ? '' : 'từ '}${sayNumber(match[1] ?? '')} trở lên`,
  },
  { find: /(?<=\d)\s?[x×]\s?(?=\d)/gu, say: () => ' nhân ' },
  {
    find: new RegExp(String.raw`(?<![\p{L}\d])(${NUMBER})\s?%`, 'gu'),
    say: ([, number = '']) => `${sayNumber(number)} phần trăm`,
  },
];

/** Every other number. A single 0 before it ("05 hộ") is not said, but in a number that names something ("số 05"). */
export const NUMBERS: readonly Rule[] = [
  {
    find: new RegExp(String.raw`(?<![\d])(?:${NUMBER})(?!\d)`, 'gu'),
    say: (match) => {
      const [written] = match;
      if (/^0\d$/.test(written) && /số\s*$/iu.test(before(match))) return spaced(match, digitByDigit(written));
      return spaced(match, sayNumber(written));
    },
  },
];

/** Apart from letters beside it: "A4", "12A". */
function spaced(match: RegExpExecArray, said: string): string {
  const front = /\p{L}$/u.test(before(match)) ? ' ' : '';
  return `${front}${said}${/^\p{L}/u.test(after(match)) ? ' ' : ''}`;
}

/** A part of a document, "IV.2", and two Roman letters and more anywhere. */
export const ROMANS: readonly Rule[] = [
  {
    find: /(?<![\p{L}\d])([IVXL]{1,6})\.(\d{1,2})(?![\p{L}\d]|[.,]\d)/gu,
    say: (match) => {
      const [, letters = '', digits = ''] = match;
      const number = romanNumber(letters);
      return number === null ? keep(match) : `${cardinal(String(number))} chấm ${cardinal(digits)}`;
    },
  },
  {
    find: /(?<![\p{L}\d])[IVXL]{2,6}(?![\p{L}\d])/gu,
    say: (match) => {
      const number = romanNumber(match[0]);
      return number === null ? keep(match) : cardinal(String(number));
    },
  },
];
