import type { ChatActivity, ChatScreen } from './chat-screen.ts';
import type { Topic } from './conversation.ts';

/**
 * What can happen in a person's chat with an Official Account. `staff_message`: an official wrote from OA Manager.
 * Source: the platform's event list; events that concern no chat are counted and dropped.
 */
export const CHAT_EVENT_KINDS = [
  'text',
  'image',
  'gif',
  'link',
  'audio',
  'video',
  'sticker',
  'location',
  'business_card',
  'file',
  'follow',
  'unfollow',
  'opened_chat',
  'submitted_info',
  'withdrawn',
  'staff_message',
  'own_message',
  'received',
  'seen',
] as const;
export type ChatEventKind = (typeof CHAT_EVENT_KINDS)[number];

/** One thing that happened, with no more of it than is needed to react: numbers of cards, phones and accounts are masked. */
export interface ChatEvent {
  /** The same for every delivery of one event, and without a trace of the person: a SHA-256 in hex. */
  readonly id: string;
  readonly oaId: string;
  /** The person's id within this Official Account. */
  readonly userId: string;
  readonly kind: ChatEventKind;
  /** What the person (or, for `own_message`, we) wrote; null for every other kind and for an attachment without words. */
  readonly text: string | null;
  readonly messageIds: readonly string[];
  /** The message that this one answers. */
  readonly quotedMessageId: string | null;
  /** Where the platform keeps what was sent; only of kinds that this service listens to or looks at. Gone when the event is done. */
  readonly media?: readonly string[] | undefined;
  /** When it happened by Zalo's clock, in epoch milliseconds. */
  readonly at: number;
}

/** Names a person's chat with one Official Account. */
export interface ThreadKey {
  readonly oaId: string;
  readonly userId: string;
}

/**
 * What is remembered of a person's chat between two messages. Times in epoch milliseconds; never the person's words, but
 * for the name to be printed in `activity`.
 */
export interface ChatThread extends ThreadKey {
  /** Ward that the person chose where one Official Account serves several. */
  readonly ward: string | null;
  readonly greetedAt: number | null;
  readonly lastMessageAt: number | null;
  /** Stopped following the account and has done nothing since. */
  readonly leftAt: number | null;
  /** An official is writing with the person: the assistant says nothing until then. */
  readonly quietUntil: number | null;
  /** After abuse that was answered once: nothing is answered until then. */
  readonly mutedUntil: number | null;
  readonly abusedAt: number | null;
  /** The person was told how to reach an official. */
  readonly handedOverAt: number | null;
  /** Thanks, or a sticker in its place, was last answered: thanked again at once, nothing is said. */
  readonly thankedAt: number | null;
  /** The person was last told that pictures, voice and files cannot be read: an album comes as several events. */
  readonly attachmentAt: number | null;
  /** The person was last warned of a suspicious message. */
  readonly warnedAt: number | null;
  /** Numbered choices last offered, in order; our own words. */
  readonly choices: readonly string[];
  readonly choicesAt: number | null;
  /** Where each of the choices leads, in the same order; null, or no entry, for one that is a question. */
  readonly choiceScreens: readonly (ChatScreen | null)[];
  /** What the person is in the middle of; null when they only ask. */
  readonly activity: ChatActivity | null;
  /** Questions answered since the start of the minute `minuteAt`. */
  readonly minuteAt: number | null;
  readonly minuteCount: number;
}

export function newThread({ oaId, userId }: ThreadKey): ChatThread {
  return {
    ...{ oaId, userId, ward: null, greetedAt: null, lastMessageAt: null, quietUntil: null, mutedUntil: null },
    ...{ choices: [], choicesAt: null, choiceScreens: [], activity: null, minuteAt: null, minuteCount: 0 },
    ...{ leftAt: null, abusedAt: null, handedOverAt: null, thankedAt: null, attachmentAt: null, warnedAt: null },
  };
}

/** `reply`: to what the person wrote. `notice`: a reminder that they asked for, or an announcement; never before a reply. */
export const MESSAGE_KINDS = ['reply', 'notice'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A message that is to reach a person through an Official Account. */
export interface OutboxMessage extends ThreadKey {
  /** Idempotency key: a second message with the same id is the first one again. No trace of the person. */
  readonly id: string;
  readonly kind: MessageKind;
  /** At most 2,000 characters. */
  readonly text: string;
  /** 0, 1, …: messages made together go in this order. */
  readonly part: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Past this it is of no use, or the platform refuses it, and is not sent any more. */
  readonly expiresAt: number;
  /** What the message is about, so that an answer to it is understood. */
  readonly topic: Topic | null;
  /** What the text offers by number, in the same order, or a word that it asks for ("Tiếp"); our own words. [] when it offers none. */
  readonly choices: readonly string[];
}

/** A chat message may be this long. Source: the platform's limit of a consultation message, 2,000 characters. */
export const LONGEST_MESSAGE = 2_000;

/** The conversation in which the topic of a chat is remembered. What starts with it and a colon belongs to the person too. */
export function chatConversationId({ oaId, userId }: ThreadKey): string {
  return `zalo:${oaId}:${userId}`;
}
