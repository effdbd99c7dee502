import type { CueName } from '@phuong-so/shared/content/cues';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Stop } from '@phuong-so/shared/domain/understanding';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import { isBareNumber, isZero, readChoice } from './read-choice.ts';
import { beginsAndEndsWith, saysOnly } from './says-only.ts';
import { type WardChoice, wardNamed } from './wards.ts';

/** What the understanding step makes of a text before it is asked. */
export interface Heard {
  readonly stop: Stop | null;
  /** It has a word that asks ("ai", "bao giờ", "bao nhiêu") or a question mark. */
  readonly asks: boolean;
}
export type Listen = (text: string) => Heard;

/** `help` shows the menu too, but may as well be said to an official: "hướng dẫn bác với". */
export type Command = 'menu' | 'help' | 'person' | 'assistant' | 'other_ward' | 'puzzled' | 'forget_me' | 'link';
export type Courtesy = 'greeting' | 'thanks' | 'goodbye' | 'acknowledge';

/** What one line of the person is. `number`: digits that answer nothing. */
export type Line =
  | ({ readonly kind: 'question'; readonly text: string } & Heard)
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pick'; readonly picks: readonly number[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'ward'; readonly ward: WardChoice }
  | { readonly kind: 'courtesy'; readonly courtesy: Courtesy };

export interface LineContext {
  readonly listen: Listen;
  readonly language: LanguageData;
  /** Numbered choices stand in the chat and are not too old. */
  readonly hasChoices: boolean;
  /** Wards to choose from; empty where there is nothing to choose. */
  readonly wards: readonly WardChoice[];
}

const COMMANDS: readonly (readonly [CueName, Command])[] = [
  ['to_person', 'person'],
  ['to_assistant', 'assistant'],
  ['other_ward', 'other_ward'],
  ['forget_me', 'forget_me'],
  ['link', 'link'],
  ['puzzled', 'puzzled'],
  ['menu', 'menu'],
  ['help', 'help'],
];
/** Small pictures, or Zalo's own short forms of them ("/-heart", ":-)"), and nothing else: a sticker in small. */
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\s|\/-\w+|:-?[)(dDpP>*|])+$/u;

/** Reads one typed line. Never throws. */
export function readLine(text: string, context: LineContext): Line {
  const heard = context.listen(text);
  if (heard.stop === 'emergency' || heard.stop === 'abuse') return { kind: 'question', text, ...heard };
  return (
    readSign(text) ?? readAnswerToUs(text, context) ?? readCommand(text, heard, context) ?? asQuestion(text, heard)
  );
}

function readSign(text: string): Line | null {
  if (isZero(text)) return { kind: 'command', command: 'person' };
  if (/^[\s?？!.]*[?？][\s?？!.]*$/u.test(text)) return { kind: 'command', command: 'help' };
  return text.trim() !== '' && ONLY_EMOJI.test(text) ? { kind: 'courtesy', courtesy: 'thanks' } : null;
}

function readAnswerToUs(text: string, { hasChoices, wards }: LineContext): Line | null {
  const ward = wardNamed(text, wards);
  if (ward) return { kind: 'ward', ward };
  const choice = readChoice(text);
  if (choice && hasChoices) return { kind: 'pick', picks: choice.picks };
  return choice?.inDigits || isBareNumber(text) ? { kind: 'number' } : null;
}

function readCommand(text: string, { stop }: Heard, { language }: LineContext): Line | null {
  const command = COMMANDS.find(([cue]) => saysOnly(text, cue, language))?.[1];
  if (command) return { kind: 'command', command };
  if (stop === 'handoff') return { kind: 'command', command: 'person' };
  if (saysOnly(text, 'acknowledge', language)) return { kind: 'courtesy', courtesy: 'acknowledge' };
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
