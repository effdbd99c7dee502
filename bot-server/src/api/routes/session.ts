import { demoSessionBody, sessionBody, sessionReply } from '@phuong-so/shared/contracts/session';
import { ZaloUnavailable } from '../../ports/zalo-sign-in.ts';
import { Refusal } from '../problems.ts';
import { route, SIGNING_IN } from '../route.ts';
import { currentSession, opened, requireSession, residentSession } from '../sign-in.ts';
import { requireWard } from '../ward.ts';

export const signIn = route({
  method: 'post',
  path: '/api/v1/session',
  summary: 'Đăng nhập từ Mini App bằng access token của Zalo',
  pace: SIGNING_IN,
  body: sessionBody,
  reply: sessionReply,
  async handle({ body }, deps) {
    if (deps.zaloSignIn === null) throw new Refusal('sign_in_not_configured');
    const person = await verified(deps.zaloSignIn.verify(body.accessToken));
    const session = residentSession(`zalo:${person.id}`, person.name);
    await deps.people.meet(session.subject);
    return opened(deps, await currentSession(deps, session));
  },
});

export const demoSignIn = route({
  method: 'post',
  path: '/api/v1/session/demo',
  summary: 'Đăng nhập thử bằng một vai (chỉ ở chế độ trình diễn)',
  pace: SIGNING_IN,
  body: demoSessionBody,
  reply: sessionReply,
  handle({ body }, deps) {
    if (!deps.demo) throw new Refusal('not_found');
    const { key } = requireWard(deps, body.ward);
    return opened(deps, {
      subject: `demo:${deps.ids.next()}`,
      name: null,
      role: body.persona,
      ward: key,
      unit: body.unit ?? null,
      group: body.group ?? null,
      demo: true,
    });
  },
});

export const renew = route({
  method: 'post',
  path: '/api/v1/session/renew',
  summary: 'Gia hạn phiên đăng nhập; quyền được đọc lại, nên quyền đã thu hồi mất hiệu lực từ đây',
  access: 'signed_in',
  pace: SIGNING_IN,
  reply: sessionReply,
  async handle({ session }, deps) {
    return opened(deps, await currentSession(deps, requireSession(session)));
  },
});

async function verified<T>(verifying: Promise<T | null>): Promise<T> {
  try {
    const person = await verifying;
    if (person === null) throw new Refusal('zalo_token_refused');
    return person;
  } catch (error) {
    if (error instanceof ZaloUnavailable) throw new Refusal('zalo_unavailable', undefined, { 'retry-after': '30' });
    throw error;
  }
}
