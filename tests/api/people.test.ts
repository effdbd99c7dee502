import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Right } from '../../bot-server/src/ports/rights.ts';
import { newAnnouncement } from '../fakes/announcement-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const GROUP = 'trinh-dien-1';
let zalo: Server;
let server: TestServer;
let ward: string;
let otherWard: string;
let count = 0;
let subject: string;
let token: string;

/** The access token is the person's id: a server in the place of graph.zalo.me gives it back. */
beforeAll(async () => {
  zalo = createServer((request, response) => {
    response.end(JSON.stringify({ id: request.headers.access_token, name: 'Nguyễn Thị Mẫu', error: 0 }));
  });
  await new Promise<void>((resolve) => zalo.listen(0, '127.0.0.1', resolve));
  const { port } = zalo.address() as AddressInfo;
  server = await testServer({ ZALO_APP_ID: '1', ZALO_APP_SECRET: 'x', ZALO_GRAPH_URL: `http://127.0.0.1:${port}` });
  [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
});
afterAll(async () => {
  await server.close();
  zalo.close();
});
beforeEach(async () => {
  count += 1;
  subject = `zalo:nguoi-${count}`;
  token = (await signIn()).json.token;
});

const signIn = () => server.call('POST', '/api/v1/session', { body: { accessToken: `nguoi-${count}` } });
const get = (path: string) => server.call('GET', path, { token });
const post = (path: string, body?: unknown) => server.call('POST', path, { token, body });
const patch = (body: unknown) => server.call('PATCH', '/api/v1/me', { token, body });
const official = (): Right => ({ role: 'official', ward, unit: 'Phòng Kinh tế', group: null, head: false });
const invite = async (right: Right) => (await server.deps.linkCodes.invite(right, 'x', 60_000)).code;

describe('rights', () => {
  test('whoever has none is a resident, also with a request that claims one', async () => {
    const body = { accessToken: `nguoi-${count}`, role: 'admin', ward, persona: 'admin' };
    const reply = await server.call('POST', '/api/v1/session', { body });
    expect(reply.json.user).toMatchObject({ id: subject, role: 'resident', ward: null, demo: false });
  });

  test('a granted role is signed in with, and is gone at the next renewal after it was taken away', async () => {
    await server.deps.rights.give(subject, official(), 'x');
    expect((await get('/api/v1/me')).json.user).toMatchObject({ role: 'official' });
    const { json } = await signIn();
    expect(json.user).toMatchObject({ role: 'official', ward, unit: 'Phòng Kinh tế', group: null });
    token = json.token;
    await server.deps.rights.take(subject);
    const renewed = await post('/api/v1/session/renew');
    expect(renewed.json.user).toMatchObject({ id: subject, name: 'Nguyễn Thị Mẫu', role: 'resident', ward: null });
    expect(renewed.json.expires_in).toBe(7_200);
    expect((await server.call('GET', '/api/v1/me', { token: renewed.json.token })).status).toBe(200);
  });

  test('an invitation gives the role at once, with a new token', async () => {
    const code = await invite(official());
    const reply = await post('/api/v1/me/link', { code: code.toLowerCase() });
    expect(reply.json).toMatchObject({
      linked: 'role',
      user: { role: 'official', ward },
      profile: { chat_linked: false },
    });
    token = reply.json.token;
    expect((await post('/api/v1/session/renew')).json.user.role).toBe('official');
    const again = await post('/api/v1/me/link', { code });
    expect([again.status, again.json.error.code]).toEqual([400, 'code_wrong']);
  });

  test('wrong codes are told apart from nothing, and after five of them a person waits', async () => {
    const code = await invite(official());
    const wrong = [];
    for (const typed of ['ABCD-EFGH', '00000000', 'abcd', '🙂🙂🙂🙂', 'OOOO-LLLL']) {
      wrong.push(await post('/api/v1/me/link', { code: typed }));
    }
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
    expect(wrong[0]?.json.error.code).toBe('code_wrong');
    const late = await post('/api/v1/me/link', { code });
    expect([late.status, late.json.error.code]).toEqual([429, 'too_many_codes']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await get('/api/v1/me')).json.user.role).toBe('resident');
  });
});

describe('choices', () => {
  test('ward, group and consent are kept, one at a time too', async () => {
    const none = { ward: null, group: null, notifications: false, chat_linked: false };
    expect((await get('/api/v1/me')).json).toMatchObject({ user: { id: subject }, profile: none });
    expect((await patch({ ward })).json.profile).toEqual({ ...none, ward });
    expect((await patch({ notifications: true })).json.profile).toEqual({ ...none, ward, notifications: true });
    expect((await patch({ ward: null })).json.profile).toEqual({ ...none, notifications: true });
    expect((await patch({})).status).toBe(200);
  });

  test.each([
    [{ ward: 'no-such-ward' }, 404, 'unknown_ward'],
    [{ group: 'to-5' }, 404, 'unknown_group'],
    [{ ward: 5 }, 400, 'invalid_input'],
    [{ notifications: 'yes' }, 400, 'invalid_input'],
  ])('%j is refused', async (body, status, code) => {
    const reply = await patch(body);
    expect([reply.status, reply.json.error.code]).toEqual([status, code]);
  });

  test('a choice gives no right', async () => {
    expect((await patch({ ward, role: 'admin', user: { role: 'admin' } })).json.user.role).toBe('resident');
  });
});

describe('groups of a demonstration', () => {
  let demo: TestServer;
  beforeAll(async () => {
    demo = await testServer();
  });
  afterAll(() => demo.close());

  test('are there to choose, named as such, only where the ward has none and only in a demonstration', async () => {
    const wards = (await demo.call('GET', '/api/v1/wards')).json.wards;
    for (const { groups } of wards) {
      expect(groups.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining([expect.stringContaining('(trình diễn)')]),
      );
    }
    expect(
      (await server.call('GET', '/api/v1/wards')).json.wards.flatMap(({ groups }: { groups: [] }) => groups),
    ).toEqual([]);
    const resident = await demo.signIn('resident', ward);
    const choose = (body: unknown) => demo.call('PATCH', '/api/v1/me', { token: resident, body });
    expect((await choose({ group: GROUP })).status).toBe(404);
    expect((await choose({ ward, group: GROUP })).json.profile).toMatchObject({ ward, group: GROUP });
    expect((await choose({ ward: otherWard })).json.profile).toMatchObject({ ward: otherWard, group: null });
    expect((await patch({ ward, group: GROUP })).status).toBe(404);
  });

  test('a demonstration’s session renews as what was chosen', async () => {
    const leader = await demo.signIn('leader', ward, { group: 'Tổ dân phố 5' });
    const renewed = await demo.call('POST', '/api/v1/session/renew', { token: leader });
    expect(renewed.json.user).toMatchObject({ role: 'leader', ward, group: 'Tổ dân phố 5', demo: true });
  });
});

describe('my data', () => {
  test('everything that is kept is shown in words, and erased on request', async () => {
    await patch({ ward, notifications: true });
    await post('/api/v1/me/link', { code: await invite(official()) });
    const chat = { oaId: '100', userId: `chat-${count}` };
    const linked = await post('/api/v1/me/link', { code: (await server.deps.linkCodes.forChat(chat)).code });
    expect(linked.json).toMatchObject({ linked: 'chat', profile: { chat_linked: true }, user: { role: 'official' } });

    const data = (await get('/api/v1/me/data')).json;
    expect(data).toMatchObject({ user: { id: subject }, profile: { ward, notifications: true, chat_linked: true } });
    expect(data.records.map(({ what }: { what: string }) => what)).toEqual([
      'Lựa chọn của bạn',
      'Quyền được phường cấp',
      'Cuộc trò chuyện Zalo đã liên kết',
    ]);
    expect(JSON.stringify(data.records)).toContain(chat.userId);

    expect((await server.call('DELETE', '/api/v1/me', { token })).json).toEqual({ erased: true });
    const after = (await get('/api/v1/me')).json;
    expect(after).toMatchObject({ user: { role: 'resident' }, profile: { ward: null, chat_linked: false } });
    expect((await get('/api/v1/me/data')).json.records).toEqual([]);
    expect((await server.call('DELETE', '/api/v1/me', { token })).status).toBe(200);
    // The page that is still open tells what is read.
    const { id } = await server.deps.announcements.publish(newAnnouncement({ ward }));
    expect((await post(`/api/v1/announcements/${id}/read`)).status).toBe(200);
    expect((await get('/api/v1/me/data')).json.records).toEqual([]);
  });
});

test('the log holds neither codes nor ids', () => {
  expect(server.logged.join('\n')).not.toMatch(/nguoi-|ABCD|Nguyễn Thị Mẫu/);
});
