import type { Span, Word } from './read-message.ts';
import type { SentenceMarks } from './sentence-marks.ts';

const UNITS = new Set([
  'trieu',
  'tr',
  'k',
  'nghin',
  'ngan',
  'd',
  'dong',
  'vnd',
  'cu',
  'ty',
  'tram',
  'lit',
  'usd',
  'usdt',
  'do',
  'xu',
]);
const WITHIN = new Set(['trong', 'sau', 'truoc', 'con', 'vong', 'toi', 'nua']);
const TIMES = new Set(['gio', 'h', 'tieng', 'phut', 'p', 'giay']);
/** An account has so many digits at least. */
const ACCOUNT_DIGITS = 6;
/** An amount stands at most so many words after the word that moves it. */
const TRANSFER_REACH = 5;
const ACCOUNT = new Set(['stk', 'khoan', 'so', 'vao']);
/** "TK 000…" opens a bank's own note of a payment; "vào TK 000…" asks for one. */
const INTO = new Set(['vao', 'so', 'qua', 'toi', 'den', 've']);
/** "+44 20 …": a number from abroad; +84 is Vietnam's own. */
const INTERNATIONAL = /(?<![\d+])\+\s?(\d[\d .()-]{6,18}\d)/gu;

/** "Chuyển 30 triệu", "mượn tạm 5tr": a word that moves money with an amount soon after it. */
export function moneySent(words: readonly Word[], marks: SentenceMarks): Span[] {
  return marks.at('transfer').flatMap(({ from, to }) => {
    const first = words[from];
    if (first === undefined || marks.isDenied(from) || marks.isWarning(first.sentence)) return [];
    const end = amountAfter(words, to, first.sentence);
    return end === null ? [] : [{ start: first.start, end }];
  });
}

function amountAfter(words: readonly Word[], from: number, sentence: number): number | null {
  for (let at = from; at < from + TRANSFER_REACH; at += 1) {
    if (words[at]?.sentence !== sentence) return null;
    if (!/^\d+$/.test(words[at]?.folded ?? '')) continue;
    let last = at;
    while (/^\d+$/.test(words[last + 1]?.folded ?? '')) last += 1;
    const unit = words[last + 1];
    if (unit !== undefined && unit.sentence === sentence && UNITS.has(unit.folded)) return unit.end;
  }
  return null;
}

/** "Vào tài khoản 0000000000", "stk 000 000 000". */
export function accountNumbers(words: readonly Word[]): Span[] {
  return words.flatMap((word, at) => {
    if (!/^\d+$/.test(word.folded) || /^\d+$/.test(words[at - 1]?.folded ?? '')) return [];
    let last = at;
    while (/^\d+$/.test(words[last + 1]?.folded ?? '') && !words[last + 1]?.afterBreak) last += 1;
    const digits = words.slice(at, last + 1).reduce((sum, { folded }) => sum + folded.length, 0);
    const before = words[at - 1];
    const named = before?.folded ?? '';
    const isNamed = ACCOUNT.has(named) || (named === 'tk' && INTO.has(words[at - 2]?.folded ?? ''));
    return before !== undefined && digits >= ACCOUNT_DIGITS && isNamed
      ? [{ start: before.start, end: words[last]?.end ?? word.end }]
      : [];
  });
}

/** Telephone numbers with the code of another country. */
export function foreignNumbers(text: string): Span[] {
  return [...text.matchAll(INTERNATIONAL)].flatMap(({ 0: whole, 1: number = '', index }) =>
    number.replace(/\D/g, '').startsWith('84') ? [] : [{ start: index, end: index + whole.length }],
  );
}

/** "Trong 2 giờ", "trước 17h": a time limit that leaves no time to think. */
export function timeLimits(words: readonly Word[]): Span[] {
  return words.flatMap((word, at) => {
    const [first, unit] = [words[at - 1], words[at + 1]];
    const isLimit =
      /^\d+$/.test(word.folded) && first !== undefined && WITHIN.has(first.folded) && TIMES.has(unit?.folded ?? '');
    return isLimit && unit !== undefined ? [{ start: first.start, end: unit.end }] : [];
  });
}
