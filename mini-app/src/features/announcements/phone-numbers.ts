export interface TextPart {
  readonly text: string;
  /** Digits to dial; null = words. */
  readonly phone: string | null;
}

/** Home and mobile numbers (10 or 11 digits), 84 in the place of the 0, 1800 and 1900 numbers. */
const LONG = /(?:\+?84|0)(?:[ .-]?\d){8,10}|1[89]00(?:[ .-]?\d){4,6}/;
const EMERGENCY = /11[1345]/;
const NUMBER = new RegExp(`(^|[^\\d.,/+-])(${LONG.source}|${EMERGENCY.source})(?!\\d|[.,/-]\\d)`, 'g');
const ACCOUNT_BEFORE = /(?:stk|tk|tài khoản|account)[\s:.]*(?:số[\s:.]*)?$/iu;
/** "115" alone may be a house number. */
const CALL_BEFORE = /(?:gọi|cấp cứu|công an|cảnh sát|cứu hỏa|chữa cháy|tổng đài|đường dây nóng)(?:\s+số)?[\s:(]*$/iu;

/** A text with its telephone numbers set apart. Account numbers stay words. */
export function phonesApart(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let shown = 0;
  for (const match of text.matchAll(NUMBER)) {
    const number = match[2] ?? '';
    const start = match.index + match[0].length - number.length;
    if (!isPhone(number, text.slice(0, start))) continue;
    parts.push({ text: text.slice(shown, start), phone: null });
    parts.push({ text: number, phone: number.replace(/[^\d+]/g, '') });
    shown = start + number.length;
  }
  return [...parts, { text: text.slice(shown), phone: null }].filter(({ text: words }) => words !== '');
}

function isPhone(number: string, before: string): boolean {
  if (ACCOUNT_BEFORE.test(before)) return false;
  return number.length > 3 || CALL_BEFORE.test(before);
}
