import { noticeChoices } from '@phuong-so/shared/contracts/broadcasts';
import type { ApiDeps } from '../environment.ts';
import { route } from '../route.ts';
import { requireSession } from '../sign-in.ts';

export const notices = route({
  method: 'get',
  path: '/api/v1/me/notices',
  summary: 'Loại thông báo không muốn nhận, và các kênh đã đồng ý',
  access: 'signed_in',
  reply: noticeChoices,
  handle: ({ session }, deps) => choicesOf(deps, requireSession(session).subject),
});

export const chooseNotices = route({
  method: 'put',
  path: '/api/v1/me/notices',
  summary: 'Chọn lại loại thông báo và kênh muốn nhận; thay toàn bộ lựa chọn trước',
  access: 'signed_in',
  body: noticeChoices,
  reply: noticeChoices,
  async handle({ body, session }, deps) {
    const { subject: id } = requireSession(session);
    const chosen = { muted: [...new Set(body.muted)], chat: body.oa };
    await deps.announce.wishes.choose(id, chosen, deps.announce.clock.now().getTime());
    await deps.people.choose(id, { notifications: body.mini_app });
    return choicesOf(deps, id);
  },
});

async function choicesOf({ announce, people }: ApiDeps, id: string) {
  const [{ muted, chat }, person] = await Promise.all([announce.wishes.choices(id), people.read(id)]);
  return { muted: [...muted], oa: chat, mini_app: person?.notifications ?? false };
}
