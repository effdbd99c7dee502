import {
  ATTACHMENTS,
  type Attachment,
  type AttachmentKind,
  type EventFrame,
  type FollowSource,
  followed,
  openedChat,
  SAMPLE_INFO,
  type SubmittedInfo,
  submittedInfo,
  unfollowed,
  userReacted,
  userReceivedMessage,
  userSawMessages,
  userSentAttachment,
  userSentText,
  withdrew,
  type ZaloEvent,
} from '../events.ts';
import type { DeliveryOptions } from '../webhook/webhook-sender.ts';
import type { World } from '../world.ts';
import { type Account, addMessage, type ChatMessage, chatOf, type Person, personOf } from './account.ts';

/** Does what a person with Zalo in the hand can do. Everything returns the event that was posted to the webhook. */
export interface SimulatedPerson {
  readonly userId: string;
  writes(text: string, options?: WriteOptions): ZaloEvent;
  /** Sends a picture, a voice message …, with or without words. */
  sends(kind: AttachmentKind, options?: SendOptions): ZaloEvent;
  /** Presses a query button of the newest message that has one with this title. @throws Error when there is none. */
  presses(title: string, options?: DeliveryOptions): ZaloEvent;
  follows(source?: FollowSource, options?: DeliveryOptions): ZaloEvent;
  unfollows(source?: FollowSource, options?: DeliveryOptions): ZaloEvent;
  opensChat(options?: DeliveryOptions): ZaloEvent;
  submitsInfo(info?: SubmittedInfo, options?: DeliveryOptions): ZaloEvent;
  withdraws(options?: DeliveryOptions): ZaloEvent;
  /** The phone got a message; the newest from the account when none is named. */
  receives(messageId?: string, options?: DeliveryOptions): ZaloEvent;
  /** The person read messages; all from the account when none are named. */
  sees(messageIds?: readonly string[], options?: DeliveryOptions): ZaloEvent;
  reacts(messageId?: string, icon?: string, options?: DeliveryOptions): ZaloEvent;
  /** Changes what the simulation knows of the person, without an event. */
  set(changes: Partial<Omit<Person, 'userId'>>): SimulatedPerson;
  state(): Readonly<Person>;
  /** The whole chat, oldest first. */
  chat(): readonly ChatMessage[];
  /** What reached the person by API, oldest first. */
  delivered(): readonly ChatMessage[];
}

export interface WriteOptions extends DeliveryOptions {
  /** The message that this one answers. */
  readonly quotes?: string;
}
export interface SendOptions extends WriteOptions {
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
}

export function personControl(world: World, account: Account, userId: string): SimulatedPerson {
  const person = personOf(account, userId);
  const post = (event: ZaloEvent, options?: DeliveryOptions): ZaloEvent => {
    world.webhook.deliver(event, account.settings.secretKey, options);
    return event;
  };
  /** An interaction opens the window again. Source: platform notes, 3.4. */
  const interact = (): EventFrame => {
    person.lastInteractionAt = world.now();
    return eventFrame(world, account, person);
  };
  const fromAccount = (): readonly ChatMessage[] => chatOf(account, userId).filter(({ from }) => from !== 'person');
  const control: SimulatedPerson = {
    userId,
    writes(text, options = {}) {
      const { messageId } = say(world, account, person, { kind: 'text', text, quotes: options.quotes });
      return post(userSentText(interact(), { text, msgId: messageId, ...quoteOf(options) }), options);
    },
    sends(kind, options = {}) {
      const { text, attachments = [ATTACHMENTS[kind]] } = options;
      const { messageId } = say(world, account, person, {
        kind,
        text: text ?? '',
        quotes: options.quotes,
        attachments,
      });
      const words = text === undefined ? {} : { text };
      const message = { msgId: messageId, ...words, ...quoteOf(options) };
      return post(userSentAttachment(interact(), kind, message, attachments), options);
    },
    presses(title, options) {
      const payload = buttonPayload(fromAccount(), title);
      if (payload === null) throw new Error(`No message to this person has a query button "${title}"`);
      return control.writes(payload, options);
    },
    follows(source, options) {
      person.follows = true;
      return post(followed(interact(), source), options);
    },
    unfollows(source, options) {
      person.follows = false;
      return post(unfollowed(eventFrame(world, account, person), source), options);
    },
    opensChat: (options) => post(openedChat(interact()), options),
    submitsInfo(info = SAMPLE_INFO, options) {
      person.sharedInfo = { name: info.name, phone: info.phone, address: info.full_address?.user_address ?? '' };
      return post(submittedInfo(interact(), info), options);
    },
    withdraws: (options) => post(withdrew(eventFrame(world, account, person)), options),
    receives: (messageId = newest(fromAccount()), options) =>
      post(userReceivedMessage(eventFrame(world, account, person), messageId), options),
    sees: (messageIds = fromAccount().map((message) => message.messageId), options) =>
      post(userSawMessages(eventFrame(world, account, person), messageIds), options),
    reacts: (messageId = newest(fromAccount()), icon, options) =>
      post(userReacted(eventFrame(world, account, person), messageId, icon), options),
    set(changes) {
      Object.assign(person, changes);
      return control;
    },
    state: () => person,
    chat: () => chatOf(account, userId),
    delivered: () => chatOf(account, userId).filter(({ from }) => from === 'account'),
  };
  return control;
}

export function eventFrame(world: World, { settings }: Account, { userId, userIdByApp }: Person): EventFrame {
  return { appId: world.settings.app.id, oaId: settings.oaId, userId, userIdByApp, at: world.now() };
}

interface Said {
  readonly kind: string;
  readonly text: string;
  readonly quotes: string | undefined;
  readonly attachments?: readonly Attachment[];
}

function say(
  world: World,
  account: Account,
  { userId }: Person,
  { kind, text, quotes, attachments }: Said,
): ChatMessage {
  const base = { messageId: world.makeId('msg'), userId, from: 'person', at: world.now(), quota: null } as const;
  const content = { kind, text, buttons: [], attachment: attachments ?? null, quotedMessageId: quotes ?? null };
  return addMessage(account, { ...base, ...content });
}

function quoteOf({ quotes }: WriteOptions): { quoteMsgId?: string } {
  return quotes === undefined ? {} : { quoteMsgId: quotes };
}

function newest(messages: readonly ChatMessage[]): string {
  const message = messages.at(-1);
  if (message === undefined) throw new Error('The account has written nothing to this person yet');
  return message.messageId;
}

function buttonPayload(messages: readonly ChatMessage[], title: string): string | null {
  const button = messages.flatMap(({ buttons }) => buttons).findLast((one) => one.title === title);
  return button?.payload ?? null;
}
