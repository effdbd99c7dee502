export type RiskyKind = 'link' | 'account' | 'phone' | 'money';

/** Something in a message through which people lose money. */
export interface RiskyPart {
  readonly kind: RiskyKind;
  /** As it is written in the message. */
  readonly text: string;
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'“”()]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,10}\/[^\s<>"'“”()]+|\b(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|top|xyz|cc|vip|me|ly|app|site|online|link|shop|club)\b/gi;
const UNIT = '(?:đồng|đ|vnđ|vnd|nghìn|ngàn|triệu|tỷ|k)(?![\\d\\p{L}])';
const MONEY = new RegExp(
  `\\d{1,3}(?:[. ]\\d{3})+ ?${UNIT}|\\d+(?:,\\d+)? ?${UNIT}|[1-9]\\d{0,2}(?:\\.\\d{3})+(?![.\\d])`,
  'giu',
);
const DAY = /\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b/g;
const PHONE = /(?:\+?84|\b0)(?:[ .-]?\d){9,10}(?!\d)|\b1[89]00(?:[ .-]?\d){4,6}(?!\d)/g;
const NUMBER = /\d(?:[ .-]?\d){7,18}/g;

/**
 * Links, telephone and account numbers and sums of a message that the announcement does not have. Without an announcement:
 * all of the message's, sums left out.
 */
export function riskyParts(message: string, announcement: string | null): readonly RiskyPart[] {
  const known = new Set(announcement === null ? [] : partsOf(announcement).map(sameness));
  const strange = partsOf(message).filter((part) => !known.has(sameness(part)));
  const told = announcement === null ? strange.filter(({ kind }) => kind !== 'money') : strange;
  return [...new Map(told.map((part) => [sameness(part), part])).values()];
}

function partsOf(text: string): readonly RiskyPart[] {
  const parts: RiskyPart[] = [];
  // What one pattern has taken is gone for the next: a link's digits are no account number.
  let rest = text.normalize('NFC').replace(DAY, ' ; ');
  const take = (pattern: RegExp, kindOf: (found: string) => RiskyKind) => {
    rest = rest.replace(pattern, (found: string) => {
      parts.push({ kind: kindOf(found), text: found.replace(/[.,;:!?]+$/, '').trim() });
      return ' ; ';
    });
  };
  take(LINK, () => 'link');
  take(PHONE, () => 'phone');
  take(MONEY, () => 'money');
  take(NUMBER, () => 'account');
  return parts;
}

function digitsOf(text: string): string {
  return text.replace(/[^\d+]/g, '');
}

/** Two spellings of the same: "0225 300 1234" and "02253001234". A phone taken for an account elsewhere is the same number. */
function sameness({ kind, text }: RiskyPart): string {
  if (kind === 'link') return text.toLowerCase().replace(/\/+$/, '');
  if (kind === 'money')
    return text
      .toLowerCase()
      .replace(/[\s.]/g, '')
      .replace(/(?:đồng|đ|vnđ|vnd)$/u, '');
  return digitsOf(text).replace(/^\+?84/, '0');
}
