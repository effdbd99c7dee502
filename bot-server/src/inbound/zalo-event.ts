import * as sha from 'node:crypto';
import type { ChatEvent, ChatEventKind, ThreadKey } from '@phuong-so/shared/domain/chat';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import * as z from 'zod';
import { type Envelope, idText } from './envelope.ts';
import { kindOf } from './event-kinds.ts';

/**
 * What one event means for the chats. More than one chat event only when a person withdraws and Zalo does not say from
 * which of our accounts. `ignored`: it concerns no chat; the name is fit for a counter's label.
 */
export type EventReading =
  | { readonly kind: 'events'; readonly events: readonly ChatEvent[] }
  | { readonly kind: 'ignored'; readonly name: string };

const id = idText.optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const party = z.looseObject({ id, admin_id: id }).optional().catch(undefined);
const bodySchema = z.object({
  sender: party,
  recipient: party,
  follower: party,
  oa_id: id,
  user_id: id,
  message: z
    .object({
      text,
      msg_id: id,
      msg_ids: z.array(idText).optional().catch(undefined),
      quote_msg_id: id,
      attachments: z.array(z.unknown()).optional().catch(undefined),
      tracking_id: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
});
type Body = z.infer<typeof bodySchema>;

/** An album may come as one message; more than these are not looked at. */
const MOST_ADDRESSES = 3;
const LONGEST_ADDRESS = 2_000;
/** A label must not be a place where anything can be written. */
const PLAIN_NAME = /^[a-z_]{1,60}$/;

/** What the service can listen to or look at; addresses of everything else are dropped. */
export type PerceivedKinds = ReadonlySet<ChatEventKind>;
const NOTHING_PERCEIVED: PerceivedKinds = new Set();

/**
 * Reads a signed event. Everything beside ids, the kind, the time and the masked words is dropped here: links of
 * attachments (but of the kinds that are `perceived`), coordinates, cards, forms. `oaIds` are our accounts; `server` is
 * the header X-ZEvent-Server. Source: platform notes, 2.4 to 2.6.
 */
export function readZaloEvent(
  envelope: Envelope,
  oaIds: readonly string[],
  server?: string,
  perceived = NOTHING_PERCEIVED,
): EventReading {
  const { eventName, timestamp } = envelope;
  const body = bodySchema.parse(envelope.body);
  const kind = kindOf(eventName, body.sender?.admin_id !== undefined);
  if (kind === null || isTemplateReceipt(body, server)) return ignored(eventName);
  const at = Number(timestamp);
  if (timestamp === '' || !Number.isSafeInteger(at)) return ignored('malformed');
  const chats = chatsOf(body, kind, oaIds);
  if (chats.length === 0) return ignored(isOfOthers(body, oaIds) ? 'other_account' : 'malformed');
  const { text, messageIds, quotedMessageId } = content(body, kind);
  const media = perceived.has(kind) ? addresses(body) : [];
  const many = chats.length > 1;
  return {
    kind: 'events',
    events: chats.map(({ oaId, userId }) => {
      const id = hash(eventName, ...dedupeKey(body, kind, userId, timestamp), many ? oaId : '');
      const event = { id, oaId, userId, kind, at, text, messageIds, quotedMessageId };
      return media.length === 0 ? event : { ...event, media };
    }),
  };
}

function ignored(name: string): EventReading {
  return { kind: 'ignored', name: PLAIN_NAME.test(name) ? name : 'other' };
}

/** Paid template messages have receipts of the same name, about a phone number. */
function isTemplateReceipt(body: Body, server: string | undefined): boolean {
  return server?.trim().toUpperCase() === 'ZNS' || body.message?.tracking_id !== undefined;
}

/** The direction is not relied on: whichever side is one of our accounts, the other is the person. */
function chatsOf(body: Body, kind: ChatEventKind, oaIds: readonly string[]): ThreadKey[] {
  const { sender, recipient, follower, user_id } = body;
  const named = [sender?.id, recipient?.id, body.oa_id].find((one) => one !== undefined && oaIds.includes(one));
  const people = [follower?.id, user_id, sender?.id, recipient?.id];
  const userId = people.find((one) => one !== undefined && !oaIds.includes(one) && one !== body.oa_id);
  if (userId === undefined) return [];
  if (named !== undefined) return [{ oaId: named, userId }];
  // The duty to erase outweighs a doubt; an id means nothing in an account that it does not belong to.
  return kind === 'withdrawn' && body.oa_id === undefined ? oaIds.map((oaId) => ({ oaId, userId })) : [];
}

function isOfOthers({ sender, recipient, oa_id }: Body, oaIds: readonly string[]): boolean {
  const sides = [sender?.id, recipient?.id, oa_id].filter((one) => one !== undefined);
  return sides.length > 0 && !sides.some((one) => oaIds.includes(one));
}

function content({ message }: Body, kind: ChatEventKind): Pick<ChatEvent, 'text' | 'messageIds' | 'quotedMessageId'> {
  const words = kind === 'staff_message' || kind === 'submitted_info' ? '' : (message?.text ?? '');
  return {
    text: words.trim() === '' ? null : maskPersonal(words),
    messageIds: messageIds(message),
    quotedMessageId: message?.quote_msg_id ?? null,
  };
}

const attachment = z.object({ payload: z.object({ url: z.url().max(LONGEST_ADDRESS) }) });

/** Of the first few things that came in one message. */
function addresses({ message }: Body): string[] {
  return (message?.attachments ?? []).slice(0, MOST_ADDRESSES).flatMap((one) => {
    const read = attachment.safeParse(one);
    return read.success ? [read.data.payload.url] : [];
  });
}

function messageIds(message: Body['message']): string[] {
  const all = [...(message?.msg_id === undefined ? [] : [message.msg_id]), ...(message?.msg_ids ?? [])];
  return [...new Set(all)].sort();
}

/** What two deliveries of one event share. Source: platform notes, 2.2. */
function dedupeKey(body: Body, kind: ChatEventKind, userId: string, timestamp: string): readonly string[] {
  const { message } = body;
  const ids = kind === 'seen' || message?.msg_id === undefined ? messageIds(message) : [message.msg_id];
  return ids.length === 0 ? [userId, timestamp] : ids;
}

/** 132 bits: short, because every event keeps its id for as long as Zalo may repeat it. */
function hash(...parts: readonly string[]): string {
  return sha.hash('sha256', parts.join('\n'), 'base64url').slice(0, 22);
}
