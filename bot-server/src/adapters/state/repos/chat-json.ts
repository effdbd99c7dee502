import { CHAT_EVENT_KINDS, type ChatEvent, type ChatThread } from '@phuong-so/shared/domain/chat';
import * as z from 'zod';

const time = z.int().nullable();
const eventSchema: z.ZodType<ChatEvent> = z.object({
  id: z.string(),
  oaId: z.string(),
  userId: z.string(),
  kind: z.enum(CHAT_EVENT_KINDS),
  text: z.string().nullable(),
  messageIds: z.array(z.string()),
  quotedMessageId: z.string().nullable(),
  at: z.int(),
});
const threadSchema: z.ZodType<ChatThread> = z.object({
  oaId: z.string(),
  userId: z.string(),
  ward: z.string().nullable(),
  greetedAt: time,
  lastMessageAt: time,
  // An earlier version did not write it.
  leftAt: time.default(null),
  quietUntil: time,
  mutedUntil: time,
  abusedAt: time,
  handedOverAt: time,
  thankedAt: time,
  attachmentAt: time,
  warnedAt: time,
  choices: z.array(z.string()),
  choicesAt: time,
  minuteAt: time,
  minuteCount: z.int(),
});

/** @throws RangeError for a kind that this version cannot read back */
export function eventToJson(event: ChatEvent): string {
  if (!CHAT_EVENT_KINDS.includes(event.kind)) throw new RangeError('an event of an unknown kind');
  const { id, oaId, userId, kind, text, messageIds, quotedMessageId, at } = event;
  return JSON.stringify({ id, oaId, userId, kind, text, messageIds, quotedMessageId, at });
}

/** @throws ZodError when a newer version wrote it in another shape: better looked at than dropped unseen */
export function eventFromJson(json: string): ChatEvent {
  return eventSchema.parse(JSON.parse(json));
}

/** Drops whatever is no part of a thread, so that no word of a message gets stored with it. */
export function threadToJson(thread: ChatThread): string {
  return JSON.stringify(threadSchema.parse(thread));
}

/** null when another version wrote it in another shape: the person is then greeted and asked for the ward anew. */
export function threadFromJson(json: string): ChatThread | null {
  const parsed = threadSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
