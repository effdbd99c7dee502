import type { CueName } from '@phuong-so/shared/content/cues';
import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import { isBareNumber, readChoice } from '../read-choice.ts';
import { saysOnly } from '../says-only.ts';
import { KIND_CUES, kindsIn } from './read-draft.ts';

/** Somebody begins an announcement. */
export interface AnnounceLine {
  readonly kind: 'announce';
  /** Between "thông báo" and the colon; "" where there is nothing. */
  readonly head: string;
  /** "" = they are still to come. */
  readonly words: string;
  /** Said so that it can hardly be a question: with a colon, or with a word such as "gửi". */
  readonly explicit: boolean;
}

/** In syllables: a colon further on is one of the announcement's own. */
const LONGEST_HEAD = 8;
/** Without a colon fewer syllables are a question, or a wish to read announcements. */
const SHORTEST_WORDS = 4;
/** Not the one in "19:30". */
const COLON = /:(?!\d\d)|\n/u;

/** "Thông báo: …", "thong bao tổ 5: …", "gửi thông báo"; null when the line is something else. */
export function readAnnounce(text: string, { cues, ...language }: LanguageData): AnnounceLine | null {
  if (saysOnly(text, 'start_announcing', { cues, ...language }, 3))
    return { kind: 'announce', head: '', words: '', explicit: true };
  const typed = readTyped(text);
  const from = ['da', 'vang'].includes(typed.tokens[0]?.folded ?? '') ? 1 : 0;
  const begun = cues.announce.find(typed.tokens).find((match) => match.from === from);
  const last = typed.tokens[(begun?.to ?? 0) - 1];
  if (begun === undefined || last === undefined) return null;
  const rest = typed.text.slice(last.end);
  const colon = rest.search(COLON);
  const head = colon < 0 ? '' : rest.slice(0, colon).trim();
  if (colon >= 0 && readTyped(head).tokens.length <= LONGEST_HEAD)
    return { kind: 'announce', head, words: rest.slice(colon + 1).trim(), explicit: true };
  const words = rest.replace(/^[\s,.!-]+/u, '').trim();
  // "TB 43" is a document's number.
  const isNamed = last.folded !== 'tb' || begun.to - begun.from > 1;
  return isNamed && readTyped(words).tokens.length >= SHORTEST_WORDS
    ? { kind: 'announce', head: '', words, explicit: begun.to - begun.from > 2 }
    : null;
}

/** What somebody wants to be sent. `kinds` []: they have named none. */
export interface NoticesLine {
  readonly kind: 'notices';
  readonly on: boolean;
  readonly kinds: readonly AnnouncementKind[];
}

/** "Tắt thông báo", "không nhận thông báo thu phí nữa", "bật lại thông báo họp". */
export function readNoticeWish(text: string, language: LanguageData): NoticesLine | null {
  const kinds = KIND_CUES.map(([, cue]) => cue);
  const wish = (['mute_notices', 'unmute_notices'] as const).find((cue) =>
    saysOnlyWith(text, cue, [...kinds, 'notice_filler'], language),
  );
  return wish === undefined ? null : { kind: 'notices', on: wish === 'unmute_notices', kinds: kindsIn(text, language) };
}

/** An announcement that the person may be answering. */
export interface Asked {
  readonly asks: 'attending' | 'confirm_read';
  /** A number means it, and not a list of ours that is newer. */
  readonly byNumber: boolean;
  /** "Có", "không" mean it: nothing has been said since. */
  readonly byShortWord: boolean;
}

/** `answer` null: it means the announcement, but not what it asks. `people`: with "yes" alone. */
export interface AnnouncementReplyLine {
  readonly kind: 'reply';
  readonly answer: 'yes' | 'no' | 'read' | null;
  readonly people: number | null;
}

const MOST_PEOPLE_WORDS = 3;
const NUMBER_WORDS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** Whether the line may answer an announcement, so that it is worth looking whether there is one. */
export function mayReply(text: string, language: LanguageData): boolean {
  return replyByWords(text, language) !== null || shortAnswer(text, language) !== null || numberOf(text) !== null;
}

/** Reads an answer to the announcement that was last asked; null when the line is something else. `isQuestion`: it has a word that asks. */
export function readReply(
  text: string,
  asked: Asked,
  isQuestion: boolean,
  language: LanguageData,
): AnnouncementReplyLine | null {
  const said = isQuestion ? null : replyByWords(text, language);
  if (said !== null) return fits(said, asked) ? said : { ...said, answer: null };
  const short = asked.byShortWord ? shortAnswer(text, language) : null;
  if (short !== null) return answerOf(asked.asks, short ? 1 : 2);
  const number = asked.byNumber ? numberOf(text) : null;
  return number === null ? null : answerOf(asked.asks, number);
}

function fits({ answer }: AnnouncementReplyLine, { asks }: Asked): boolean {
  return (answer === 'read') === (asks === 'confirm_read');
}

function answerOf(asks: Asked['asks'], number: number): AnnouncementReplyLine {
  const answers = asks === 'attending' ? (['yes', 'no'] as const) : (['read'] as const);
  return { kind: 'reply', answer: answers[number - 1] ?? null, people: null };
}

function numberOf(text: string): number | null {
  const [only, ...others] = isBareNumber(text) || /\d/u.test(text) ? (readChoice(text)?.picks ?? []) : [];
  return only === undefined || others.length > 0 || only < 1 ? null : only;
}

function shortAnswer(text: string, language: LanguageData): boolean | null {
  if (saysOnly(text, 'agree_short', language, 1)) return true;
  return saysOnly(text, 'decline_short', language, 1) ? false : null;
}

/** "Tham gia 3 người", "nhà tôi đi được 2 người", "không tham gia được", "đã đọc". */
function replyByWords(text: string, language: LanguageData): AnnouncementReplyLine | null {
  const people = peopleIn(text);
  const bare = people === null ? text : people.rest;
  const says = (cue: CueName) => saysOnly(bare, cue, language, 3);
  if (says('not_attending')) return { kind: 'reply', answer: 'no', people: null };
  if (says('have_read')) return { kind: 'reply', answer: 'read', people: null };
  return says('attending') ? { kind: 'reply', answer: 'yes', people: people?.count ?? null } : null;
}

const COUNT = new RegExp(
  String.raw`(?:nhà\s+|nha\s+)?(?:đi\s+|di\s+)?(?<![\p{L}\d])(\d{1,2}|${[...NUMBER_WORDS, ...NUMBER_WORDS.map(foldMarks)].join('|')})(?:\s+(?:người|nguoi|ng|suất|suat))?(?![\p{L}\d])`,
  'iu',
);

function peopleIn(text: string): { readonly count: number; readonly rest: string } | null {
  if (readTyped(text).tokens.length > LONGEST_HEAD + MOST_PEOPLE_WORDS) return null;
  const found = COUNT.exec(text.normalize('NFC'));
  if (found === null) return null;
  const [whole, word = ''] = found;
  const named = NUMBER_WORDS.findIndex((name) => name === word.toLowerCase() || foldMarks(name) === foldMarks(word));
  return { count: /^\d/.test(word) ? Number(word) : named + 1, rest: text.normalize('NFC').replace(whole, ' ') };
}

/** The phrase, those beside it, chatter, and nothing else. */
function saysOnlyWith(text: string, name: CueName, beside: readonly CueName[], language: LanguageData): boolean {
  const { tokens } = readTyped(text);
  const [phrase] = language.cues[name].find(tokens);
  if (phrase === undefined) return false;
  const known = new Set(
    [...beside, 'chatter' as const]
      .flatMap((cue) => language.cues[cue].find(tokens))
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)),
  );
  return tokens.every((_, at) => (at >= phrase.from && at < phrase.to) || known.has(at));
}
