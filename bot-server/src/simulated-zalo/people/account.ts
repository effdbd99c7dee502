import type { AccountSettings } from '../settings.ts';

/** An Official Account with the people that it knows and everything that was written. */
export interface Account {
  readonly settings: AccountSettings;
  type: number;
  requestsPerMinute: number;
  readonly people: Map<string, Person>;
  /** In the order they arrived. */
  readonly messages: ChatMessage[];
  /** Requests of the running minute. */
  minute: { startedAt: number; requests: number };
}

export interface Person {
  readonly userId: string;
  readonly userIdByApp: string;
  displayName: string;
  follows: boolean;
  /** Epoch ms; null = never. */
  lastInteractionAt: number | null;
  /** Messages sent to a follower who never interacted. */
  welcomesUsed: number;
  /** Every message to this person is refused with this code, e.g. -227. null = as the rules say. */
  refusal: number | null;
  /** What the OA holds about the person beside the chat; gone after `deletefollowerinfo`. */
  sharedInfo: Readonly<Record<string, unknown>> | null;
}

export interface ChatMessage {
  /** 1, 2, …: over all chats of the account. */
  readonly seq: number;
  readonly messageId: string;
  readonly userId: string;
  /** `account`: sent by API. `staff`: written by an official in OA Manager. */
  readonly from: 'account' | 'staff' | 'person';
  /** "" for an attachment without words. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly buttons: readonly Button[];
  readonly attachment: unknown;
  readonly quotedMessageId: string | null;
  /** What paid for a message sent by API; "charged" = 55 đ. null for others. */
  readonly quota: 'reply' | 'welcome_msg' | 'charged' | null;
}

/** `payload`: what is sent as the person's message when it is pressed; null for a button that opens something. */
export interface Button {
  readonly title: string;
  readonly type: string;
  readonly payload: string | null;
}

export function newAccount(settings: AccountSettings): Account {
  return {
    settings,
    type: settings.type,
    requestsPerMinute: settings.requestsPerMinute,
    people: new Map(),
    messages: [],
    minute: { startedAt: 0, requests: 0 },
  };
}

/** The person with this id, who is a stranger to the account until something happens. */
export function personOf(account: Account, userId: string): Person {
  const known = account.people.get(userId);
  if (known !== undefined) return known;
  const person: Person = {
    userId,
    userIdByApp: `sim-app-user-${userId}`,
    displayName: `Người mô phỏng ${userId}`,
    follows: false,
    lastInteractionAt: null,
    welcomesUsed: 0,
    refusal: null,
    sharedInfo: null,
  };
  account.people.set(userId, person);
  return person;
}

/** Puts a message into the chat. */
export function addMessage(account: Account, message: Omit<ChatMessage, 'seq'>): ChatMessage {
  const stored = { seq: account.messages.length + 1, ...message };
  account.messages.push(stored);
  return stored;
}

/** Messages of one person's chat, oldest first. */
export function chatOf(account: Account, userId: string): readonly ChatMessage[] {
  return account.messages.filter((message) => message.userId === userId);
}
