import {
  erasedReply,
  linkBody,
  linkReply,
  myDataReply,
  type Profile,
  profileBody,
  profileReply,
} from '@phuong-so/shared/contracts/profile';
import type { Session } from '@phuong-so/shared/domain/session';
import type { Choice } from '../../ports/people.ts';
import type { ApiDeps } from '../environment.ts';
import { groupsOf } from '../groups.ts';
import { Refusal } from '../problems.ts';
import { LINKING, route } from '../route.ts';
import { currentSession, opened, requireSession, toUser } from '../sign-in.ts';
import { requireWard } from '../ward.ts';

export const me = route({
  method: 'get',
  path: '/api/v1/me',
  summary: 'Người đang đăng nhập: quyền hiện có và những gì đã chọn',
  access: 'signed_in',
  reply: profileReply,
  handle: ({ session }, deps) => whole(deps, requireSession(session)),
});

export const changeMe = route({
  method: 'patch',
  path: '/api/v1/me',
  summary: 'Chọn phường, tổ dân phố, đồng ý nhận thông báo; mục không gửi thì giữ nguyên',
  access: 'signed_in',
  body: profileBody,
  reply: profileReply,
  async handle({ body, session }, deps) {
    const { subject } = requireSession(session);
    const choice: Choice = {
      ...(body.ward === undefined ? {} : { ward: body.ward }),
      ...(body.group === undefined ? {} : { group: body.group }),
      ...(body.notifications === undefined ? {} : { notifications: body.notifications }),
    };
    await checkChoice(deps, subject, choice);
    await deps.people.choose(subject, choice);
    return whole(deps, requireSession(session));
  },
});

export const link = route({
  method: 'post',
  path: '/api/v1/me/link',
  summary: 'Liên kết tài khoản bằng mã một lần: mã mời của phường, hoặc mã lấy trong cuộc trò chuyện với OA',
  access: 'signed_in',
  pace: LINKING,
  body: linkBody,
  reply: linkReply,
  async handle({ body, session }, deps) {
    const asked = requireSession(session);
    const redeemed = await deps.linkCodes.redeem(asked.subject, body.code);
    if (redeemed.kind === 'wrong') throw new Refusal('code_wrong');
    if (redeemed.kind === 'too_many') {
      const seconds = Math.ceil(redeemed.waitMs / 1000);
      throw new Refusal('too_many_codes', { retryAfterSeconds: seconds }, { 'retry-after': String(seconds) });
    }
    const { token, user } = opened(deps, await currentSession(deps, asked));
    return { token, user, profile: await profileOf(deps, asked.subject), linked: redeemed.kind };
  },
});

export const myData = route({
  method: 'get',
  path: '/api/v1/me/data',
  summary: 'Mọi dữ liệu mà dịch vụ đang giữ về người đang đăng nhập, để tải về',
  access: 'signed_in',
  reply: myDataReply,
  async handle({ session }, deps) {
    const asked = requireSession(session);
    const records = await deps.people.records(asked.subject);
    return {
      made_at: deps.clock.now().toISOString(),
      ...(await whole(deps, asked)),
      records: records.map(({ what, rows }) => ({ what, rows: rows.map((row) => ({ ...row })) })),
    };
  },
});

export const eraseMe = route({
  method: 'delete',
  path: '/api/v1/me',
  summary: 'Xóa mọi dữ liệu về người đang đăng nhập, kể cả cuộc trò chuyện đã liên kết',
  access: 'signed_in',
  reply: erasedReply,
  async handle({ session }, deps) {
    await deps.erasePerson(requireSession(session).subject);
    return { erased: true as const };
  },
});

async function whole(deps: ApiDeps, session: Session) {
  const user = toUser(await currentSession(deps, session));
  return { user, profile: await profileOf(deps, session.subject) };
}

async function profileOf({ people }: ApiDeps, subject: string): Promise<Profile> {
  const [person, chats] = await Promise.all([people.read(subject), people.chats(subject)]);
  return {
    ward: person?.ward ?? null,
    group: person?.group ?? null,
    notifications: person?.notifications ?? false,
    chat_linked: chats.length > 0,
  };
}

/** The group must be one of the ward that holds afterwards. @throws Refusal */
async function checkChoice(deps: ApiDeps, subject: string, { ward, group }: Choice): Promise<void> {
  if (ward !== undefined && ward !== null) requireWard(deps, ward);
  if (group === undefined || group === null) return;
  const chosen = ward === undefined ? ((await deps.people.read(subject))?.ward ?? null) : ward;
  const isThere = chosen !== null && groupsOf(deps, chosen).some(({ id }) => id === group);
  if (!isThere) throw new Refusal('unknown_group');
}
