import type { CueName } from '@phuong-so/shared/content/cues';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Stop } from '@phuong-so/shared/domain/understanding';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import {
  type AnnounceLine,
  type AnnouncementReplyLine,
  type Asked,
  type NoticesLine,
  readAnnounce,
  readNoticeWish,
  readReply,
} from './announcing/read-announcing-line.ts';
import { readWhen } from './announcing/read-when.ts';
import { isBareNumber, isZero, readChoice } from './read-choice.ts';
import { isName } from './read-name.ts';
import { beginsAndEndsWith, sameWords, saysOnly } from './says-only.ts';
import { type WardChoice, wardNamed } from './wards.ts';
import { isForOfficialsAlone, readWorkLine, type WorkLine } from './work/read-work-line.ts';

/** What the understanding step makes of a text before it is asked. */
export interface Heard {
  readonly stop: Stop | null;
  /** It has a word that asks ("ai", "bao giờ", "bao nhiêu") or a question mark. */
  readonly asks: boolean;
}
export type Listen = (text: string) => Heard;

/**
 * `help` shows the menu too, but may as well be said to an official: "hướng dẫn bác với". `done`: "xong", "ok" after something
 * that was to be read.
 */
export type Command =
  | ('menu' | 'help' | 'person' | 'assistant' | 'other_ward' | 'puzzled' | 'forget_me' | 'link')
  | ActivityCommand;
/** Begins something that takes several messages, goes on with it, or ends it. */
export type ActivityCommand =
  | ('study' | 'study_progress' | 'stop_reminding' | 'procedures' | 'classes' | 'own_classes' | 'leave_class')
  | ('practice' | 'check_message')
  | ('own_announcements' | 'stop_sending' | 'approve_announcements' | 'wrong_notice')
  | ('next' | 'done' | 'again' | 'back' | 'stop');
export type Courtesy = 'greeting' | 'thanks' | 'goodbye' | 'acknowledge';

/** What one line of the person is. `number`: digits that answer nothing. */
export type Line =
  | ({ readonly kind: 'question'; readonly text: string } & Heard)
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pick'; readonly picks: readonly number[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'course'; readonly course: string }
  /** What a screen asked for: a name, the text of a message. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'ward'; readonly ward: WardChoice }
  | AnnounceLine
  | NoticesLine
  | AnnouncementReplyLine
  | WorkLine
  | { readonly kind: 'courtesy'; readonly courtesy: Courtesy };

export interface LineContext {
  readonly listen: Listen;
  readonly language: LanguageData;
  /** Numbered choices that stand in the chat and are not too old; empty when none do. */
  readonly choices: readonly string[];
  /** The person is in the middle of something; `away` when they talked about something else since. */
  readonly activity: 'here' | 'away' | null;
  readonly wanted: Wanted | null;
  /** The person may announce here. Looked up only where a line might be meant so. */
  readonly mayAnnounce: boolean;
  /** The person works for the ward. Looked up only where a line might be meant so. */
  readonly mayWork: boolean;
  /** The announcement that a line may answer; null = none. Looked up only where a line might. */
  readonly asked: Asked | null;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  /** Wards to choose from; empty where there is nothing to choose. */
  readonly wards: readonly WardChoice[];
}

/** What a screen asks to be typed. */
export type Wanted = 'name' | 'message' | 'announcement' | 'note' | 'time';

const COMMANDS: readonly (readonly [CueName, Command])[] = [
  ['wrong_notice', 'wrong_notice'],
  ['approve_announcements', 'approve_announcements'],
  ['to_person', 'person'],
  ['to_assistant', 'assistant'],
  ['other_ward', 'other_ward'],
  ['forget_me', 'forget_me'],
  ['link', 'link'],
  ['puzzled', 'puzzled'],
  ['menu', 'menu'],
  ['next', 'next'],
  ['stop_reminding', 'stop_reminding'],
  ['study_progress', 'study_progress'],
  ['own_classes', 'own_classes'],
  ['leave_class', 'leave_class'],
  ['classes', 'classes'],
  ['scam_practice', 'practice'],
  ['check_message', 'check_message'],
  ['study', 'study'],
  ['procedures', 'procedures'],
  ['help', 'help'],
];
/** Understood only of somebody who is in the middle of something. */
const IN_ACTIVITY: readonly (readonly [CueName, Command])[] = [
  ['back', 'back'],
  ['again', 'again'],
  ['stop', 'stop'],
];
/** Understood only of whoever may announce: to anybody else they are questions. */
const OF_ANNOUNCERS: readonly (readonly [CueName, Command])[] = [
  ['own_announcements', 'own_announcements'],
  ['stop_sending', 'stop_sending'],
];
/** A cry for help is short; a message that is pasted to be checked may tell of an accident. In syllables. */
const LONGEST_CRY = 8;
/** Small pictures, or Zalo's own short forms of them ("/-heart", ":-)"), and nothing else: a sticker in small. */
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\s|\/-\w+|:-?[)(dDpP>*|])+$/u;

/** Whoever tells of a suspicious message in their own words uses at most so many. */
const LONGEST_REPORT = 12;

/** A message that was pasted, not a few words about one or about something else. */
export function isLongReport(text: string): boolean {
  return text.trim().split(/\s+/u).length > LONGEST_REPORT;
}

/** Reads one typed line. Never throws. */
export function readLine(text: string, context: LineContext): Line {
  const chosen = context.choices.findIndex((choice) => sameWords(choice, text));
  if (chosen >= 0) return { kind: 'pick', picks: [chosen + 1] };
  const heard = context.listen(text);
  const reply = context.asked === null ? null : readReply(text, context.asked, heard.asks, context.language);
  if (reply !== null) return reply;
  const words = context.wanted === null ? null : readWords(text, heard, context);
  if (words !== null) return words;
  const announced = readAnnouncing(text, heard, context);
  if (announced !== null) return announced;
  const work = readWork(text, heard, context);
  if (work !== null) return work;
  if (heard.stop === 'emergency' || heard.stop === 'abuse') return { kind: 'question', text, ...heard };
  return (
    readSign(text) ?? readAnswerToUs(text, context) ?? readCommand(text, heard, context) ?? asQuestion(text, heard)
  );
}

/**
 * "Thông báo: …" of whoever may announce; of anybody else only where it can hardly be a question or a message that somebody
 * pasted to be warned of, and then they are told how one gets to announce.
 */
function readAnnouncing(text: string, { stop, asks }: Heard, { language, mayAnnounce }: LineContext): Line | null {
  const line = readAnnounce(text, language);
  if (line === null) return null;
  if (mayAnnounce) return line.explicit || !asks ? line : null;
  return line.explicit && !asks && (stop === null || HARMLESS.has(stop)) ? line : null;
}

const HARMLESS: ReadonlySet<Stop> = new Set(['procedure', 'out_of_scope', 'ward_contact', 'opinion', 'greeting']);

/** Of whoever works for the ward; of anybody else only what no resident would ask, and then they are told how one gets to. */
function readWork(text: string, { stop }: Heard, { language, mayWork }: LineContext): Line | null {
  if (stop === 'emergency' || stop === 'abuse') return null;
  const line = readWorkLine(text, language);
  return line !== null && (mayWork || isForOfficialsAlone(line)) ? line : null;
}

function readSign(text: string): Line | null {
  if (isZero(text)) return { kind: 'command', command: 'person' };
  if (/^[\s?？!.]*[?？][\s?？!.]*$/u.test(text)) return { kind: 'command', command: 'help' };
  return text.trim() !== '' && ONLY_EMOJI.test(text) ? { kind: 'courtesy', courtesy: 'thanks' } : null;
}

/** What a screen asked for; null when the line is something else: a command, a number, a question. */
function readWords(text: string, heard: Heard, context: LineContext): Line | null {
  const { tokens } = readTyped(text);
  const isTime = context.wanted === 'time' && /\d\s*[:/]\s*\d/u.test(text);
  if (tokens.length === 0 || isZero(text) || (isBareNumber(text) && !isTime)) return null;
  const isCommand = readCommand(text, { ...heard, stop: null }, context) !== null;
  if (isCommand || heard.stop === 'thanks') return null;
  const isCry = heard.stop === 'emergency' && tokens.length <= LONGEST_CRY;
  if (context.wanted === 'time')
    return !isCry && (readWhen(text, 0).kind !== 'none' || !heard.asks) ? { kind: 'words', text } : null;
  if (context.wanted === 'announcement' || context.wanted === 'note') {
    const isQuestion = heard.asks && /\?\s*$/u.test(text) && !isLongReport(text);
    return isCry || isQuestion || heard.stop === 'abuse' ? null : { kind: 'words', text };
  }
  if (context.wanted === 'message') {
    const isQuestion = heard.stop !== 'scam' && heard.asks && !isLongReport(text);
    return isCry || isQuestion ? null : { kind: 'words', text };
  }
  return isName(text, heard, context.language) ? { kind: 'words', text } : null;
}

function readAnswerToUs(text: string, { choices, courses, wanted, wards, language }: LineContext): Line | null {
  const course = courseNamed(text, courses, language);
  if (course) return { kind: 'course', course: course.id };
  const ward = wardNamed(text, wards);
  if (ward) return { kind: 'ward', ward };
  const choice = readChoice(text);
  // "Bác Hai" is a name where one is asked for.
  if (choice && choices.length > 0 && (wanted !== 'name' || choice.inDigits))
    return { kind: 'pick', picks: choice.picks };
  return choice?.inDigits || isBareNumber(text) ? { kind: 'number' } : null;
}

/** "Bắt đầu học: Nhận ra lừa đảo": the words that begin a course, and then its whole title. */
export function courseNamed<Course extends { readonly title: string }>(
  text: string,
  courses: readonly Course[],
  { cues }: LanguageData,
): Course | null {
  const typed = readTyped(text);
  const begins = cues.begin_course.findAll(typed.tokens).filter(({ from }) => from === 0);
  const titles = begins.flatMap(({ to }) => typed.tokens[to] ?? []).map(({ start }) => typed.text.slice(start));
  return courses.find(({ title }) => titles.some((said) => sameWords(title, said))) ?? null;
}

/** What is said to somebody who is reading a screen, or has left it for a moment. */
function readInActivity(text: string, { activity, language }: LineContext): Command | null {
  if (activity === null) return null;
  const command = IN_ACTIVITY.find(([cue]) => saysOnly(text, cue, language))?.[1];
  if (command || activity === 'away') return command ?? null;
  if (saysOnly(text, 'done', language) || saysOnly(text, 'acknowledge', language)) return 'done';
  return beginsAndEndsWith(text, 'decline', language) ? 'stop' : null;
}

function readCommand(text: string, { stop, asks }: Heard, context: LineContext): Line | null {
  const { language } = context;
  const inActivity = readInActivity(text, context);
  if (inActivity) return { kind: 'command', command: inActivity };
  const own = context.mayAnnounce ? OF_ANNOUNCERS.find(([cue]) => saysOnly(text, cue, language)) : undefined;
  if (own) return { kind: 'command', command: own[1] };
  const wish = readNoticeWish(text, language);
  if (wish !== null) return wish;
  const command = COMMANDS.find(([cue]) => saysOnly(text, cue, language))?.[1];
  // "Thủ tục thế nào ạ?" goes on from the question before.
  if (command && !(command === 'procedures' && asks)) return { kind: 'command', command };
  if (stop === 'handoff') return { kind: 'command', command: 'person' };
  if (saysOnly(text, 'acknowledge', language) || saysOnly(text, 'done', language, 0))
    return { kind: 'courtesy', courtesy: 'acknowledge' };
  if (beginsAndEndsWith(text, 'decline', language)) return { kind: 'courtesy', courtesy: 'goodbye' };
  if (stop === 'thanks' || stop === 'goodbye') return { kind: 'courtesy', courtesy: stop };
  if (saysOnly(text, 'opener', language, 1)) return { kind: 'courtesy', courtesy: 'greeting' };
  if (stop !== 'greeting') return null;
  return { kind: 'courtesy', courtesy: opensTalk(text, language) ? 'greeting' : 'acknowledge' };
}

/** "Xin chào", "alo", "em ơi cho bác hỏi": something is to follow; "thế à" only answers. */
function opensTalk(text: string, language: LanguageData): boolean {
  const { tokens } = readTyped(text);
  return language.cues.greeting.find(tokens).length > 0 || language.cues.opener.find(tokens).length > 0;
}

function asQuestion(text: string, heard: Heard): Line {
  return { kind: 'question', text, ...heard };
}
