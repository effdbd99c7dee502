const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const THOUSAND = 1_000n;
const BILLION = 1_000_000_000n;

/** A whole number as it is read: 2026 → "hai nghìn không trăm hai mươi sáu". Digits only, at most 18. */
export function cardinal(digits: string): string {
  const words = wholeWords(BigInt(digits), false);
  return words.length === 0 ? DIGITS[0] : words.join(' ');
}

/** One by one, as telephone numbers are: "0912" → "không chín một hai". */
export function digitByDigit(digits: string): string {
  return [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join(' ');
}

/** `padded`: something stands before it, so "5" is "không trăm linh năm". */
function wholeWords(number: bigint, padded: boolean): string[] {
  if (number >= BILLION) {
    return [...wholeWords(number / BILLION, padded), 'tỷ', ...wholeWords(number % BILLION, true)];
  }
  const groups = [
    [number / (THOUSAND * THOUSAND), 'triệu'],
    [(number / THOUSAND) % THOUSAND, 'nghìn'],
    [number % THOUSAND, ''],
  ] as const;
  const words: string[] = [];
  for (const [group, name] of groups) {
    if (group === 0n) continue;
    words.push(...hundreds(Number(group), padded || words.length > 0), ...(name === '' ? [] : [name]));
  }
  return words;
}

function hundreds(group: number, padded: boolean): string[] {
  const [hundred, rest] = [Math.floor(group / 100), group % 100];
  if (hundred === 0 && !padded) return tens(rest);
  const words = [DIGITS[hundred] ?? '', 'trăm'];
  if (rest === 0) return words;
  return rest < 10 ? [...words, 'linh', rest === 4 ? 'tư' : (DIGITS[rest] ?? '')] : [...words, ...tens(rest)];
}

function tens(number: number): string[] {
  const [ten, one] = [Math.floor(number / 10), number % 10];
  if (ten === 0) return [DIGITS[one] ?? ''];
  const last = one === 0 ? [] : [one === 5 ? 'lăm' : (DIGITS[one] ?? '')];
  if (ten === 1) return ['mười', ...last];
  const changed = one === 1 ? ['mốt'] : one === 4 ? ['tư'] : last;
  return [DIGITS[ten] ?? '', 'mươi', ...changed];
}

/** Behind the comma: "05" and longer ones digit by digit, "25" as a number. */
function fraction(digits: string): string {
  return digits.startsWith('0') || digits.length > 2 ? digitByDigit(digits) : cardinal(digits);
}

const LONGEST = 18;

/**
 * A number as it is written in Vietnamese: "1.250.000", "12,5", "4.0", "007". Points that part thousands are not heard; a
 * number that begins with 0, or is too long to be counted, is read digit by digit.
 */
export function sayNumber(written: string): string {
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(written) || /^\d{1,3}(?:,\d{3}){2,}$/.test(written);
  if (grouped) return wholeNumber(written.replace(/[.,]/g, ''));
  const [, whole = '', mark, behind = ''] = /^(\d{1,3}(?:\.\d{3})+|\d+)([.,])(\d+)$/.exec(written) ?? [];
  if (mark === undefined) return wholeNumber(written.replace(/\D/g, ''));
  return `${wholeNumber(whole.replaceAll('.', ''))} ${mark === ',' ? 'phẩy' : 'chấm'} ${fraction(behind)}`;
}

function wholeNumber(digits: string): string {
  if (digits.length > LONGEST || (digits.length > 2 && digits.startsWith('0'))) return digitByDigit(digits);
  return cardinal(digits);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** "XIV" → 14; null for what is no number in Roman letters as it is written properly. */
export function romanNumber(letters: string): number | null {
  if (!/^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(letters)) return null;
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + ((values[at + 1] ?? 0) > value ? -value : value), 0);
}
