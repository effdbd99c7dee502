import { readDigitGroups } from './digit-groups.ts';
import { dropInvisible } from './fold.ts';
import { readNumber } from './personal-numbers.ts';

export const MASKS = {
  papers: '[số giấy tờ]',
  phone: '[số điện thoại]',
  account: '[số tài khoản]',
  mail: '[thư điện tử]',
  code: '[mã]',
} as const;

const LOCAL = "[\\p{L}\\p{Nd}._%+'-]";
const LABEL = '[\\p{L}\\p{Nd}-]';
/** Every length is bounded, so that a long run of letters is not read again from each of its letters to its end. */
const MAIL = new RegExp(`${LOCAL}{1,64}@\\p{L}${LABEL}{0,62}(?:\\.${LABEL}{1,63}){0,6}`, 'gu');

const CODE_WORD = 'otp|mã|ma|pin|mật khẩu|mat khau|password';
const CODE_LINK =
  'otp|pin|xác (?:nhận|thực)|xac (?:nhan|thuc)|bảo mật|bao mat|đăng nhập|dang nhap|kích hoạt|kich hoat|giao dịch|giao dich|của (?:tôi|em|tớ|mình)|cua (?:toi|em|minh)|mới|moi|số|so|là|la|[:=.-]';
/** A short code is told by the words before it: "OTP 123456", "mã xác nhận của tôi là 482 913". Not "mã 1234/QĐ", "mã 1.0123". */
const CODE = new RegExp(
  `(?<![\\p{L}\\p{Nd}])((?:${CODE_WORD})\\s{0,3}(?:(?:${CODE_LINK})\\s{0,3}){0,6})(?:\\p{Nd}{4,8}|\\p{Nd}{3}[ -]\\p{Nd}{3})(?![\\p{Nd}/]|[.,-][\\p{Nd}[]|-\\p{L})`,
  'giu',
);

/**
 * Puts a placeholder in the place of what identifies or exposes a person: numbers of identity papers (9 or 12 digits),
 * telephones, bank accounts and cards, e-mail addresses, one-time codes. Years, dates, document numbers, amounts of money
 * and short numbers stay. No run of nine digits survives. The result is NFC without invisible characters. Never throws,
 * takes time in proportion to the length, and changes nothing the second time.
 */
export function maskPersonal(text: string): string {
  const visible = dropInvisible(text).normalize('NFC');
  // Most questions hold neither a figure nor an address.
  if (!/[\p{Nd}@]/u.test(visible)) return visible;
  return maskNumbers(visible.replace(MAIL, MASKS.mail).replace(CODE, `$1${MASKS.code}`));
}

function maskNumbers(text: string): string {
  const groups = readDigitGroups(text);
  let masked = '';
  let done = 0;
  for (let at = 0; at < groups.length; ) {
    const { kind, count } = readNumber(text, groups, at);
    const [first, last] = [groups[at], groups[at + count - 1]];
    if (kind !== null && first && last) {
      const start = kind === 'phone' && text[first.start - 1] === '+' ? first.start - 1 : first.start;
      masked += text.slice(done, start) + MASKS[kind];
      done = last.end;
    }
    at += count;
  }
  return masked + text.slice(done);
}
