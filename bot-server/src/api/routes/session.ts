import { demoSessionBody, meReply, sessionBody, sessionReply, type User } from '@phuong-so/shared/contracts/session';
import type { Session } from '@phuong-so/shared/domain/session';
import type * as z from 'zod/mini';
import { ZaloUnavailable } from '../../ports/zalo-sign-in.ts';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { route, SIGNING_IN } from '../route.ts';
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
    // A role is granted by the ward, not claimed by the person: everyone signs in as a resident.
    return opened(deps, { ...NOBODY, subject: `zalo:${person.id}`, name: person.name });
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

export const me = route({
  method: 'get',
  path: '/api/v1/me',
  summary: 'Người đang đăng nhập',
  access: 'signed_in',
  reply: meReply,
  handle({ session }) {
    if (session === null) throw new Refusal('sign_in_required');
    return { user: toUser(session) };
  },
});

const NOBODY: Session = {
  subject: '',
  name: null,
  role: 'resident',
  ward: null,
  unit: null,
  group: null,
  demo: false,
};

function opened(deps: ApiDeps, session: Session): z.infer<typeof sessionReply> {
  const { token, expiresAt } = deps.sessions.issue(session);
  return { token, expires_at: expiresAt.toISOString(), user: toUser(session) };
}

function toUser({ subject, ...session }: Session): User {
  return { id: subject, ...session };
}

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
