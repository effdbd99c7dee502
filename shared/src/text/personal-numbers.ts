import { alikeGroups, countDigits, type DigitGroup, joinedGroups } from './digit-groups.ts';
import { type CueKind, cueAround, cueBefore } from './personal-cues.ts';

/** What the groups from one place on are. */
export interface NumberReading {
  /** null: nothing personal, they stay. */
  readonly kind: CueKind | null;
  /** How many groups belong together, at least 1. */
  readonly count: number;
}

/** Reads the number that begins at group `at`, by the first rule that knows it. */
export function readNumber(text: string, groups: readonly DigitGroup[], at: number): NumberReading {
  return (
    dateOrYears(groups, at) ??
    amount(text, groups, at) ??
    phone(text, groups, at) ??
    onePiece(text, groups, at) ??
    severalPieces(text, groups, at) ?? { kind: null, count: 1 }
  );
}

const YEAR = /^(?:19[4-9]\d|20\d\d)$/;

/** "05-10-2025", or nothing but years: "2025-2030". */
function dateOrYears(groups: readonly DigitGroup[], at: number): NumberReading | null {
  const parts = joinedGroups(groups, at, 5);
  const [day, month, year] = parts;
  if (day && month && year && /^[.-]$/.test(month.joint) && month.joint === year.joint) {
    const isDate = /^(?:0?[1-9]|[12]\d|3[01])$/.test(day.digits) && /^(?:0?[1-9]|1[0-2])$/.test(month.digits);
    if (isDate && YEAR.test(year.digits)) return { kind: null, count: 3 };
  }
  return parts.length > 1 && parts.every(({ digits }) => YEAR.test(digits))
    ? { kind: null, count: parts.length }
    : null;
}

const UNIT = /^\s?(?:(?:đ|d|vnd|vnđ|usd|dong|trieu|ty|nghin|ngan)(?!\p{L})|đồng|triệu|tỷ|tỉ|nghìn|ngàn)/iu;

/** "2.000.000", "500 000 đồng". With spaces only before a unit; right after "CCCD", "STK" and the like only before a unit. */
function amount(text: string, groups: readonly DigitGroup[], at: number): NumberReading | null {
  const [first, ...rest] = alikeGroups(joinedGroups(groups, at, 7));
  const joint = rest[0]?.joint;
  if (!first || !/^[1-9]\d{0,2}$/.test(first.digits) || (joint !== '.' && joint !== ' ')) return null;
  const odd = rest.findIndex(({ digits }) => digits.length !== 3);
  const thousands = odd === -1 ? rest : rest.slice(0, odd);
  const end = thousands.at(-1)?.end;
  if (end === undefined) return null;
  const isMoney = UNIT.test(text.slice(end, end + 8));
  const isNumber = joint === '.' && cueBefore(text, groups, at) === null;
  return isMoney || isNumber ? { kind: null, count: 1 + thousands.length } : null;
}

/** Ten digits from a 0 on, eleven for landlines, or 84 in the place of the 0; in one piece or in several. */
function phone(text: string, groups: readonly DigitGroup[], at: number): NumberReading | null {
  const parts = joinedGroups(groups, at, 8);
  const first = parts[0]?.digits ?? '';
  if (!/^(?:0|84)/.test(first) || cueBefore(text, groups, at) === 'account') return null;
  const international = first.startsWith('0084') || text[(parts[0]?.start ?? 0) - 1] === '+';
  const count = parts.findLastIndex((_, last) => {
    const some = parts.slice(0, last + 1);
    const digits = some.map((part) => part.digits).join('');
    return international ? /^(?:00)?84\d{8,11}$/.test(digits) : isHomePhone(digits) && isWrittenAsPhone(some);
  });
  return count === -1 ? null : { kind: 'phone', count: count + 1 };
}

function isHomePhone(digits: string): boolean {
  return /^(?:0[2-9]\d{8}|0[12]\d{9}|84[2-9]\d{8})$/.test(digits);
}

/** Not "tháng 09 2025 1500", not "08.00-11.30 13.30": a first group of three digits and more, or even pairs. */
function isWrittenAsPhone(parts: readonly DigitGroup[]): boolean {
  const first = parts[0]?.digits ?? '';
  if (first.length > 2 || first === '84') return true;
  const isPairs = parts.every(({ digits }) => digits.length === 2) && alikeGroups(parts).length === parts.length;
  const isList = parts.every(({ digits }) => digits.startsWith('0'));
  return isPairs && !isList;
}

/** Nine digits and more; eight beside a word for an account. */
function onePiece(text: string, groups: readonly DigitGroup[], at: number): NumberReading | null {
  const length = groups[at]?.digits.length ?? 0;
  if (length < 8) return null;
  const cue = cueAround(text, groups, at);
  if (length === 8) return cue === 'account' ? { kind: cue, count: 1 } : null;
  return { kind: cue ?? (length === 9 || length === 12 ? 'papers' : 'account'), count: 1 };
}

/** After "CCCD", "STK" and the like any groups; else even ones: "0010 9900 1234", "123 456 789", a card's four times four. */
function severalPieces(text: string, groups: readonly DigitGroup[], at: number): NumberReading | null {
  const alike = alikeGroups(joinedGroups(groups, at, 24));
  const wide = alike.findIndex(({ digits }) => digits.length > 8);
  const parts = wide === -1 ? alike : alike.slice(0, wide);
  if (parts.length < 2 || countDigits(parts) < 8) return null;
  const cue = cueBefore(text, groups, at);
  return cue === null ? evenPieces(parts) : { kind: cue, count: parts.length };
}

/** Groups of three or of four digits, the last of a longer number perhaps shorter. */
function evenPieces(parts: readonly DigitGroup[]): NumberReading | null {
  const size = parts[0]?.digits.length ?? 0;
  if (size !== 3 && size !== 4) return null;
  const odd = parts.findIndex(({ digits }) => digits.length !== size);
  const even = odd === -1 ? parts : parts.slice(0, odd);
  const total = countDigits(even);
  if (total === 9) return { kind: 'papers', count: even.length };
  const mayBeYears = total < 16 && !even[0]?.digits.startsWith('0') && even.some(({ digits }) => YEAR.test(digits));
  if (total < 12 || mayBeYears) return null;
  const tail = (parts[even.length]?.digits.length ?? size) < size ? 1 : 0;
  return { kind: total === 12 && tail === 0 ? 'papers' : 'account', count: even.length + tail };
}
