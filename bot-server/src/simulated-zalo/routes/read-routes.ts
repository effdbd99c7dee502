import * as z from 'zod';
import { type Account, type ChatMessage, chatOf, personOf } from '../people/account.ts';
import type { World } from '../world.ts';
import { failed, succeeded, type ZaloAnswer } from './zalo-answer.ts';

const MOST_AT_ONCE = 10;
const page = { offset: z.int().nonnegative().default(0), count: z.int().positive().default(MOST_AT_ONCE) };
const conversationSchema = z.object({ user_id: z.string().min(1), ...page });
const recentSchema = z.object(page);
const personSchema = z.object({ user_id: z.string().min(1) });
const BAD_DATA = failed(-201, 'data is invalid');

/** `GET /v2.0/oa/conversation`: the chat with one person, newest first. */
export function readConversation(world: World, account: Account, data: unknown): ZaloAnswer {
  const asked = conversationSchema.safeParse(data);
  if (!asked.success) return BAD_DATA;
  const { user_id: userId, offset, count } = asked.data;
  if (count > MOST_AT_ONCE) return failed(-210, 'count is above allowed limit');
  const lines = visible(world, chatOf(account, userId)).reverse();
  return succeeded(lines.slice(offset, offset + count).map((line) => describe(account, line)));
}

/** `GET /v2.0/oa/listrecentchat`: the last message of each chat, newest first. */
export function readRecentChats(world: World, account: Account, data: unknown): ZaloAnswer {
  const asked = recentSchema.safeParse(data ?? {});
  if (!asked.success) return BAD_DATA;
  const { offset, count } = asked.data;
  if (count > MOST_AT_ONCE) return failed(-210, 'count is above allowed limit');
  const last = new Map(visible(world, account.messages).map((message) => [message.userId, message]));
  const lines = [...last.values()].sort((a, b) => b.seq - a.seq);
  return succeeded(lines.slice(offset, offset + count).map((line) => describe(account, line)));
}

function visible({ settings, now }: World, messages: readonly ChatMessage[]): ChatMessage[] {
  const until = now() - settings.conversationLagMs;
  return messages.filter(({ at }) => at <= until);
}

function describe(account: Account, message: ChatMessage): object {
  const { oaId, name } = account.settings;
  const { userId, displayName } = personOf(account, message.userId);
  const fromPerson = message.from === 'person';
  return {
    message_id: message.messageId,
    src: fromPerson ? 1 : 0,
    time: message.at,
    type: message.kind,
    message: message.text,
    from_id: fromPerson ? userId : oaId,
    from_display_name: fromPerson ? displayName : name,
    to_id: fromPerson ? oaId : userId,
    to_display_name: fromPerson ? name : displayName,
  };
}

/** `GET /v2.0/oa/getoa`. Source: platform notes, 3.7. */
export function readAccount({ settings, people, type }: Account): ZaloAnswer {
  return succeeded({
    oaid: settings.oaId,
    name: settings.name,
    description: 'Tài khoản mô phỏng, không phải OA thật',
    oa_alias: 'mo-phong',
    is_verified: true,
    oa_type: type,
    cate_name: 'Mô phỏng',
    num_follower: [...people.values()].filter(({ follows }) => follows).length,
    avatar: 'https://mo-phong.invalid/oa.png',
    cover: 'https://mo-phong.invalid/bia.png',
    package_name: 'Gói mô phỏng',
    package_valid_through_date: '31/12/2099',
    package_auto_renew_date: '',
    linked_ZCA: '',
  });
}

/** `GET /v3.0/oa/user/detail`. Source: platform notes, 3.7. */
export function readUser(account: Account, data: unknown): ZaloAnswer {
  const asked = personSchema.safeParse(data);
  const person = asked.success ? account.people.get(asked.data.user_id) : undefined;
  if (person === undefined) return failed(-201, 'user_id is invalid');
  return succeeded({
    user_id: person.userId,
    user_id_by_app: person.userIdByApp,
    user_external_id: '',
    display_name: person.displayName,
    user_alias: person.displayName,
    is_sensitive: false,
    user_last_interaction_date: person.lastInteractionAt === null ? '' : writeDate(person.lastInteractionAt),
    user_is_follower: person.follows,
    avatar: 'https://mo-phong.invalid/nguoi.png',
    avatars: { '120': 'https://mo-phong.invalid/120.png', '240': 'https://mo-phong.invalid/240.png' },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: [] },
    shared_info: person.sharedInfo ?? {},
  });
}

/** "21/11/2026", as people in Vietnam see it. */
function writeDate(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
}

/** `POST /v2.0/oa/deletefollowerinfo`: forgets what the OA holds about the person; the chat in Zalo stays. */
export function eraseUser(account: Account, body: unknown): ZaloAnswer {
  const asked = personSchema.safeParse(body);
  const person = asked.success ? account.people.get(asked.data.user_id) : undefined;
  if (person === undefined) return failed(-201, 'user_id is invalid');
  person.sharedInfo = null;
  return succeeded();
}

/** `POST /v3.0/oa/quota/message` for one person. Source: platform notes, 3.8. */
export function readQuota(account: Account, body: unknown): ZaloAnswer {
  const asked = personSchema.safeParse(body);
  const person = asked.success ? account.people.get(asked.data.user_id) : undefined;
  if (person === undefined) return failed(-201, 'user_id is invalid');
  return succeeded({
    last_interaction: person.lastInteractionAt ?? 0,
    cs_reply: { remain: 8, total: 8 },
    promotion: { daily_remain: 1, daily_total: 1, monthly_remain: 30, monthly_total: 30 },
  });
}
