import { CHAT_EVENT_KINDS, type ChatEvent, type ChatThread } from '@phuong-so/shared/domain/chat';
import type { ChatActivity, ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import { PROCEDURE_PARTS } from '@phuong-so/shared/domain/chat-screen';
import * as z from 'zod';
import { ANNOUNCING_SCREENS } from './announcing-screen-json.ts';
import { WORK_SCREENS } from './work-screen-json.ts';

const time = z.int().nullable();
const eventSchema: z.ZodType<ChatEvent> = z.object({
  id: z.string(),
  oaId: z.string(),
  userId: z.string(),
  kind: z.enum(CHAT_EVENT_KINDS),
  text: z.string().nullable(),
  messageIds: z.array(z.string()),
  quotedMessageId: z.string().nullable(),
  media: z.array(z.string()).optional(),
  at: z.int(),
});
const id = z.string();
const position = z.int().min(0);
const screenSchema: z.ZodType<ChatScreen> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('courses'), from: position }),
  z.object({ kind: z.literal('course'), course: id }),
  z.object({ kind: z.literal('lesson'), course: id, lesson: id, step: position }),
  z.object({ kind: z.literal('lesson_end'), course: id, lesson: id }),
  z.object({ kind: z.literal('quiz'), course: id, answers: z.array(position) }),
  z.object({ kind: z.literal('certificate'), course: id, name: z.string().nullable(), sure: z.boolean() }),
  z.object({ kind: z.literal('study_pause'), course: id, remind: z.boolean() }),
  z.object({ kind: z.literal('procedure_fields') }),
  z.object({ kind: z.literal('procedures'), field: z.string() }),
  z.object({ kind: z.literal('procedure'), service: id }),
  z.object({ kind: z.literal('procedure_part'), service: id, part: z.enum(PROCEDURE_PARTS), page: position }),
  z.object({ kind: z.literal('classes') }),
  z.object({ kind: z.literal('class'), id }),
  z.object({ kind: z.literal('class_name'), id }),
  z.object({ kind: z.literal('class_leave'), id }),
  z.object({
    kind: z.literal('practice'),
    item: position,
    said: z.enum(['scam', 'real']).nullable(),
    right: position,
  }),
  z.object({ kind: z.literal('check_message') }),
  ...ANNOUNCING_SCREENS,
  ...WORK_SCREENS,
]);
const activitySchema: z.ZodType<ChatActivity> = z.object({ screen: screenSchema, at: z.int(), away: z.boolean() });
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
  // Not there in threads of versions before it.
  choices: z.array(z.string()),
  choicesAt: time,
  // Absent in a row of an earlier version, unknown in one of a later: the person is then in the middle of nothing.
  choiceScreens: z.array(screenSchema.nullable()).catch([]),
  activity: activitySchema.nullable().catch(null),
  minuteAt: time,
  minuteCount: z.int(),
});

/** @throws RangeError for a kind that this version cannot read back */
export function eventToJson(event: ChatEvent): string {
  if (!CHAT_EVENT_KINDS.includes(event.kind)) throw new RangeError('an event of an unknown kind');
  const { id, oaId, userId, kind, text, messageIds, quotedMessageId, media, at } = event;
  return JSON.stringify({ id, oaId, userId, kind, text, messageIds, quotedMessageId, media, at });
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
