import type { ChatThread } from '@phuong-so/shared/domain/chat';
import type { ChatActivity, ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import { TOPIC_LIFETIME_MS } from '@phuong-so/shared/domain/conversation';
import type { Wanted } from './read-line.ts';
import { TIMES } from './settings.ts';
import { note, type Reply, say, type Talk } from './talk.ts';

/** A numbered choice, and the screen that it leads to; null where it is a question. */
export interface Option {
  readonly label: string;
  readonly to: ChatScreen | null;
}

/** What the person is in the middle of; null after a long silence. */
export function activityOf({ activity }: Pick<ChatThread, 'activity'>, at: number): ChatActivity | null {
  return activity !== null && at < activity.at + TIMES.activity ? activity : null;
}

/** Numbered choices stand in the chat and are not too old. What a screen offers means the same the next morning. */
export function hasChoices({ choices, choicesAt, choiceScreens }: ChatThread, at: number): boolean {
  if (choices.length === 0 || choicesAt === null) return false;
  const lifetime = choiceScreens.some((screen) => screen !== null) ? TIMES.activity : TOPIC_LIFETIME_MS;
  return at < choicesAt + lifetime;
}

/** Words that the screen asks for, so that the next line is not taken for a question; half an hour later it is one. */
export function wantedWords(thread: ChatThread, at: number): Wanted | null {
  const activity = activityOf(thread, at);
  if (activity === null || activity.away || at >= activity.at + TOPIC_LIFETIME_MS) return null;
  return WANTED[activity.screen.kind] ?? null;
}

const WANTED: Readonly<Partial<Record<ChatScreen['kind'], Wanted>>> = {
  ...{ class_name: 'name', certificate: 'name', check_message: 'message' },
  ...{ announce_words: 'announcement', announce_return: 'note', announce_when: 'time', announce_time: 'time' },
  work_mute: 'note',
};

/** Says a screen; from now on the person is in the middle of it. */
export function present(talk: Talk, at: number, screen: ChatScreen, text: string, more: Offered = {}): Talk {
  const { options = [], ...rest } = more;
  const said = say(clearChoices(talk), text, { ...offering(options), ...rest });
  return { ...note(said, { activity: { screen, at, away: false } }), shown: true };
}

type Offered = Partial<Pick<Reply, 'offer' | 'end' | 'buttons'>> & { readonly options?: readonly Option[] };

/** Choices as a reply carries them. */
export function offering(options: readonly Option[]): Pick<Reply, 'choices' | 'screens'> {
  return { choices: options.map(({ label }) => label), screens: options.map(({ to }) => to) };
}

/** What was offered before still stands, though it is not listed again. */
export function stillOffering(talk: Talk, at: number, options: readonly Option[]): Talk {
  const { choices, screens } = offering(options);
  return note(talk, { choices, choicesAt: at, choiceScreens: screens });
}

/** Says something that ends what the person was in the middle of. */
export function conclude(talk: Talk, text: string, options: readonly Option[] = []): Talk {
  const said = say(clearChoices(talk), text, offering(options));
  return { ...note(said, { activity: null }), shown: true };
}

/** Something else is talked about. */
export function stepAway(talk: Talk, at: number): Talk {
  const activity = activityOf(talk.thread, at);
  if (activity === null) return talk.thread.activity === null ? talk : note(talk, { activity: null });
  return activity.away ? talk : note(talk, { activity: { ...activity, away: true } });
}

function clearChoices(talk: Talk): Talk {
  return note(talk, { choices: [], choicesAt: null, choiceScreens: [] });
}
