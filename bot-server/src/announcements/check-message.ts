import { EASY_LETTERS } from '@phuong-so/shared/text/easy-code';
import { foldedSyllables, pairs } from '@phuong-so/shared/text/tokens';
import type { Announcement } from '../ports/announcements.ts';
import { type Letter, lettersOf, takeOut, wordsLeft } from './letters.ts';
import { partsBeside, type SharedWith } from './parts-beside.ts';

/** `code`: the message is nothing but a code, so its words have not been compared. */
export type Checked =
  | { readonly verdict: 'genuine'; readonly by: 'words' | 'code'; readonly announcement: Announcement }
  | { readonly verdict: 'altered'; readonly announcement: Announcement }
  | { readonly verdict: 'unknown'; readonly announcement: null };

export interface CheckAgainst {
  /** Announcements whose code stands in the message. */
  readonly coded: readonly Announcement[];
  /** The ward's newest. */
  readonly recent: readonly Announcement[];
  readonly context: (announcement: Announcement) => SharedWith;
}

/** So many of the likest are compared letter by letter. */
const CLOSE_LOOKS = 5;
/** Pairs of neighbouring words that are the same, out of those of the shorter text. A copy with a new account keeps nearly all. */
const SIMILAR_SHARE = 0.5;
const SIMILAR_PAIRS = 4;
const CODE = new RegExp(`(?<![\\p{L}\\d])TB\\s?[\\p{Pd}]?\\s?([${EASY_LETTERS}]{5})(?![\\p{L}\\d])`, 'giu');
/** Said around an announcement that is passed on. */
const FRAME = new Set(
  'tb ma so kiem tra thong bao tin tu cua ngay luc gio thoi gian dia diem bat dau dang nguon'.split(' '),
);
/** Said around a code by somebody who asks. */
const QUESTION = new Set(
  'tin nay co that dung phai khong hay la a oi xin cho hoi bac chau toi em phuong va do'.split(' '),
);

/** Codes of announcements in a text, as they are printed: "tb 7k2m9" → "TB-7K2M9". At most ten. */
export function codesIn(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(CODE)].map(([, code = '']) => `TB-${code.toUpperCase()}`);
  return [...new Set(found)].slice(0, 10);
}

/**
 * Whether a message is one of the ward's announcements. Genuine is only a message that has the whole text and nothing
 * beside it but what is told when an announcement is passed on: a real one whose account, link or phone was changed, or to
 * which a sentence was added, is altered, also when it carries the right code.
 */
export function checkMessage(text: string, { coded, recent, context }: CheckAgainst): Checked {
  const message = lettersOf(text);
  const all = [...new Map([...coded, ...recent].map((one) => [one.id, one])).values()];
  const likest = rankByLikeness(text, all);
  const whole = likest.slice(0, CLOSE_LOOKS).find((one) => isWhole(message, one, context(one)));
  if (whole) return { verdict: 'genuine', by: 'words', announcement: whole };
  const [byCode] = coded;
  if (byCode && saysOnlyCode(message, byCode)) return { verdict: 'genuine', by: 'code', announcement: byCode };
  const altered = coded.find((one) => likest.includes(one)) ?? likest[0] ?? byCode;
  return altered ? { verdict: 'altered', announcement: altered } : { verdict: 'unknown', announcement: null };
}

function isWhole(message: readonly Letter[], announcement: Announcement, shared: SharedWith): boolean {
  let left = takeOut(message, lettersOf(announcement.body));
  if (left === null) return false;
  for (const part of partsBeside(announcement, shared)) left = takeOut(left, lettersOf(part)) ?? left;
  return wordsLeft(left).every((word) => FRAME.has(word));
}

function saysOnlyCode(message: readonly Letter[], { code }: Announcement): boolean {
  const bare = lettersOf(code.replace(/^TB-/, ''));
  const left = takeOut(message, bare) ?? message;
  return wordsLeft(left).every((word) => {
    const said = word.replace(/[^\p{L}\d]/gu, '');
    return FRAME.has(said) || QUESTION.has(said);
  });
}

/** Those that are like the message, the likest first. */
function rankByLikeness(text: string, announcements: readonly Announcement[]): Announcement[] {
  const said = new Set(pairs(foldedSyllables(text)));
  const ranked = announcements.flatMap((announcement) => {
    const share = likeness(said, new Set(pairs(foldedSyllables(`${announcement.title} ${announcement.body}`))));
    return share === null ? [] : [{ announcement, share }];
  });
  return ranked.sort((one, other) => other.share - one.share).map(({ announcement }) => announcement);
}

function likeness(said: ReadonlySet<string>, announced: ReadonlySet<string>): number | null {
  const common = [...announced].filter((pair) => said.has(pair)).length;
  if (common < Math.max(1, Math.min(SIMILAR_PAIRS, announced.size))) return null;
  const share = common / Math.min(said.size, announced.size);
  // Among those that are wholly in the message, the longest is meant.
  return share < SIMILAR_SHARE ? null : share + common / 100_000;
}
