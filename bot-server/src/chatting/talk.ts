import type { AnswerOutcome } from '@phuong-so/shared/domain/answer';
import type { ChatThread } from '@phuong-so/shared/domain/chat';
import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import type { Topic } from '@phuong-so/shared/domain/conversation';

/** One thing that is said to the person; may become several messages. */
export interface Reply {
  readonly text: string;
  /** Offered by number below the text, after `offer`; our own words. */
  readonly choices: readonly string[];
  /** Where each choice leads; null, or no entry, for a question. */
  readonly screens: readonly (ChatScreen | null)[];
  /** Words that the text asks for without a number, to be pressed where buttons are shown. */
  readonly buttons: readonly string[];
  /** The line above the choices; "" when the text itself leads up to them. */
  readonly offer: string;
  /** The line below the choices. */
  readonly end: string;
  /** The very last line. */
  readonly foot: string;
  readonly topic: Topic | null;
}

/** A conversation while it is being answered. */
export interface Talk {
  readonly thread: ChatThread;
  readonly replies: readonly Reply[];
  /** How each question ended, for counting. */
  readonly outcomes: readonly AnswerOutcome[];
  /** A screen was shown in this turn: a number or "tiếp" written before it could be read does not mean it. */
  readonly shown: boolean;
}

export function newTalk(thread: ChatThread): Talk {
  return { thread, replies: [], outcomes: [], shown: false };
}

const SILENT: Omit<Reply, 'text'> = {
  choices: [],
  screens: [],
  buttons: [],
  offer: '',
  end: '',
  foot: '',
  topic: null,
};

export function say(talk: Talk, text: string, more: Partial<Omit<Reply, 'text'>> = {}): Talk {
  return { ...talk, replies: [...talk.replies, { ...SILENT, text, ...more }] };
}

export function note(talk: Talk, change: Partial<ChatThread>): Talk {
  return { ...talk, thread: { ...talk.thread, ...change } };
}

/** Puts a line at the head of one reply; where there is no such reply, it is not said. */
export function beginWith(talk: Talk, place: number, line: string): Talk {
  const replies = talk.replies.map((reply, at) =>
    at === place ? { ...reply, text: `${line}\n${reply.text}` } : reply,
  );
  return { ...talk, replies };
}

/** Choices are offered at the very end alone, so that a number means one thing; remembers them. `now`: epoch ms. */
export function closeTalk(talk: Talk, now: number): Talk {
  const last = talk.replies.at(-1);
  const replies = talk.replies.map((reply) => (reply === last ? reply : { ...reply, choices: [], buttons: [] }));
  const offered =
    last && last.choices.length > 0 ? { choices: last.choices, choicesAt: now, choiceScreens: last.screens } : {};
  return { ...note(talk, offered), replies };
}

/** A reply as plain text. */
export function replyText({ text, choices, offer, end, foot }: Reply): string {
  const listed = choices.map((choice, at) => `${at + 1}. ${choice}`);
  const block = choices.length > 0 ? [offer, ...listed, end].filter(Boolean).join('\n') : '';
  const gap = offer === '' ? '\n' : '\n\n';
  return [block === '' ? text : `${text}${gap}${block}`, foot].filter(Boolean).join('\n\n');
}
