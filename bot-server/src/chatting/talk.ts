import type { AnswerOutcome } from '@phuong-so/shared/domain/answer';
import type { ChatThread } from '@phuong-so/shared/domain/chat';
import type { Topic } from '@phuong-so/shared/domain/conversation';

/** One thing that is said to the person; may become several messages. */
export interface Reply {
  readonly text: string;
  /** Offered by number below the text, after `offer`; our own words. */
  readonly choices: readonly string[];
  /** The line above the choices; "" when the text itself leads up to them. */
  readonly offer: string;
  /** The line below the choices. */
  readonly end: string;
  readonly topic: Topic | null;
}

/** A conversation while it is being answered. */
export interface Talk {
  readonly thread: ChatThread;
  readonly replies: readonly Reply[];
  /** How each question ended, for counting. */
  readonly outcomes: readonly AnswerOutcome[];
}

export function say(talk: Talk, text: string, more: Partial<Omit<Reply, 'text'>> = {}): Talk {
  return { ...talk, replies: [...talk.replies, { text, choices: [], offer: '', end: '', topic: null, ...more }] };
}

export function note(talk: Talk, change: Partial<ChatThread>): Talk {
  return { ...talk, thread: { ...talk.thread, ...change } };
}

/** Choices are offered at the very end alone, so that a number means one thing; remembers them. `now`: epoch ms. */
export function closeTalk(talk: Talk, now: number): Talk {
  const last = talk.replies.at(-1);
  const replies = talk.replies.map((reply) => (reply === last ? reply : { ...reply, choices: [] }));
  const offered = last && last.choices.length > 0 ? { choices: last.choices, choicesAt: now } : {};
  return { ...note(talk, offered), replies };
}

/** A reply as plain text. */
export function replyText({ text, choices, offer, end }: Reply): string {
  const listed = choices.map((choice, at) => `${at + 1}. ${choice}`);
  const block = choices.length > 0 ? [offer, ...listed, end].filter(Boolean).join('\n') : '';
  const gap = offer === '' ? '\n' : '\n\n';
  return block === '' ? text : `${text}${gap}${block}`;
}
