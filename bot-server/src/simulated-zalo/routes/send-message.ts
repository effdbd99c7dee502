import * as z from 'zod';
import { oaSentText } from '../events.ts';
import { type Account, addMessage, type Button, type Person, personOf } from '../people/account.ts';
import { interactionWindow, type Window } from '../people/interaction-window.ts';
import type { World } from '../world.ts';
import { failed, succeeded, type ZaloAnswer } from './zalo-answer.ts';

const LONGEST_TEXT = 2000;
const MOST_BUTTONS = 5;
const LONGEST_TITLE = 100;

const buttonSchema = z.object({ title: z.string().min(1), type: z.string(), payload: z.unknown().optional() });
const payloadSchema = z.looseObject({
  template_type: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
});
const messageSchema = z.object({
  text: z.string().optional(),
  quote_message_id: z.string().optional(),
  attachment: z.object({ type: z.enum(['template', 'file']), payload: payloadSchema }).optional(),
});
type Message = z.infer<typeof messageSchema>;
const frameSchema = z.object({ recipient: z.unknown().optional(), message: z.unknown().optional() });
/** `message_id`: the older form, an answer to one message of the person. */
const recipientSchema = z.union([
  z.object({ user_id: z.string().min(1) }),
  z.object({ message_id: z.string().min(1) }),
]);

export const SEND_PATHS = { v3: '/v3.0/oa/message/cs', v2: '/v2.0/oa/message' } as const;
const STATE_AGENCY = 4;

/** Sends a consultation message as the real address would: type of account, form, window, and only then the person has it. */
export function sendMessage(world: World, account: Account, path: string, body: unknown): ZaloAnswer {
  const refusal = refuseAccount(account, path);
  if (refusal !== null) return failed(refusal);
  const frame = frameSchema.safeParse(body);
  const person = frame.success ? findRecipient(account, frame.data.recipient) : null;
  if (person === null) return failed(-201, 'user_id is invalid');
  const message = messageSchema.safeParse(frame.data?.message);
  if (!message.success) return failed(-201, `${message.error.issues[0]?.path.join('.') || 'message'} is invalid`);
  const fault = faultInMessage(message.data, path);
  if (fault !== null) return fault;
  const window = interactionWindow(person, world.now());
  return 'error' in window ? failed(window.error) : deliver(world, account, person, message.data, window);
}

/** Source: platform notes, section 1. */
function refuseAccount({ type }: Account, path: string): number | null {
  if (type === STATE_AGENCY) return path === SEND_PATHS.v3 ? -235 : null;
  return path === SEND_PATHS.v2 ? -240 : null;
}

function findRecipient(account: Account, raw: unknown): Person | null {
  const recipient = recipientSchema.safeParse(raw);
  if (!recipient.success) return null;
  if ('user_id' in recipient.data) return personOf(account, recipient.data.user_id);
  const { message_id: messageId } = recipient.data;
  const message = account.messages.find((one) => one.messageId === messageId && one.from === 'person');
  return message === undefined ? null : personOf(account, message.userId);
}

/** Length in UTF-16 units, the strictest way to count: which way Zalo counts is unknown (platform notes, 3.2). */
function faultInMessage({ text, attachment }: Message, path: string): ZaloAnswer | null {
  if (text !== undefined && text.length > LONGEST_TEXT) return failed(-210, 'text is above allowed limit');
  if (attachment === undefined) return text?.trim() ? null : failed(-201, 'text is invalid');
  const { buttons = [] } = attachment.payload;
  // Buttons are not documented on v3 and Zalo's own SDK calls them unsupported there (platform notes, 3.3).
  if (buttons.length > 0 && path === SEND_PATHS.v3) return failed(-233);
  const tooMuch = buttons.length > MOST_BUTTONS || buttons.some(({ title }) => title.length > LONGEST_TITLE);
  return tooMuch ? failed(-210, 'buttons is above allowed limit') : null;
}

function deliver(
  world: World,
  account: Account,
  person: Person,
  message: Message,
  window: Exclude<Window, { error: number }>,
): ZaloAnswer {
  const { text = '', attachment, quote_message_id: quoted } = message;
  const { messageId, at } = addMessage(account, {
    messageId: world.makeId('msg'),
    userId: person.userId,
    from: 'account',
    text,
    at: world.now(),
    kind: attachment === undefined || text !== '' ? 'text' : (attachment.payload.template_type ?? attachment.type),
    buttons: (attachment?.payload.buttons ?? []).map(readButton),
    attachment: attachment ?? null,
    quotedMessageId: quoted ?? null,
    quota: window.quota,
  });
  if (window.quota === 'welcome_msg') person.welcomesUsed += 1;
  if (world.settings.webhook.echoes) echo(world, account, person, { msgId: messageId, text });
  const quota = quotaOf(account, person, window);
  return succeeded({ message_id: messageId, user_id: person.userId, sent_time: String(at), ...quota });
}

function readButton({ title, type, payload }: z.infer<typeof buttonSchema>): Button {
  return { title, type, payload: type.startsWith('oa.query.') && typeof payload === 'string' ? payload : null };
}

function echo(world: World, account: Account, person: Person, message: { msgId: string; text: string }): void {
  const { oaId, secretKey } = account.settings;
  const { userId, userIdByApp } = person;
  const frame = { appId: world.settings.app.id, oaId, userId, userIdByApp, at: world.now() };
  world.webhook.deliver(oaSentText(frame, message), secretKey);
}

/** No `quota` = the message was charged; the numbers of `reply` stopped coming on 1/3/2026. Source: platform notes, 3.2. */
function quotaOf(account: Account, person: Person, { quota, expiresAt }: Exclude<Window, { error: number }>): object {
  if (quota === 'charged') return {};
  const owner = { quota_type: quota, owner_type: 'OA', owner_id: account.settings.oaId };
  if (quota === 'reply') return { quota: { ...owner, expired_date: String(expiresAt) } };
  return { quota: { ...owner, remain: 3 - person.welcomesUsed, total: 3 } };
}
